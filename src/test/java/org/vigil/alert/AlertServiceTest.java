package org.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigil.alert.AlertFixture.alert;
import static org.vigil.alert.AlertFixture.due;
import static org.vigil.alert.AlertFixture.key;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.vigil.db.Transactions;
import org.vigil.security.OnDuty;
import org.vigil.security.AreaService;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.SubjectType;
import org.vigil.testkit.Databases;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
class AlertServiceTest {

    private Instant now;

    @Autowired
    private AlertService service;

    @Autowired
    private AlertRaiser raiser;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Databases databases;

    @Autowired
    private AreaService areas;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private TestClock clock;

    private AlertFixture fixture;
    private long area;
    private long supervisor;

    @BeforeEach
    void a_supervisor_is_on_duty() {
        now = clock.pin("2026-03-03T14:10:00Z");
        fixture = new AlertFixture(databases, staff, areas);
        fixture.everybodyGoesHome();
        area = fixture.district();
        supervisor = fixture.onDuty(area, Duty.SUPERVISOR);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void duty_and_area_decide_who_sees_an_alert() {
        var id = raised(alert(key(), area));

        assertThat(seenBy(supervisor, id)).isTrue();
        assertThat(seenBy(fixture.person(null, Duty.CALLS), id)).as("the control room, force-wide").isTrue();
        assertThat(seenBy(fixture.person(fixture.district(), Duty.SUPERVISOR), id)).as("another district").isFalse();
        assertThat(seenBy(fixture.person(area, Duty.CUSTODY), id)).as("a duty not in the audience").isFalse();
        assertThat(seenBy(fixture.person(null, Duty.ADMIN), id)).as("an administrator").isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Duty.class, names = {"AUDITOR", "FEED", "ANALYST"})
    void duties_that_work_no_alerts_may_not_even_ask(Duty duty) {
        var account = fixture.person(null, duty);

        assertThatThrownBy(() -> fixture.as(account, () -> service.list(AlertFilter.open(), 0, 10)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> fixture.as(account, () -> service.acknowledge(1, 0)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void acting_on_an_alert_that_one_may_not_see_is_refused_and_logged() {
        var id = raised(alert(key(), area));
        var stranger = fixture.person(fixture.district(), Duty.SUPERVISOR);

        assertThatThrownBy(() -> fixture.as(stranger, () -> service.acknowledge(id, 0)))
                .isInstanceOf(AccessDeniedException.class);

        assertThat(fixture.values(
                        "SELECT action FROM audit_entry WHERE account_id = ? AND subject_id = ?", stranger, id))
                .containsExactly("REFUSED");
    }

    @Test
    void opening_an_alert_that_one_may_not_see_is_logged_as_well() {
        var id = raised(alert(key(), area));
        var stranger = fixture.person(fixture.district(), Duty.SUPERVISOR);

        assertThat(fixture.as(stranger, () -> service.get(id))).isEmpty();

        assertThat(fixture.values(
                        "SELECT action FROM audit_entry WHERE account_id = ? AND subject_id = ?", stranger, id))
                .containsExactly("REFUSED");
    }

    @Test
    void acknowledging_writes_who_and_when_into_history_and_audit_log() {
        var id = raised(alert(key(), area));

        var version = fixture.as(supervisor, () -> service.acknowledge(id, 0));

        var detail = read(id);
        assertThat(detail.alert().state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(detail.alert().version()).isEqualTo(version).isOne();
        assertThat(detail.alert().acknowledgedAt()).isEqualTo(now);
        assertThat(detail.history().getLast().kind()).isEqualTo(AlertEventKind.ACKNOWLEDGED);
        assertThat(detail.history().getLast().by()).isEqualTo(detail.alert().acknowledgedName()).startsWith("Officer");
        assertThat(fixture.values(
                        "SELECT what FROM audit_entry WHERE account_id = ? AND subject_id = ? AND action = 'CHANGE'",
                        supervisor, id))
                .containsExactly("Acknowledged an alert");
    }

    @Test
    void whoever_comes_second_is_told_so_and_changes_nothing() {
        var id = raised(alert(key(), area));
        fixture.as(supervisor, () -> service.acknowledge(id, 0));

        assertThatThrownBy(() -> fixture.as(supervisor, () -> service.resolve(id, 0, "Dealt with")))
                .isInstanceOf(ChangedMeanwhileException.class);

        assertThat(read(id).alert().state()).isEqualTo(AlertState.ACKNOWLEDGED);
    }

    @Test
    void an_acknowledgement_can_be_taken_back() {
        var id = raised(alert(key(), area));

        fixture.as(supervisor, () -> service.undoAcknowledge(id, service.take(id, 0)));

        assertThat(read(id).alert().state()).isEqualTo(AlertState.RAISED);
        assertThat(read(id).alert().assignedTo()).isNull();
    }

    @Test
    void an_alert_goes_to_somebody_who_is_signed_on_and_may_see_it_and_calls_them() {
        var colleague = fixture.onDuty(area, Duty.SUPERVISOR);
        var elsewhere = fixture.onDuty(fixture.district(), Duty.SUPERVISOR);
        var atHome = fixture.person(area, Duty.SUPERVISOR);
        var id = raised(alert(key(), area));

        assertThat(fixture.as(supervisor, () -> service.assignable(id)))
                .extracting(OnDuty::accountId)
                .containsExactlyInAnyOrder(supervisor, colleague);
        for (var other : List.of(elsewhere, atHome)) {
            assertThatThrownBy(() -> fixture.as(supervisor, () -> service.assign(id, 0, other)))
                    .isInstanceOf(InvalidInputException.class);
        }
        fixture.as(supervisor, () -> service.assign(id, 0, colleague));

        assertThat(read(id).alert().assignedTo()).isEqualTo(colleague);
        assertThat(read(id).alert().state()).isEqualTo(AlertState.RAISED);
        assertThat(fixture.values(
                        "SELECT account_id FROM alert_notification WHERE alert_id = ? AND rung = 'ASSIGNED'", id))
                .containsExactly("" + colleague);
    }

    @Test
    void a_snooze_never_passes_the_legal_deadline() {
        var deadline = now.plus(Duration.ofHours(2));
        var id = raised(due(alert(key(), area), deadline));

        assertThatThrownBy(() -> fixture.as(
                        supervisor, () -> service.snooze(id, 0, deadline.plusNanos(1000), "The unit is near")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Tue 3 Mar 2026 16:10");
        fixture.as(supervisor, () -> service.snooze(id, 0, deadline, "The unit is near"));

        assertThat(read(id).alert().snoozedUntil()).isEqualTo(deadline);
        assertThat(read(id).history().getLast().note()).isEqualTo("Until Tue 3 Mar 2026 16:10: The unit is near");
    }

    @Test
    void escalating_by_hand_calls_the_next_duty_which_then_sees_it() {
        var leader = fixture.onDuty(null, Duty.LEADER);
        var id = raised(alert(key(), area));
        assertThat(seenBy(leader, id)).isFalse();
        assertThat(fixture.as(supervisor, () -> service.escalations(id))).containsExactly(Duty.LEADER);

        assertThatThrownBy(() -> fixture.as(supervisor, () -> service.escalate(id, 0, Duty.CUSTODY, "No unit is free")))
                .isInstanceOf(InvalidInputException.class);
        fixture.as(supervisor, () -> service.escalate(id, 0, Duty.LEADER, "No unit is free"));

        assertThat(seenBy(leader, id)).isTrue();
        assertThat(fixture.values("SELECT account_id FROM alert_notification WHERE alert_id = ? AND rung = 'ESCALATED'", id))
                .containsExactly("" + leader);
        assertThat(fixture.as(supervisor, () -> service.escalations(id))).isEmpty();
    }

    @Test
    void an_alert_whose_cause_is_open_says_why_it_can_not_be_resolved_by_hand() {
        var open = alert("STILL-OPEN:" + key(), area);
        var id = raised(open);

        assertThatThrownBy(() -> fixture.as(supervisor, () -> service.resolve(id, 0, "Done")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("Its clock is still running: record the arrival.");
        var other = raised(alert(key(), area));
        fixture.as(supervisor, () -> service.resolve(other, 0, "A duplicate of CAD-6"));

        assertThat(read(other).alert().resolution()).isEqualTo("A duplicate of CAD-6");
        assertThat(fixture.values("SELECT dedup_key FROM alert WHERE id = ?", other)).containsExactly("null");
    }

    @Test
    void the_list_has_the_most_severe_first_and_then_what_is_due_first() {
        var before = fixture.as(supervisor, () -> service.counts());
        var plain = raised(alert(key(), area));
        var late = raised(due(alert(key(), area), now.plusSeconds(60)));
        var later = raised(due(alert(key(), area), now.plusSeconds(600)));
        var severe = raised(AlertFixture.rung(alert(key(), area), "X", Severity.CRITICAL, Audience.called(Duty.SUPERVISOR)));

        assertThat(listed(filter(AlertFilter.Show.OPEN, false, false))).containsExactly(severe, late, later, plain);
        var page = fixture.as(supervisor, () -> service.list(filter(AlertFilter.Show.OPEN, false, false), 2, 1));
        assertThat(page.rows()).extracting(AlertRow::id).containsExactly(later);
        assertThat(page.total()).isEqualTo(4);
        var counts = fixture.as(supervisor, () -> service.counts());
        assertThat(counts.open()).isEqualTo(before.open() + 4);
        assertThat(counts.unacknowledged()).isEqualTo(before.unacknowledged() + 4);
        assertThat(counts.critical()).isEqualTo(before.critical() + 1);
    }

    @Test
    void each_filter_leaves_what_it_names() {
        var before = fixture.as(supervisor, () -> service.counts());
        var mine = raised(alert(key(), area));
        fixture.as(supervisor, () -> service.take(mine, 0));
        var asleep = raised(alert(key(), area));
        fixture.as(supervisor, () -> service.snooze(asleep, 0, now.plusSeconds(60), "In a minute"));
        var done = raised(alert(key(), area));
        fixture.as(supervisor, () -> service.resolve(done, 0, "Dealt with"));
        var open = raised(alert(key(), area));

        assertThat(listed(filter(AlertFilter.Show.OPEN, false, false))).containsExactlyInAnyOrder(mine, open);
        assertThat(listed(filter(AlertFilter.Show.OPEN, true, false))).containsExactly(mine);
        assertThat(listed(filter(AlertFilter.Show.OPEN, false, true))).containsExactly(open);
        assertThat(listed(filter(AlertFilter.Show.SNOOZED, false, false))).containsExactly(asleep);
        assertThat(listed(filter(AlertFilter.Show.RESOLVED_TODAY, false, false))).containsExactly(done);
        assertThat(listed(new AlertFilter(
                        AlertFilter.Show.OPEN, false, false, Set.of(Severity.HIGH), Set.of(), area)))
                .isEmpty();
        assertThat(listed(new AlertFilter(
                        AlertFilter.Show.OPEN, false, false, Set.of(), Set.of("TEST"), area)))
                .containsExactlyInAnyOrder(mine, open);
        var counts = fixture.as(supervisor, () -> service.counts());
        assertThat(counts.open()).isEqualTo(before.open() + 2);
        assertThat(counts.mine()).isEqualTo(before.mine() + 1);
        assertThat(counts.snoozed()).isEqualTo(before.snoozed() + 1);
        assertThat(fixture.as(supervisor, () -> service.openKinds())).contains("TEST");
    }

    @Test
    void a_live_list_is_logged_when_it_opens_and_once_a_quarter_of_an_hour_with_all_that_came_up() {
        var first = raised(alert(key(), area));
        var viewing = new AlertViewing();
        shown(viewing);
        var second = raised(alert(key(), area));
        shown(viewing);
        assertThat(logged()).containsExactly(List.of(first));

        clock.advance(Duration.ofMinutes(15));
        shown(viewing);
        assertThat(logged()).containsExactly(List.of(first), List.of(first, second));

        var third = raised(alert(key(), area));
        shown(viewing);
        fixture.as(supervisor, () -> {
            service.left(viewing);
            service.left(viewing);
            return null;
        });
        assertThat(logged()).containsExactly(List.of(first), List.of(first, second), List.of(third));
    }

    @Test
    void what_has_gone_from_a_live_list_is_not_logged_as_seen_again() {
        var first = raised(alert(key(), area));
        var second = raised(alert(key(), area));
        var viewing = new AlertViewing();
        shown(viewing);
        transactions.run(() -> raiser.resolve(
                fixture.values("SELECT dedup_key FROM alert WHERE id = ?", first), "Done", clock.instant()));

        clock.advance(Duration.ofMinutes(15));
        shown(viewing);
        clock.advance(Duration.ofMinutes(15));
        shown(viewing);

        assertThat(logged()).containsExactly(List.of(first, second), List.of(second), List.of(second));
    }

    @Test
    void the_open_alerts_about_a_record_are_found() {
        var id = raised(alert(key(), area));

        assertThat(fixture.as(supervisor, () -> service.about(SubjectType.INCIDENT, List.of(7L))))
                .extracting(AlertRow::id)
                .contains(id);
        assertThat(fixture.as(supervisor, () -> service.about(SubjectType.INCIDENT, List.of()))).isEmpty();
    }

    private void shown(AlertViewing viewing) {
        fixture.as(supervisor, () -> service.list(filter(AlertFilter.Show.OPEN, false, false), 0, 50, viewing));
    }

    private List<List<Long>> logged() {
        return fixture.values("SELECT id FROM audit_entry WHERE account_id = ? AND action = 'VIEW' ORDER BY at", supervisor)
                .stream()
                .map(entry -> fixture
                        .values(
                                "SELECT subject_id FROM audit_shown WHERE subject_type = 'ALERT' AND entry_id = ? ORDER BY 1",
                                entry)
                        .stream()
                        .map(Long::parseLong)
                        .toList())
                .toList();
    }

    /** In the test's own area: other tests leave alerts of the whole force. */
    private AlertFilter filter(AlertFilter.Show show, boolean mine, boolean unacknowledged) {
        return new AlertFilter(show, mine, unacknowledged, Set.of(), Set.of(), area);
    }

    private List<Long> listed(AlertFilter filter) {
        return fixture.as(supervisor, () -> service.list(filter, 0, 50)).rows().stream()
                .map(AlertRow::id)
                .toList();
    }

    private AlertDetail read(long id) {
        return fixture.as(supervisor, () -> service.get(id)).orElseThrow();
    }

    private boolean seenBy(long account, long id) {
        var seen = fixture.as(account, () -> service.get(id)).isPresent();
        if (staff.byId(account).orElseThrow().duties().stream().noneMatch(duty -> duty == Duty.ADMIN)) {
            var listed = fixture.as(account, () -> service.list(filter(AlertFilter.Show.OPEN, false, false), 0, 500))
                    .rows();
            assertThat(listed.stream().anyMatch(row -> row.id() == id)).isEqualTo(seen);
        }
        return seen;
    }

    private long raised(RaiseAlert alert) {
        transactions.run(() -> raiser.raise(List.of(alert), clock.instant()));
        return fixture.idOf(alert.dedupKey());
    }
}
