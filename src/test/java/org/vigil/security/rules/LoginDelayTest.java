package org.vigil.security.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.security.rules.LoginDelay.Failures;

class LoginDelayTest {

    private static final Instant NOW = Instant.parse("2026-03-03T14:10:00Z");

    @ParameterizedTest(name = "{0} wrong passwords in a row cost {1} s")
    @CsvSource({"0, 0", "1, 0", "2, 0", "3, 1", "4, 2", "5, 4", "6, 8", "7, 16", "8, 32", "9, 60", "10, 60", "2147483647, 60"})
    void the_wait_doubles_up_to_a_minute(int failures, long seconds) {
        assertThat(LoginDelay.waitAfter(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void the_first_wrong_password_costs_nothing() {
        assertThat(LoginDelay.afterFailure(null, NOW)).isEqualTo(new Failures(1, NOW, NOW));
    }

    @Test
    void the_third_wrong_password_in_a_row_costs_a_second() {
        var second = new Failures(2, NOW.minusSeconds(5), NOW.minusSeconds(5));

        assertThat(LoginDelay.afterFailure(second, NOW)).isEqualTo(new Failures(3, NOW, NOW.plusSeconds(1)));
    }

    @ParameterizedTest(name = "after {0} s without a wrong password the count is {1}")
    @CsvSource({"899, 8", "900, 1", "901, 1"})
    void a_quarter_of_an_hour_clears_the_count(long quiet, int expected) {
        var before = new Failures(7, NOW.minusSeconds(quiet), NOW.minusSeconds(quiet));

        assertThat(LoginDelay.afterFailure(before, NOW).count()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} s before the wait ends, {1} s are left")
    @CsvSource({"5, 5", "1, 1", "0, 0", "-1, 0"})
    void the_wait_is_over_at_its_very_end(long before, long left) {
        var failures = new Failures(6, NOW, NOW.plusSeconds(before));

        assertThat(LoginDelay.left(failures, NOW)).isEqualTo(Duration.ofSeconds(left));
    }
}
