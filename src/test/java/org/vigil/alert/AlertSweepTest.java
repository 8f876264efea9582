package org.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.alert.AlertFixture.alert;
import static org.vigil.alert.AlertFixture.due;
import static org.vigil.alert.AlertFixture.key;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.Transactions;
import org.vigil.security.AreaService;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;
import org.vigil.testkit.Databases;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
class AlertSweepTest {

    private static final Duration STALE = Duration.ofMinutes(60);
    private static final Duration ESCALATION = Duration.ofMinutes(30);
    private static final Duration TICK = Duration.ofNanos(1_000);

    @Autowired
    private AlertSweep sweep;

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
    private Instant now;
    private long area;
    private long supervisor;

    @BeforeEach
    void only_this_tests_alerts_can_wake() {
        now = clock.pin("2026-03-03T14:10:00Z");
        fixture = new AlertFixture(databases, staff, areas);
        fixture.everybodyGoesHome();
        fixture.update("UPDATE alert SET wake_at = NULL");
        area = fixture.district();
        supervisor = fixture.onDuty(area, Duty.SUPERVISOR);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void a_snooze_ends_at_its_instant_and_not_before_and_calls_again() {
        var id = raised(alert(key(), area));
        var end = now.plus(Duration.ofMinutes(20));
        fixture.as(supervisor, () -> service.snooze(id, 0, end, "The unit is near"));

        assertThat(sweep.run(end.minus(TICK)).examined()).isZero();
        assertThat(sweep.run(end)).isEqualTo(new AlertSweepResult(1, 1, 0, 0, 0));
        assertThat(sweep.run(end)).as("done once").isEqualTo(new AlertSweepResult(0, 0, 0, 0, 0));

        assertThat(state(id)).isEqualTo("RAISED");
        assertThat(history(id)).endsWith("SNOOZED", "WOKEN", "NOTIFIED");
        assertThat(rungs(id)).containsExactly("RAISED", "WOKEN");
    }

    @Test
    void an_acknowledgement_that_goes_stale_raises_the_alert_again() {
        var id = raised(alert(key(), area));
        clock.advance(Duration.ofMinutes(5));
        fixture.as(supervisor, () -> service.acknowledge(id, 0));
        var stale = now.plus(Duration.ofMinutes(5)).plus(STALE);

        assertThat(sweep.run(stale.minus(TICK)).examined()).isZero();
        assertThat(sweep.run(stale)).isEqualTo(new AlertSweepResult(1, 0, 1, 0, 0));

        assertThat(state(id)).isEqualTo("RAISED");
        assertThat(fixture.values("SELECT note FROM alert_event WHERE alert_id = ? AND kind = 'STALE'", id))
                .containsExactly("Acknowledged 60 min ago and still open");
        assertThat(sweep.run(stale.plus(ESCALATION)).escalated()).as("and then escalates as a new one would").isOne();
    }

    @Test
    void what_nobody_acknowledges_goes_to_the_next_duty_which_then_sees_it() {
        var leader = fixture.onDuty(null, Duty.LEADER);
        var id = raised(alert(key(), area));

        assertThat(sweep.run(now.plus(ESCALATION).minus(TICK)).examined()).isZero();
        assertThat(sweep.run(now.plus(ESCALATION))).isEqualTo(new AlertSweepResult(1, 0, 0, 1, 0));

        assertThat(fixture.as(leader, () -> service.get(id))).isPresent();
        assertThat(fixture.values(
                        "SELECT account_id FROM alert_notification WHERE alert_id = ? AND rung = 'ESCALATED'", id))
                .containsExactly("" + leader);
        assertThat(sweep.run(now.plus(Duration.ofDays(9))).examined()).as("there is nobody above").isZero();
    }

    @Test
    void an_acknowledged_alert_is_not_escalated() {
        var id = raised(alert(key(), area));
        fixture.as(supervisor, () -> service.acknowledge(id, 0));

        assertThat(sweep.run(now.plus(ESCALATION)).escalated()).isZero();
    }

    @Test
    void a_snoozed_alert_wakes_at_once_when_its_legal_deadline_moves() {
        var alert = due(alert(key(), area), now.plus(Duration.ofHours(3)));
        var id = raised(alert);
        fixture.as(supervisor, () -> service.snooze(id, 0, now.plus(Duration.ofHours(2)), "The unit is near"));
        transactions.run(() -> raiser.raise(List.of(due(alert, now.plus(Duration.ofHours(1)))), now));

        assertThat(state(id)).as("its subject changed").isEqualTo("RAISED");
    }

    @Test
    void a_snooze_until_the_legal_deadline_ends_with_it_and_not_before() {
        var deadline = now.plus(Duration.ofHours(3));
        var id = raised(due(alert(key(), area), deadline));
        fixture.as(supervisor, () -> service.snooze(id, 0, deadline, "The unit is near"));

        assertThat(sweep.run(deadline.minus(TICK)).examined()).isZero();
        assertThat(state(id)).isEqualTo("SNOOZED");
        assertThat(sweep.run(deadline).woken()).isOne();
        assertThat(state(id)).isEqualTo("RAISED");
    }

    @Test
    void an_alert_that_fails_is_left_for_the_next_run_and_stops_none_of_the_rest() {
        var ids = Stream.generate(() -> raised(alert(key(), area))).limit(30).toList();
        // An area that its own audience can't be looked up in makes no fault; an escalation to an unknown duty does.
        fixture.update("UPDATE alert SET escalate_to = 'GHOST' WHERE id = ?", ids.get(7));

        var result = sweep.run(now.plus(ESCALATION));

        assertThat(result.failed()).isOne();
        assertThat(result.escalated()).isEqualTo(29);
        fixture.update("UPDATE alert SET escalate_to = 'LEADER' WHERE id = ?", ids.get(7));
        assertThat(sweep.run(now.plus(ESCALATION))).isEqualTo(new AlertSweepResult(1, 0, 0, 1, 0));
    }

    @Test
    void two_sweeps_at_once_do_each_alert_once() throws Exception {
        var alerts = IntStream.range(0, 900).mapToObj(i -> alert(key(), area)).toList();
        transactions.run(() -> raiser.raise(alerts, now));
        var first = fixture.idOf(alerts.stream().map(RaiseAlert::dedupKey).sorted().findFirst().orElseThrow());

        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<AlertSweepResult> run = () -> sweep.run(now.plus(ESCALATION));
            var escalated = 0;
            for (var result : threads.invokeAll(List.of(run, run, run, run))) {
                escalated += result.get().escalated();
                assertThat(result.get().failed()).isZero();
            }
            assertThat(escalated).isEqualTo(900);
        }
        assertThat(fixture.number(
                        "SELECT COUNT(*) FROM alert_event WHERE kind = 'ESCALATED' AND alert_id >= ?", first))
                .isEqualTo(900);
    }

    private List<String> history(long id) {
        return fixture.values("SELECT kind FROM alert_event WHERE alert_id = ? ORDER BY id", id);
    }

    private List<String> rungs(long id) {
        return fixture.values("SELECT rung FROM alert_notification WHERE alert_id = ? ORDER BY rung", id);
    }

    private String state(long id) {
        return fixture.values("SELECT state FROM alert WHERE id = ?", id).getFirst();
    }

    private long raised(RaiseAlert alert) {
        transactions.run(() -> raiser.raise(List.of(alert), clock.instant()));
        return fixture.idOf(alert.dedupKey());
    }
}
