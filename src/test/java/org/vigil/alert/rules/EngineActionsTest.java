package org.vigil.alert.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigil.alert.AlertState;
import org.vigil.alert.NamedPeople;
import org.vigil.alert.Severity;
import org.vigil.alert.rules.EngineActions.Wake;
import org.vigil.shared.Duty;
import org.vigil.shared.Viewer;

class EngineActionsTest {

    private static final Instant NOW = Instant.parse("2026-10-25T00:30:00Z");
    private static final AlertStanding RAISED =
            AlertStanding.raised(Severity.WARNING, NOW.plusSeconds(7200), 60, 30, Duty.SUPERVISOR, NOW);

    @ParameterizedTest(name = "{0}: {1} micros off its time → {2}")
    @CsvSource({
        "RAISED, -1, ", "RAISED, 0, ESCALATE", "RAISED, 1, ESCALATE",
        "ACKNOWLEDGED, -1, ", "ACKNOWLEDGED, 0, WENT_STALE", "ACKNOWLEDGED, 1, WENT_STALE",
        "SNOOZED, -1, ", "SNOOZED, 0, SNOOZE_ENDED", "SNOOZED, 1, SNOOZE_ENDED",
    })
    void an_alerts_time_comes_exactly_when_it_says(AlertState state, long micros, @Nullable Wake wake) {
        var alert = switch (state) {
            case RAISED -> RAISED;
            case ACKNOWLEDGED -> RAISED.acknowledged(1L, NOW);
            case SNOOZED -> RAISED.snoozed(NOW.plusSeconds(900));
            case RESOLVED -> RAISED.resolved();
        };
        var at = alert.wakeAt().orElseThrow().plusNanos(micros * 1000);

        var due = EngineActions.due(alert, at);

        assertThat(due.orElse(null)).isEqualTo(wake);
        due.ifPresent(what -> {
            var after = EngineActions.wake(alert, what, at);
            assertThat(after.state()).isEqualTo(AlertState.RAISED);
            assertThat(EngineActions.due(after, at)).as("done once").isEmpty();
        });
    }

    @Test
    void a_resolved_alert_never_wakes() {
        assertThat(EngineActions.due(RAISED.resolved(), NOW.plus(Duration.ofDays(999)))).isEmpty();
    }

    @Test
    void an_alert_without_escalation_waits_for_people_alone() {
        var alert = AlertStanding.raised(Severity.NOTICE, null, 60, null, null, NOW);

        assertThat(alert.wakeAt()).isEmpty();
    }

    @Test
    void a_legal_deadline_that_moved_to_before_a_snoozes_end_ends_the_snooze() {
        var snoozed = RAISED.snoozed(NOW.plusSeconds(3600)).with(Severity.WARNING, NOW.plusSeconds(60));

        assertThat(snoozed.wakeAt()).contains(NOW.plusSeconds(60));
    }

    @Test
    void an_escalation_goes_one_duty_up_each_time_and_ends_at_the_top() {
        var first = EngineActions.wake(RAISED, Wake.ESCALATE, NOW);
        var second = EngineActions.wake(first, Wake.ESCALATE, NOW);

        assertThat(first.escalateTo()).isEqualTo(Duty.LEADER);
        assertThat(first.escalateAt()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        assertThat(second.wakeAt()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = AlertState.class, names = {"RAISED", "ACKNOWLEDGED", "SNOOZED"})
    void a_rung_that_calls_somebody_anew_raises_the_alert_again(AlertState state) {
        var alert = state == AlertState.SNOOZED ? RAISED.snoozed(NOW.plusSeconds(9)) : RAISED.acknowledged(1L, NOW);

        var after = EngineActions.rung(alert, Severity.HIGH, alert.dueAt(), true, NOW);

        assertThat(after.state()).isEqualTo(AlertState.RAISED);
        assertThat(after.acknowledgedBy()).isNull();
        assertThat(after.severity()).isEqualTo(Severity.HIGH);
    }

    @ParameterizedTest
    @CsvSource({"NOTICE,HIGH,HIGH", "HIGH,NOTICE,HIGH", "WARNING,WARNING,WARNING", "HIGH,CRITICAL,CRITICAL"})
    void severity_rises_and_never_falls(Severity held, Severity asked, Severity then) {
        var alert = AlertStanding.raised(held, null, 60, null, null, NOW);

        assertThat(EngineActions.rung(alert, asked, null, false, NOW).severity()).isEqualTo(then);
    }

    @Test
    void a_change_of_the_subject_wakes_a_snoozed_alert_and_leaves_an_acknowledged_one() {
        var acknowledged = RAISED.acknowledged(1L, NOW);

        assertThat(EngineActions.subjectChanged(RAISED.snoozed(NOW.plusSeconds(9)), NOW).state())
                .isEqualTo(AlertState.RAISED);
        assertThat(EngineActions.subjectChanged(acknowledged, NOW)).isEqualTo(acknowledged);
    }

    @ParameterizedTest
    @EnumSource(Duty.class)
    void every_duty_leads_to_somebody_more_senior_or_is_the_end_and_never_goes_in_circles(Duty duty) {
        var route = CallRoute.after(duty);

        assertThat(route).doesNotContain(duty).doesNotHaveDuplicates();
        assertThat(route.isEmpty()).isEqualTo(Set.of(Duty.ADMIN, Duty.LEADER).contains(duty));
    }

    @Test
    void where_nobody_is_on_the_supervisor_comes_before_the_leader_and_administrators_stay_alone() {
        assertThat(CallRoute.afterAll(List.of(Duty.CALLS))).containsExactly(Duty.SUPERVISOR, Duty.LEADER);
        assertThat(CallRoute.afterAll(List.of(Duty.ADMIN, Duty.SUPERVISOR))).containsExactly(Duty.LEADER);
        assertThat(CallRoute.afterAll(List.of(Duty.ADMIN))).isEmpty();
    }

    @ParameterizedTest(name = "duty {0} covering {1} sees an alert to SUPERVISOR in {2}: {3}")
    @CsvSource({
        "SUPERVISOR, 5, 5, true", "SUPERVISOR, 5, 6, false", "SUPERVISOR, 5, , true", "SUPERVISOR, , 6, true",
        "CALLS, , 5, false", "ADMIN, , , false", "CALLS, , , false",
    })
    void duty_and_area_together_decide_who_sees(Duty duty, @Nullable Long covers, @Nullable Long area, boolean sees) {
        var areas = covers == null ? Set.<Long>of() : Set.of(covers);
        var viewer = new Viewer(1L, "a", "A", Set.of(duty), null, areas, "local");

        assertThat(AlertVisibility.sees(viewer, Set.of(Duty.SUPERVISOR), NamedPeople.NONE, area)).isEqualTo(sees);
    }

    @Test
    void whom_an_alert_names_sees_it_whatever_their_duty_and_area_and_whom_it_is_about_never_does() {
        var viewer = new Viewer(1L, "a", "A", Set.of(Duty.CALLS), null, Set.of(5L), "local");
        assertThat(AlertVisibility.sees(viewer, Set.of(Duty.MARAC), new NamedPeople(Set.of(1L), Set.of()), 6L)).isTrue();
        assertThat(AlertVisibility.sees(viewer, Set.of(Duty.MARAC), new NamedPeople(Set.of(2L), Set.of()), 6L)).isFalse();
        assertThat(AlertVisibility.sees(viewer, Set.of(Duty.CALLS), new NamedPeople(Set.of(1L), Set.of(1L)), 5L)).isFalse();
    }
}
