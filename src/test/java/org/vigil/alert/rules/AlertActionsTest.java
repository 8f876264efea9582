package org.vigil.alert.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.alert.rules.AlertActionsTest.Deed.ACKNOWLEDGE;
import static org.vigil.alert.rules.AlertActionsTest.Deed.ESCALATE;
import static org.vigil.alert.rules.AlertActionsTest.Deed.GIVE;
import static org.vigil.alert.rules.AlertActionsTest.Deed.RESOLVE;
import static org.vigil.alert.rules.AlertActionsTest.Deed.SNOOZE;
import static org.vigil.alert.rules.AlertActionsTest.Deed.TAKE;
import static org.vigil.alert.rules.AlertActionsTest.Deed.UNDO;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigil.alert.AlertState;
import org.vigil.alert.Severity;
import org.vigil.shared.Duty;

class AlertActionsTest {

    private static final Instant NOW = Instant.parse("2026-03-03T14:10:00Z");
    private static final long ME = 1;
    private static final long OTHER = 2;

    enum Deed {
        ACKNOWLEDGE,
        UNDO,
        TAKE,
        GIVE,
        SNOOZE,
        ESCALATE,
        RESOLVE
    }

    static Stream<Arguments> transitions() {
        return Stream.of(
                Arguments.of(AlertState.RAISED, ACKNOWLEDGE, AlertState.ACKNOWLEDGED),
                Arguments.of(AlertState.RAISED, UNDO, null),
                Arguments.of(AlertState.RAISED, TAKE, AlertState.ACKNOWLEDGED),
                Arguments.of(AlertState.RAISED, GIVE, AlertState.RAISED),
                Arguments.of(AlertState.RAISED, SNOOZE, AlertState.SNOOZED),
                Arguments.of(AlertState.RAISED, ESCALATE, AlertState.RAISED),
                Arguments.of(AlertState.RAISED, RESOLVE, AlertState.RESOLVED),
                Arguments.of(AlertState.ACKNOWLEDGED, ACKNOWLEDGE, AlertState.ACKNOWLEDGED),
                Arguments.of(AlertState.ACKNOWLEDGED, UNDO, AlertState.RAISED),
                Arguments.of(AlertState.ACKNOWLEDGED, TAKE, AlertState.ACKNOWLEDGED),
                Arguments.of(AlertState.ACKNOWLEDGED, GIVE, AlertState.RAISED),
                Arguments.of(AlertState.ACKNOWLEDGED, SNOOZE, AlertState.SNOOZED),
                Arguments.of(AlertState.ACKNOWLEDGED, ESCALATE, AlertState.RAISED),
                Arguments.of(AlertState.ACKNOWLEDGED, RESOLVE, AlertState.RESOLVED),
                Arguments.of(AlertState.SNOOZED, ACKNOWLEDGE, AlertState.ACKNOWLEDGED),
                Arguments.of(AlertState.SNOOZED, UNDO, null),
                Arguments.of(AlertState.SNOOZED, TAKE, AlertState.ACKNOWLEDGED),
                Arguments.of(AlertState.SNOOZED, GIVE, AlertState.RAISED),
                Arguments.of(AlertState.SNOOZED, SNOOZE, AlertState.SNOOZED),
                Arguments.of(AlertState.SNOOZED, ESCALATE, AlertState.RAISED),
                Arguments.of(AlertState.SNOOZED, RESOLVE, AlertState.RESOLVED),
                Arguments.of(AlertState.RESOLVED, ACKNOWLEDGE, null),
                Arguments.of(AlertState.RESOLVED, UNDO, null),
                Arguments.of(AlertState.RESOLVED, TAKE, null),
                Arguments.of(AlertState.RESOLVED, GIVE, null),
                Arguments.of(AlertState.RESOLVED, SNOOZE, null),
                Arguments.of(AlertState.RESOLVED, ESCALATE, null),
                Arguments.of(AlertState.RESOLVED, RESOLVE, null));
    }

    @ParameterizedTest(name = "{1} a {0} alert → {2}")
    @MethodSource("transitions")
    void each_deed_leads_where_the_table_says(AlertState from, Deed deed, @Nullable AlertState to) {
        var decision = does(deed, in(from));

        switch (decision) {
            case AlertDecision.Done done -> {
                assertThat(done.after().state()).isEqualTo(to);
                assertThat(done.after().severity()).isEqualTo(Severity.WARNING);
            }
            case AlertDecision.Refused refused -> {
                assertThat(to).isNull();
                assertThat(refused.why()).endsWith(".");
            }
        }
    }

    @Test
    void only_ones_own_acknowledgement_can_be_taken_back_and_it_gives_no_more_time() {
        var taken = done(AlertActions.assign(in(AlertState.RAISED), ME, ME, NOW.plusSeconds(60)));

        assertThat(AlertActions.undoAcknowledge(taken, OTHER, NOW.plusSeconds(90))).isInstanceOf(AlertDecision.Refused.class);
        var back = done(AlertActions.undoAcknowledge(taken, ME, NOW.plusSeconds(90)));
        assertThat(back.assignedTo()).isNull();
        assertThat(back.wakeAt()).contains(NOW.plus(Duration.ofMinutes(30)));
    }

