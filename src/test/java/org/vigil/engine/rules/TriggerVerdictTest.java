package org.vigil.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerVerdictTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // condition, seconds late, interval in seconds, verdict
                "MISSING, -, 2, REGISTER",
                "ERROR, 0, 2, RESET",
                "PAUSED, 0, 2, RESUME",
                "WAITING, -2, 2, WELL",
                "WAITING, 30, 2, WELL",
                "WAITING, 31, 2, RESCHEDULE",
                "WAITING, 180, 60, WELL",
                "WAITING, 181, 60, RESCHEDULE",
                "WAITING, -, 2, RESCHEDULE",
                // A sweep of a hundred thousand alerts may take a while: it is slow, not lost.
                "RUNNING, 31, 2, WELL",
                "RUNNING, 150, 2, WELL",
                "RUNNING, 151, 2, RESCHEDULE"
            })
    void a_trigger_is_judged_by_its_state_and_by_how_late_it_is(
            TriggerVerdict.Condition condition, Long secondsLate, long interval, TriggerVerdict verdict) {
        var nextFire = secondsLate == null ? null : NOW.minusSeconds(secondsLate);
        assertThat(TriggerVerdict.of(condition, nextFire, Duration.ofSeconds(interval), NOW)).isEqualTo(verdict);
    }
}
