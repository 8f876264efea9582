package org.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigil.alert.AlertFixture.alert;
import static org.vigil.alert.AlertFixture.key;
import static org.vigil.alert.AlertFixture.rung;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.vigil.db.Transactions;
import org.vigil.security.AreaService;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.testkit.Databases;
import org.vigil.testkit.VigilTest;

@VigilTest
class AlertRaiserTest {

    private static final Instant NOW = Instant.parse("2026-03-03T14:10:00Z");

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

    private AlertFixture fixture;

    @BeforeEach
    void nobody_is_on() {
        fixture = new AlertFixture(databases, staff, areas);
        fixture.everybodyGoesHome();
    }

    @Test
    void an_alert_exists_exactly_when_its_cause_does() {
        var key = key();

        assertThatThrownBy(() -> raiser.raise(List.of(alert(key, null)), NOW))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> transactions.run(() -> {
                    raiser.raise(List.of(alert(key, null)), NOW);
                    throw new IllegalStateException("the call could not be stored");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(fixture.values("SELECT id FROM alert WHERE dedup_key = ?", key)).isEmpty();
    }

    @Test
    void a_new_alert_calls_those_who_are_signed_on_cover_the_area_and_are_called() {
        var area = fixture.district();
        var here = fixture.onDuty(area, Duty.SUPERVISOR);
        var everywhere = fixture.onDuty(null, Duty.SUPERVISOR, Duty.CALLS);
        fixture.onDuty(fixture.district(), Duty.SUPERVISOR);
        fixture.onDuty(area, Duty.CALLS);
        fixture.person(area, Duty.SUPERVISOR);
        var key = key();

        raise(alert(key, area));

        var id = fixture.idOf(key);
        assertThat(fixture.values("SELECT account_id FROM alert_notification WHERE alert_id = ? ORDER BY 1", id))
                .containsExactly("" + here, "" + everywhere);
        assertThat(fixture.values(
                        "SELECT CONCAT(kind, ': ', note) FROM alert_event WHERE alert_id = ? ORDER BY id", id))
                .containsExactly("RAISED: Nobody there yet", "NOTIFIED: Specialist supervisor (2 signed on)");
        assertThat(fixture.values(
                        "SELECT CONCAT(duty, ' ', notified) FROM alert_audience WHERE alert_id = ? ORDER BY duty", id))
                .containsExactly("CALLS 0", "SUPERVISOR 1");
        assertThat(mails()).isZero();
    }

    @Test
    void a_rung_raises_severity_widens_the_audience_and_calls_anew_in_one_open_alert() {
        var key = key();
        var first = alert(key, null);
        fixture.onDuty(null, Duty.SUPERVISOR);
        fixture.onDuty(null, Duty.LEADER);
        raise(first);
        var id = fixture.idOf(key);
        fixture.update("UPDATE alert SET state = 'ACKNOWLEDGED', acknowledged_at = raised_at WHERE id = ?", id);

        raise(
                rung(first, "DUE", Severity.HIGH, Audience.called(Duty.SUPERVISOR)),
                rung(first, "SENIOR", Severity.WARNING, Audience.called(Duty.LEADER)));

        assertThat(fixture.values("SELECT CONCAT(id, state, severity, detail) FROM alert WHERE dedup_key = ?", key))
                .containsExactly(id + "RAISEDHIGHNobody there yet SENIOR");
        assertThat(fixture.values("SELECT kind FROM alert_event WHERE alert_id = ? ORDER BY id", id))
                .containsExactly("RAISED", "NOTIFIED", "RUNG", "RUNG", "NOTIFIED", "NOTIFIED");
        assertThat(fixture.values(
                        "SELECT CONCAT(rung, duty) FROM alert_notification WHERE alert_id = ? ORDER BY 1", id))
                .containsExactly("DUESUPERVISOR", "RAISEDSUPERVISOR", "SENIORLEADER");
        assertThat(fixture.values("SELECT duty FROM alert_audience WHERE alert_id = ? AND notified ORDER BY 1", id))
                .containsExactly("LEADER", "SUPERVISOR");
    }

    @Test
    void several_rungs_at_once_open_one_alert_at_the_highest() {
        var first = alert(key(), null);

        raise(first, rung(first, "DUE", Severity.CRITICAL, Audience.called(Duty.SUPERVISOR)));

        assertThat(fixture.values("SELECT severity FROM alert WHERE dedup_key = ?", first.dedupKey()))
                .containsExactly("CRITICAL");
        assertThat(fixture.values(
                        "SELECT CONCAT(kind, severity) FROM alert_event WHERE severity IS NOT NULL AND alert_id = ? ORDER BY id",
                        fixture.idOf(first.dedupKey())))
                .containsExactly("RAISEDWARNING", "RUNGCRITICAL");
    }

    @Test
    void the_same_problem_in_the_same_words_says_nothing_new() {
        var alert = alert(key(), null);
        raise(alert);
        var before = fixture.values("SELECT version FROM alert WHERE dedup_key = ?", alert.dedupKey());

        raise(alert);

        assertThat(fixture.values("SELECT version FROM alert WHERE dedup_key = ?", alert.dedupKey()))
                .isEqualTo(before);
        assertThat(fixture.number(
                        "SELECT COUNT(*) FROM alert_event WHERE alert_id = ?", fixture.idOf(alert.dedupKey())))
                .isEqualTo(2);
    }

    @Test
    void where_nobody_of_the_audience_is_on_the_next_duty_that_is_staffed_is_called_and_sees_it() {
        var leader = fixture.onDuty(null, Duty.LEADER);
        fixture.onDuty(fixture.district(), Duty.SUPERVISOR);
        var key = key();

        raise(alert(key, fixture.district()));

        var id = fixture.idOf(key);
        assertThat(fixture.values("SELECT account_id FROM alert_notification WHERE alert_id = ?", id))
                .containsExactly("" + leader);
        assertThat(fixture.values("SELECT duty FROM alert_audience WHERE alert_id = ? AND notified ORDER BY 1", id))
                .containsExactly("LEADER", "SUPERVISOR");
        assertThat(fixture.values("SELECT note FROM alert_event WHERE alert_id = ? AND kind = 'NOTIFIED'", id))
                .containsExactly("Nobody is signed on as Specialist supervisor, so called Senior leader (1 signed on)");
    }

    @Test
    void an_alert_for_administrators_never_goes_to_anybody_else() {
        fixture.onDuty(null, Duty.SUPERVISOR, Duty.LEADER);
        var key = key();

        transactions.run(() -> raiser.raiseByPolicy(
                "CALENDAR_ENDS", new SubjectRef(SubjectType.CALENDAR, 0, "2028"), key, "Ends in 2028", null, NOW));

        var id = fixture.idOf(key);
        assertThat(fixture.values("SELECT duty FROM alert_audience WHERE alert_id = ?", id)).containsExactly("ADMIN");
        assertThat(fixture.values("SELECT account_id FROM alert_notification WHERE alert_id = ?", id)).isEmpty();
        assertThat(mails()).isOne();
    }

    @Test
    void with_nobody_who_was_called_at_the_console_one_mail_a_quarter_of_an_hour_is_asked_for() {
        fixture.signedOn(fixture.person(null, Duty.SUPERVISOR));

        raise(alert(key(), null), alert(key(), null));
        transactions.run(() -> raiser.raise(List.of(alert(key(), null)), NOW.plusSeconds(299)));
        assertThat(mails()).isOne();
        transactions.run(() -> raiser.raise(List.of(alert(key(), null)), NOW.plusSeconds(300)));
        assertThat(mails()).isEqualTo(2);
    }

    @Test
    void every_shipped_policy_raises() {
        var kinds = fixture.values("SELECT kind FROM alert_policy");

        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "CALL_DOWNGRADED", "CALL_FLAG_REMOVED", "CALL_RESOLVED_WITHOUT_DEPLOYMENT",
                        "CALL_TIMES_IMPOSSIBLE", "CASE_CLOSED_CHARGED",
                        "CASE_UNALLOCATED", "CUSTODY_TWO_RECORDS", "FEED_SILENT", "CALENDAR_ENDS", "ENGINE_ITEM_FAILED",
                        "ENGINE_JOB_FAILED", "AUDIT_CHAIN_BROKEN", "PERSON_GLASS_BROKEN", "PERSON_SEALED_SOUGHT");
        for (var kind : kinds) {
            var alert = raiser.byPolicy(kind, new SubjectRef(SubjectType.ENGINE, 0, "Engine"), key(), "", null, NOW);
            assertThat(alert.audience()).as(kind).anyMatch(Audience::notified);
            raise(alert);
        }
        assertThatThrownBy(() -> raiser.byPolicy(
                        "UNKNOWN", new SubjectRef(SubjectType.ENGINE, 0, "Engine"), key(), "", null, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closing_the_cause_resolves_and_the_same_problem_later_is_a_new_alert() {
        var alert = alert(key(), null);
        raise(alert);
        var id = fixture.idOf(alert.dedupKey());

        transactions.run(() -> raiser.resolve(List.of(alert.dedupKey(), "NO:SUCH:1"), "A unit is at the scene", NOW));
        raise(alert);

        assertThat(fixture.values("SELECT CONCAT(state, resolution) FROM alert WHERE id = ?", id))
                .containsExactly("RESOLVEDA unit is at the scene");
        assertThat(fixture.idOf(alert.dedupKey())).isNotEqualTo(id);
    }

    @Test
    void a_change_of_the_subject_wakes_a_snoozed_alert_and_calls_again() {
        fixture.onDuty(null, Duty.SUPERVISOR);
        var alert = alert(key(), null);
        raise(alert);
        var id = fixture.idOf(alert.dedupKey());
        fixture.update(
                "UPDATE alert SET state = 'SNOOZED', snoozed_until = '2026-03-04', wake_at = '2026-03-04' WHERE id = ?", id);

        transactions.run(() -> raiser.touch(List.of(alert.dedupKey()), "The grade was raised", NOW.plusSeconds(9)));

        assertThat(fixture.values("SELECT state FROM alert WHERE id = ?", id)).containsExactly("RAISED");
        assertThat(fixture.values("SELECT rung FROM alert_notification WHERE alert_id = ? ORDER BY 1", id))
                .containsExactly("RAISED", "WOKEN");
    }

    @Test
    void eight_raisers_of_one_problem_leave_one_open_alert_with_the_whole_history() throws Exception {
        var problems = Stream.generate(AlertFixture::key).limit(20).toList();
        var tasks = new ArrayList<Callable<Void>>();
        for (var raiserNumber = 0; raiserNumber < 8; raiserNumber++) {
            var rung = "RUNG" + raiserNumber;
            tasks.add(() -> {
                var alerts = new ArrayList<RaiseAlert>();
                problems.forEach(key -> alerts.add(
                        rung(alert(key, null), rung, Severity.HIGH, Audience.called(Duty.SUPERVISOR))));
                Collections.shuffle(alerts);
                transactions.run(() -> raiser.raise(alerts, NOW));
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var result : threads.invokeAll(tasks)) {
                result.get();
            }
        }

        for (var key : problems) {
            var id = fixture.idOf(key);
            assertThat(fixture.values(
                            "SELECT note FROM alert_event WHERE alert_id = ? AND kind IN ('RAISED', 'RUNG') ORDER BY 1", id))
                    .containsExactly(
                            "Nobody there yet RUNG0", "Nobody there yet RUNG1", "Nobody there yet RUNG2",
                            "Nobody there yet RUNG3", "Nobody there yet RUNG4", "Nobody there yet RUNG5",
                            "Nobody there yet RUNG6", "Nobody there yet RUNG7");
            assertThat(fixture.number("SELECT COUNT(*) FROM alert_event WHERE alert_id = ? AND kind = 'RAISED'", id))
                    .isOne();
        }
    }

    private long mails() {
        return fixture.number("SELECT COUNT(*) FROM alert_outbox");
    }

    private void raise(RaiseAlert... alerts) {
        transactions.run(() -> raiser.raise(List.of(alerts), NOW));
    }
}
