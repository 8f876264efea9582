package org.vigil.person.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneEndTest {

    @ParameterizedTest
    @CsvSource({
        "ends 456, 456",
        "ending 0123, 0123",
        "phone ending in 0123, 0123",
        "last four 0123, 0123",
        "last 4 digits 0123, 0123",
        "number ends with 456, 456",
        "900123, 900123",
        "smith 2345678, 2345678"
    })
    void the_end_of_a_number_is_read(String query, String end) {
        assertThat(parse(query).phoneEnds()).containsExactly(end);
    }

    @Test
    void figures_alone_may_be_a_reference_as_well_and_a_date_is_none() {
        assertThat(parse("900123").references()).hasSize(1);
        assertThat(parse("120384").phoneEnds()).isEmpty();
        assertThat(parse("ends 456").references()).isEmpty();
    }

    @Test
    void a_person_is_named_by_the_key_that_the_log_uses() {
        assertThat(parse("person 123").people()).containsExactly(123L);
        assertThat(parse("Person no. 123").people()).containsExactly(123L);
        assertThat(parse("person 123").names()).isEmpty();
        assertThat(parse("person 123").references()).isEmpty();
    }

    private static Terms parse(String query) {
        return QueryParser.parse(query, LocalDate.of(2026, 3, 3));
    }
}
