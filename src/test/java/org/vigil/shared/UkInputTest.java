package org.vigil.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UkInputTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({
        "24/11/2026, 2026-11-24",
        "3/5/26, 2026-05-03",
        "03.05.2026, 2026-05-03",
        "3-5-2026, 2026-05-03",
        "3 5 26, 2026-05-03",
        "03052026, 2026-05-03",
        "030526, 2026-05-03",
        "3 May 2026, 2026-05-03",
        "3 sept 26, 2026-09-03",
        "3 may, 2026-05-03",
        "3/5, 2026-05-03",
        "2026-05-03, 2026-05-03",
        "14/2/91, 1991-02-14",
        "29/2/2028, 2028-02-29",
        "today, 2026-11-24",
        "Yesterday, 2026-11-23",
        "tomorrow, 2026-11-25",
    })
    void reads_days_as_officers_type_them(String typed, LocalDate meant) {
        assertThat(UkInput.day(typed, TODAY)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31/2/2026", "29/2/2027", "32/1/2026", "1/13/2026", "noon", "24/11/2026/1", "3 foo 2026"})
    void refuses_days_that_do_not_exist(String typed) {
        assertThat(UkInput.day(typed, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "14:05, 14:05", "1405, 14:05", "14.05, 14:05", "9:05, 09:05", "0905, 09:05", "905, 09:05", "9, 09:00",
        "00:00, 00:00", "1405hrs, 14:05", "2:30pm, 14:30", "12am, 00:00", "12:15 pm, 12:15", "23:59, 23:59",
    })
    void reads_times_as_officers_type_them(String typed, LocalTime meant) {
        assertThat(UkInput.time(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24:00", "14:60", "13pm", "0am", "noon", "1:2:3"})
    void refuses_times_that_do_not_exist(String typed) {
        assertThat(UkInput.time(typed)).isEmpty();
    }

    @Test
    void the_hour_that_the_clocks_give_back_means_two_instants_and_the_one_they_take_means_none() {
        assertThat(UkInput.instants(LocalDate.of(2026, 10, 25), LocalTime.of(1, 30)))
                .extracting(Object::toString)
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z");
        assertThat(UkInput.instants(LocalDate.of(2026, 3, 29), LocalTime.of(1, 30))).isEmpty();
        assertThat(UkInput.instants(LocalDate.of(2026, 3, 29), LocalTime.of(2, 0)))
                .extracting(Object::toString)
                .containsExactly("2026-03-29T01:00:00Z");
    }
}
