package org.vigil.victim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigil.victim.ContactMeans;
import org.vigil.victim.SafeWindow;

class SafeContactTest {

    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /** 3 March 2026 is a Tuesday; 29 March and 25 October 2026 are the nights when the clocks change, both Sundays. */
    @ParameterizedTest(name = "{0} {1}–{2} at {3}: {4}")
    @CsvSource(textBlock = """
            WEEK,      09:00, 14:30, 2026-03-03T08:59:59Z, false
            WEEK,      09:00, 14:30, 2026-03-03T09:00:00Z, true
            WEEK,      09:00, 14:30, 2026-03-03T14:29:59Z, true
            WEEK,      09:00, 14:30, 2026-03-03T14:30:00Z, false
            WEEK,      09:00, 14:30, 2026-03-07T10:00:00Z, false
            # In summer nine o'clock is eight by universal time.
            WEEK,      09:00, 14:30, 2026-06-09T07:59:59Z, false
            WEEK,      09:00, 14:30, 2026-06-09T08:00:00Z, true
            WEEK,      09:00, 14:30, 2026-06-09T13:30:00Z, false
            # Over midnight: the night belongs to the day on which it began.
            TUESDAY,   22:00, 02:00, 2026-03-03T21:59:59Z, false
            TUESDAY,   22:00, 02:00, 2026-03-03T22:00:00Z, true
            TUESDAY,   22:00, 02:00, 2026-03-04T01:59:59Z, true
            TUESDAY,   22:00, 02:00, 2026-03-04T02:00:00Z, false
            TUESDAY,   22:00, 02:00, 2026-03-03T01:00:00Z, false
            TUESDAY,   22:00, 02:00, 2026-03-04T22:30:00Z, false
            # The whole of a day.
            TUESDAY,   00:00, 00:00, 2026-03-03T00:00:00Z, true
            TUESDAY,   00:00, 00:00, 2026-03-03T23:59:59Z, true
            TUESDAY,   00:00, 00:00, 2026-03-04T00:00:00Z, false
            # The clocks go forward at 01:00: the hour to 02:00 does not happen, and 03:00 local is 02:00 universal.
            SUNDAY,    00:30, 03:00, 2026-03-29T00:29:59Z, false
            SUNDAY,    00:30, 03:00, 2026-03-29T01:59:59Z, true
            SUNDAY,    00:30, 03:00, 2026-03-29T02:00:00Z, false
            SATURDAY,  23:00, 02:00, 2026-03-29T00:59:59Z, true
            SATURDAY,  23:00, 02:00, 2026-03-29T01:00:00Z, false
            # The clocks go back at 02:00: the hour from 01:00 happens twice, and is safe both times.
            SUNDAY,    01:00, 02:00, 2026-10-24T23:59:59Z, false
            SUNDAY,    01:00, 02:00, 2026-10-25T00:30:00Z, true
            SUNDAY,    01:00, 02:00, 2026-10-25T01:30:00Z, true
            SUNDAY,    01:00, 02:00, 2026-10-25T02:00:00Z, false
            """)
    void the_window_opens_and_closes_by_the_clock_on_the_wall(
            String days, LocalTime from, LocalTime to, Instant at, boolean allowed) {
        var on = days.equals("WEEK") ? WEEK : Set.of(DayOfWeek.valueOf(days));
        var window = new SafeWindow(on, from, to, Set.of(ContactMeans.CALL), null);

        var verdict = SafeContact.of(window, at, ContactMeans.CALL);

        assertThat(verdict.allowed()).isEqualTo(allowed);
        assertThat(verdict.why().isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource(value = ContactMeans.class, names = "IN_PERSON", mode = EnumSource.Mode.EXCLUDE)
    void nobody_rings_or_calls_on_a_victim_of_whom_nothing_is_recorded_without_a_reason(ContactMeans means) {
        var verdict = SafeContact.of(null, Instant.parse("2026-03-03T12:00:00Z"), means);

        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.why()).contains("ask before you ring");
    }

    @Test
    void a_means_that_is_not_safe_is_never_allowed_and_the_reason_says_what_is() {
        var window = new SafeWindow(EVERY_DAY, LocalTime.of(9, 0), LocalTime.of(17, 0), Set.of(ContactMeans.TEXT),
                "the landline");

        var verdict = SafeContact.of(window, Instant.parse("2026-03-03T12:00:00Z"), ContactMeans.CALL);

        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.why())
                .isEqualTo("Call is not among the safe means: Every day 09:00–17:00; text message. Never: the landline.");
        assertThat(SafeContact.of(window, Instant.parse("2026-03-03T12:00:00Z"), ContactMeans.TEXT).allowed()).isTrue();
    }

    @Test
    void whoever_is_met_in_person_can_say_so_themselves() {
        assertThat(SafeContact.of(null, Instant.parse("2026-03-03T03:00:00Z"), ContactMeans.IN_PERSON).allowed())
                .isTrue();
    }
}
