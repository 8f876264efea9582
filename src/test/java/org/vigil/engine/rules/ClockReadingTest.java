package org.vigil.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockReadingTest {

    private static final Instant DATABASE = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest(name = "{2}: asked {0} ms, answered {1} ms from the database''s time")
    @CsvSource(
            nullValues = "-",
            value = {
                "0, 0, -",
                "-1, 1, -",
                "1000, 1000, -",
                "1001, 1001, 'The clock of this server is 1 s ahead of'",
                "-1000, -1000, -",
                "-1001, -1001, 'The clock of this server is 1 s behind'",
                "45000, 45010, 'The clock of this server is 45 s ahead of'",
                "-45010, -45000, 'The clock of this server is 45 s behind'",
                // Half the round trip is not known: 3 s ahead, give or take 2.5 s, is not certain.
                "500, 5500, -",
                "2600, 7600, 'The clock of this server is 5 s ahead of'"
            })
    void a_clock_that_is_certainly_out_by_more_than_a_second_is_told_of(long asked, long answered, String problem) {
        var reading = new ClockReading(DATABASE.plusMillis(asked), DATABASE, DATABASE.plusMillis(answered));
        if (problem == null) {
            assertThat(reading.problem()).isEmpty();
        } else {
            assertThat(reading.problem()).get().asString().startsWith(problem);
        }
    }
}
