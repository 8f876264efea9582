package org.vigil.security.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.security.rules.SessionLimits.Left;

class SessionLimitsTest {

    private static final Instant START = Instant.parse("2026-03-03T06:00:00Z");
    private static final SessionLimits LIMITS = new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(12));

    @ParameterizedTest(name = "{0} after the last key at {1}: {2}")
    @CsvSource({
        "PT29M59S, 2026-03-03T09:00:00Z, goes on",
        "PT30M,    2026-03-03T09:00:00Z, IDLE",
        "PT30M1S,  2026-03-03T09:00:00Z, IDLE",
        "PT1S,     2026-03-03T17:59:58Z, goes on",
        "PT1S,     2026-03-03T17:59:59Z, ABSOLUTE",
        "PT31M,    2026-03-03T17:45:00Z, ABSOLUTE"
    })
    void a_limit_counts_from_its_very_instant(Duration since, Instant lastKey, String expected) {
        assertThat(LIMITS.over(START, lastKey, lastKey.plus(since)).map(SessionEnd::name).orElse("goes on"))
                .isEqualTo(expected);
    }

    @Test
    void what_is_left_counts_down_to_nothing_and_no_further() {
        assertThat(LIMITS.left(START, START.plusSeconds(600), START.plusSeconds(1200)))
                .isEqualTo(new Left(Duration.ofMinutes(20), Duration.ofHours(12).minusMinutes(20)));
        assertThat(LIMITS.left(START, START, START.plus(Duration.ofDays(1))))
                .isEqualTo(new Left(Duration.ZERO, Duration.ZERO));
    }

    @Test
    void an_absolute_limit_shorter_than_the_idle_one_is_a_mistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionLimits(Duration.ofMinutes(30), Duration.ofMinutes(29)));
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionLimits(Duration.ZERO, Duration.ofHours(1)));
    }
}