    @Test
    void an_acknowledgement_of_a_snoozed_alert_that_is_taken_back_leaves_an_alert_that_still_escalates() {
        var acknowledged = done(AlertActions.acknowledge(in(AlertState.SNOOZED), ME, NOW.plusSeconds(60)));

        var back = done(AlertActions.undoAcknowledge(acknowledged, ME, NOW.plusSeconds(90)));

        assertThat(back.state()).isEqualTo(AlertState.RAISED);
        assertThat(back.wakeAt()).contains(NOW.plusSeconds(90).plus(Duration.ofMinutes(30)));
    }

    @Test
    void what_is_given_to_a_colleague_must_be_acknowledged_by_them_in_time() {
        var given = done(AlertActions.assign(in(AlertState.ACKNOWLEDGED), ME, OTHER, NOW));

        assertThat(given.assignedTo()).isEqualTo(OTHER);
        assertThat(given.acknowledgedBy()).isNull();
        assertThat(given.wakeAt()).contains(NOW.plus(Duration.ofMinutes(30)));
    }

    @ParameterizedTest(name = "until {0} with a deadline at {1}: {2}")
    @CsvSource({
        "2026-03-03T14:10:00Z, , until",
        "2026-03-03T14:10:00.000001Z, , done",
        "2026-03-10T14:10:00Z, , done",
        "2026-03-10T14:10:00.000001Z, , until",
        "2026-03-03T15:00:00Z, 2026-03-03T15:00:00.000001Z, done",
        "2026-03-03T15:00:00Z, 2026-03-03T15:00:00Z, done",
        "2026-03-03T15:00:00.000001Z, 2026-03-03T15:00:00Z, until",
        "2026-03-03T14:20:00Z, 2026-03-03T14:10:00Z, until",
        "2026-03-03T14:20:00Z, 2026-03-03T14:09:59Z, until",
    })
    void a_snooze_ends_in_the_future_within_seven_days_and_never_past_the_legal_deadline(
            Instant until, @Nullable Instant due, String answer) {
        var alert = AlertStanding.raised(Severity.HIGH, due, 60, null, null, NOW);

        switch (AlertActions.snooze(alert, until, "Unit is on its way", NOW)) {
            case AlertDecision.Done done -> {
                assertThat(answer).isEqualTo("done");
                assertThat(done.after().wakeAt()).contains(until);
            }
            case AlertDecision.Refused refused -> assertThat(refused.field()).isEqualTo(answer);
        }
    }

    @ParameterizedTest
    @CsvSource(value = {"''", "'  '", "' ok '"})
    void snoozing_escalating_and_resolving_want_a_reason(String reason) {
        var alert = in(AlertState.RAISED);

        assertThat(AlertActions.snooze(alert, NOW.plusSeconds(60), reason, NOW)).isEqualTo(asks("Say why it can wait."));
        assertThat(AlertActions.escalate(alert, Duty.LEADER, reason, NOW))
                .isEqualTo(asks("Say why it needs someone more senior."));
        assertThat(AlertActions.resolve(alert, reason, null)).isEqualTo(asks("Say how it was resolved."));
    }

    @Test
    void nothing_is_resolved_by_hand_while_its_cause_is_open() {
        var answer = AlertActions.resolve(in(AlertState.RAISED), "All done", "Its clock is still running.");

        assertThat(answer).isEqualTo(new AlertDecision.Refused("state", "Its clock is still running."));
    }

    @Test
    void escalating_calls_upwards_until_there_is_nobody_above() {
        var toSupervisor = done(AlertActions.escalate(in(AlertState.RAISED), Duty.SUPERVISOR, "No answer", NOW));
        var toLeader = done(AlertActions.escalate(toSupervisor, Duty.LEADER, "No answer", NOW));

        assertThat(toSupervisor.escalateTo()).isEqualTo(Duty.LEADER);
        assertThat(toSupervisor.wakeAt()).contains(NOW.plus(Duration.ofMinutes(30)));
        assertThat(toLeader.wakeAt()).isEmpty();
    }

    private static AlertDecision.Refused asks(String why) {
        return new AlertDecision.Refused("reason", why);
    }

    private static AlertDecision does(Deed deed, AlertStanding alert) {
        return switch (deed) {
            case ACKNOWLEDGE -> AlertActions.acknowledge(alert, ME, NOW);
            case UNDO -> AlertActions.undoAcknowledge(alert, ME, NOW);
            case TAKE -> AlertActions.assign(alert, ME, ME, NOW);
            case GIVE -> AlertActions.assign(alert, ME, OTHER, NOW);
            case SNOOZE -> AlertActions.snooze(alert, NOW.plusSeconds(600), "Unit is on its way", NOW);
            case ESCALATE -> AlertActions.escalate(alert, Duty.LEADER, "No unit free", NOW);
            case RESOLVE -> AlertActions.resolve(alert, "Duplicate of another call", null);
        };
    }

    private static AlertStanding in(AlertState state) {
        var raised = AlertStanding.raised(Severity.WARNING, null, 60, 30, Duty.SUPERVISOR, NOW);
        return switch (state) {
            case RAISED -> raised;
            case ACKNOWLEDGED -> raised.acknowledged(ME, NOW);
            case SNOOZED -> raised.snoozed(NOW.plusSeconds(60));
            case RESOLVED -> raised.resolved();
        };
    }

    private static AlertStanding done(AlertDecision decision) {
        assertThat(decision).isInstanceOf(AlertDecision.Done.class);
        return ((AlertDecision.Done) decision).after();
    }
}
