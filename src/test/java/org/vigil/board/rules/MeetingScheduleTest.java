package org.vigil.board.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.shared.UkTime;

class MeetingScheduleTest {

    private static final Instant ALWAYS = Instant.parse("2020-01-01T00:00:00Z");
    private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    @ParameterizedTest
    @CsvSource({
        // now (local), last, horizon
        "2026-11-24T07:48, 2026-11-23T08:30, 2026-11-25T08:30", // in the run-up: prepares today's, looks to tomorrow's
        "2026-11-24T06:29, 2026-11-23T08:30, 2026-11-24T08:30", // a minute before the run-up begins
        "2026-11-24T06:30, 2026-11-23T08:30, 2026-11-25T08:30", // the run-up begins
        "2026-11-24T08:29, 2026-11-23T08:30, 2026-11-25T08:30",
        "2026-11-24T08:30, 2026-11-24T08:30, 2026-11-25T08:30", // the meeting begins
        "2026-11-24T08:31, 2026-11-24T08:30, 2026-11-25T08:30",
        "2026-03-28T20:00, 2026-03-28T08:30, 2026-03-29T08:30", // over the night that the clocks go forward
        "2026-10-24T20:00, 2026-10-24T08:30, 2026-10-25T08:30", // over the night that they go back
    })
    void stands_between_the_last_meeting_and_the_one_that_work_is_due_before(
            LocalDateTime now, LocalDateTime last, LocalDateTime horizon) {
        var schedule = new MeetingSchedule(List.of(forceWide("08:30", DAILY)));

        assertThat(schedule.around(london(now), List.of()))
                .isEqualTo(new MeetingSchedule.Span(london(last), london(horizon)));
    }

    @Test
    void the_night_of_the_clock_change_is_23_or_25_hours_long() {
        var schedule = new MeetingSchedule(List.of(forceWide("08:30", DAILY)));

        var spring = schedule.around(Instant.parse("2026-03-28T20:00:00Z"), List.of());
        var autumn = schedule.around(Instant.parse("2026-10-24T20:00:00Z"), List.of());

        assertThat(spring.last()).hasToString("2026-03-28T08:30:00Z");
        assertThat(spring.horizon()).hasToString("2026-03-29T07:30:00Z");
        assertThat(autumn.last()).hasToString("2026-10-24T07:30:00Z");
        assertThat(autumn.horizon()).hasToString("2026-10-25T08:30:00Z");
    }

    @Test
    void on_friday_evening_work_is_due_before_mondays_meeting() {
        var schedule = new MeetingSchedule(List.of(forceWide("08:30", WEEKDAYS)));

        var span = schedule.around(Instant.parse("2026-11-20T17:00:00Z"), List.of());

        assertThat(span.horizon()).hasToString("2026-11-23T08:30:00Z");
    }

    @Test
    void an_area_follows_its_own_meeting_or_else_that_of_the_area_it_lies_in() {
        var schedule = new MeetingSchedule(
                List.of(forceWide("08:30", DAILY), new MeetingSeries(2L, LocalTime.of(10, 0), DAILY, ALWAYS, null)));
        var now = Instant.parse("2026-11-24T12:00:00Z");

        assertThat(schedule.around(now, List.of(21L, 2L)).last()).hasToString("2026-11-24T10:00:00Z");
        assertThat(schedule.around(now, List.of(31L, 3L)).last()).hasToString("2026-11-24T08:30:00Z");
    }

    @Test
    void a_schedule_that_was_replaced_counts_only_while_it_was_in_force() {
        var change = Instant.parse("2026-11-24T00:00:00Z");
        var schedule = new MeetingSchedule(List.of(
                new MeetingSeries(null, LocalTime.of(8, 30), DAILY, ALWAYS, change),
                new MeetingSeries(null, LocalTime.of(9, 15), DAILY, change, null)));

        var span = schedule.around(Instant.parse("2026-11-24T05:00:00Z"), List.of());

        assertThat(span.last()).hasToString("2026-11-23T08:30:00Z");
        assertThat(span.horizon()).hasToString("2026-11-24T09:15:00Z");
    }

    @Test
    void without_any_meeting_the_day_itself_is_the_frame() {
        var span = new MeetingSchedule(List.of()).around(Instant.parse("2026-07-01T12:00:00Z"), List.of());

        assertThat(span.last()).hasToString("2026-06-30T23:00:00Z");
        assertThat(span.horizon()).hasToString("2026-07-01T23:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T08:30, today",
        "2026-11-25T08:30, tomorrow",
        "2026-11-23T08:30, yesterday",
        "2026-11-27T08:30, Friday",
        "2026-12-03T08:30, Thu 3 Dec",
    })
    void speaks_of_meetings_as_people_do(LocalDateTime meeting, String words) {
        assertThat(MeetingWords.day(london(meeting), Instant.parse("2026-11-24T07:48:00Z"))).isEqualTo(words);
    }

    private static MeetingSeries forceWide(String at, Set<DayOfWeek> days) {
        return new MeetingSeries(null, LocalTime.parse(at), days, ALWAYS, null);
    }

    private static Instant london(LocalDateTime local) {
        return local.atZone(UkTime.LONDON).toInstant();
    }
}
