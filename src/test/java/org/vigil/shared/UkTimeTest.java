package org.vigil.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UkTimeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-03-03T14:10:07Z | Tue 3 Mar 2026 14:10  | GMT
                    2026-07-05T23:30:00Z | Mon 6 Jul 2026 00:30  | BST, past local midnight
                    2026-09-01T11:00:00Z | Tue 1 Sep 2026 12:00  | Sep, never Sept
                    2026-10-25T00:30:00Z | Sun 25 Oct 2026 01:30 | the first half past one
                    2026-10-25T01:30:00Z | Sun 25 Oct 2026 01:30 | the second
                    """)
    void moments_are_written_in_local_time(Instant at, String written, String why) {
        assertThat(UkTime.moment(at)).as(why).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PT30S    | less than a minute
                    PT18M    | 18 min
                    -PT2H10M | 2 h 10 min
                    PT76H    | 3 days 4 h
                    """)
    void spans_are_written_in_the_two_largest_units_without_a_sign(Duration span, String written) {
        assertThat(UkTime.span(span)).isEqualTo(written);
    }

    @Test
    void a_second_moment_of_the_same_local_day_is_told_without_the_day() {
        var first = Instant.parse("2026-07-05T22:59:00Z");
        assertThat(UkTime.withSecondsBeside(Instant.parse("2026-07-05T10:00:05Z"), first)).isEqualTo("11:00:05");
        assertThat(UkTime.withSecondsBeside(Instant.parse("2026-07-05T23:00:00Z"), first))
                .isEqualTo("Mon 6 Jul 2026 00:00:00");
    }
}
