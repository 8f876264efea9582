package org.vigil.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.incident.CallFixture.aCall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.alert.AlertFixture;
import org.vigil.security.AreaService;
import org.vigil.security.EngineScope;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;
import org.vigil.testkit.Databases;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

/** Alerts about a call follow what becomes of it. */
@VigilTest
class AlertsOfCallsTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Autowired
    private IncidentIntake intake;

    @Autowired
    private AreaService areas;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private Databases databases;

    @Autowired
    private TestClock clock;

    private final String reference = UUID.randomUUID().toString();
    private AlertFixture fixture;
    private long here;
    private long there;

    @BeforeEach
    void two_districts_and_a_call_that_was_resolved_without_deployment() {
        clock.pin(NOON);
        fixture = new AlertFixture(databases, staff, areas);
        fixture.everybodyGoesHome();
        here = fixture.district();
        there = fixture.district();
        send(call());
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void an_alert_about_a_call_goes_with_it_to_another_area_and_calls_whoever_is_on_there() {
        var supervisor = fixture.onDuty(there, Duty.SUPERVISOR);
        var alert = alert();
        fixture.update("UPDATE alert SET state = 'ACKNOWLEDGED', acknowledged_at = ? WHERE id = ?", NOON, alert);

        send(call().inArea(code(there)));

        assertThat(fixture.number("SELECT area_id FROM alert WHERE id = ?", alert)).isEqualTo(there);
        assertThat(state(alert)).as("nobody there has answered").isEqualTo("RAISED");
        assertThat(fixture.values("SELECT account_id FROM alert_notification WHERE alert_id = ? AND rung = 'MOVED'", alert))
                .containsExactly("" + supervisor);
    }

    @Test
    void an_alert_stays_with_its_assignee_only_where_he_covers_the_new_area_too() {
        var alert = alert();
        fixture.update("UPDATE alert SET assigned_to = ? WHERE id = ?", fixture.person(here, Duty.SUPERVISOR), alert);
        send(call().inArea(code(there)));
        assertThat(fixture.values("SELECT assigned_to FROM alert WHERE id = ?", alert)).containsExactly("null");

        var both = fixture.person(null, Duty.SUPERVISOR);
        fixture.update("UPDATE alert SET assigned_to = ? WHERE id = ?", both, alert);
        send(call().inArea(code(here)));
        assertThat(fixture.number("SELECT assigned_to FROM alert WHERE id = ?", alert)).isEqualTo(both);
    }

    @Test
    void a_snoozed_alert_wakes_when_something_of_its_call_changes_that_matters() {
        var alert = alert();
        snooze(alert);
        send(call().describedAs("The caller rang again"));
        assertThat(state(alert)).as("a description is read when somebody looks").isEqualTo("SNOOZED");

        send(call().describedAs("The caller rang again").withCrime("C/1", NOON));

        assertThat(state(alert)).isEqualTo("RAISED");
        assertThat(fixture.values("SELECT note FROM alert_event WHERE alert_id = ? AND kind = 'CHANGED'", alert))
                .containsExactly("The call changed: crime");
    }

    private CallFixture call() {
        return aCall(reference).flagged().graded("IMMEDIATE").receivedAt(NOON.minusSeconds(600)).urban()
                .inArea(code(here)).disposed(Disposal.RESOLVED_WITHOUT_DEPLOYMENT);
    }

    private void send(CallFixture call) {
        clock.advance(Duration.ofSeconds(1));
        EngineScope.call(() -> intake.takeInAll(List.of(call.message())));
    }

    private long alert() {
        var call = fixture.number("SELECT id FROM incident WHERE reference = ?", reference);
        return fixture.idOf("CALL_RESOLVED_WITHOUT_DEPLOYMENT:INCIDENT:" + call);
    }

    private void snooze(long alert) {
        fixture.update(
                "UPDATE alert SET state = 'SNOOZED', snoozed_until = '2026-03-04', wake_at = '2026-03-04' WHERE id = ?",
                alert);
    }

    private String state(long alert) {
        return fixture.values("SELECT state FROM alert WHERE id = ?", alert).getFirst();
    }

    private String code(long area) {
        return fixture.values("SELECT code FROM area WHERE id = ?", area).getFirst();
    }
}
