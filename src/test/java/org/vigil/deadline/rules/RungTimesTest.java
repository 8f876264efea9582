package org.vigil.deadline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.deadline.rules.ClocksTest.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RungTimesTest {

    private static final Rung WARNING = new Rung(1, RungName.WARNING, 75, null, null);
    private static final Rung DUE = new Rung(4, RungName.DUE, null, 0, null);
    private static final Rung ESCALATION = new Rung(5, RungName.ESCALATION, null, 60, null);
    private static final Rung SENIOR = new Rung(6, RungName.SENIOR, null, 240, null);
    private static final List<Rung> USUAL = List.of(WARNING, DUE, ESCALATION, SENIOR);

    @Test
    void the_usual_stages_of_a_day() {
        var start = at("2026-06-09T00:00:00Z");
        var due = at("2026-06-10T00:00:00Z");
        var times = RungTimes.of(USUAL, start, due, due, true);
        assertThat(times.stages())
                .extracting(RungTimes.Timed::at)
                .containsExactly(
                        at("2026-06-09T18:00:00Z"), due, at("2026-06-10T01:00:00Z"), at("2026-06-10T04:00:00Z"));
        assertThat(times.soonAt(due)).isEqualTo(at("2026-06-09T18:00:00Z"));
        assertThat(times.from(2)).map(stage -> stage.rung().name()).contains(RungName.DUE);
        assertThat(times.from(7)).isEmpty();
    }

    @Test
    void a_clock_that_can_not_be_breached_only_warns() {
        var start = at("2026-06-09T00:00:00Z");
        var due = at("2026-06-10T00:00:00Z");
        assertThat(RungTimes.of(USUAL, start, due, due, false).stages())
                .extracting(RungTimes.Timed::rung)
                .containsExactly(WARNING);
    }

    @Test
    void warnings_that_would_lie_before_the_start_are_left_out() {
        var sixty = new Rung(1, RungName.WARNING, null, -86400, null);
        var seven = new Rung(2, RungName.SECOND_WARNING, null, -10080, null);
        var one = new Rung(3, RungName.LAST_WARNING, null, -1440, null);
        var due = at("2026-04-10T23:00:00Z");
        var times = RungTimes.of(List.of(sixty, seven, one, DUE), at("2026-03-20T10:00:00Z"), due, due, true);
        assertThat(times.stages())
                .extracting(RungTimes.Timed::at)
                .containsExactly(at("2026-04-03T23:00:00Z"), at("2026-04-09T23:00:00Z"), due);
    }

    @Test
    void days_before_the_end_are_local_days_over_a_change_of_the_clocks() {
        var seven = new Rung(1, RungName.WARNING, null, -10080, null);
        var due = at("2026-03-31T23:00:00Z");
        assertThat(RungTimes.of(List.of(seven), at("2026-01-01T00:00:00Z"), due, due, true).stages())
                .extracting(RungTimes.Timed::at)
                .containsExactly(at("2026-03-25T00:00:00Z"));
    }

    @Test
    void ten_calendar_days_after_the_start_at_the_same_time_of_day() {
        var ten = new Rung(1, RungName.WARNING, null, null, 10);
        var due = at("2026-04-14T23:00:00Z");
        assertThat(RungTimes.of(List.of(ten), at("2026-03-28T10:00:00Z"), due, due, true).stages())
                .extracting(RungTimes.Timed::at)
                .containsExactly(at("2026-04-07T09:00:00Z"));
    }

    @Test
    void after_a_pause_the_warning_moves_with_the_due_time() {
        var start = at("2026-06-01T00:00:00Z");
        var times = RungTimes.of(USUAL, start, at("2026-06-05T00:00:00Z"), at("2026-06-08T00:00:00Z"), true);
        assertThat(times.stages().getFirst().at()).isEqualTo(at("2026-06-07T00:00:00Z"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "paused for five days: five days later, 2026-06-01T14:00:00Z, 2026-06-06T09:00:00Z, 0, 2026-07-05T23:00:00Z",
        "paused and resumed on one day: unchanged, 2026-06-01T08:00:00Z, 2026-06-01T20:00:00Z, 0, 2026-06-30T23:00:00Z",
        "over the change of the clocks: local days, 2026-06-29T08:00:00Z, 2026-10-29T08:00:00Z, 0, 2026-10-31T00:00:00Z",
        "seven days at least are left, 2026-06-29T08:00:00Z, 2026-08-03T08:00:00Z, 7, 2026-08-09T23:00:00Z",
        "more than seven were left anyway, 2026-06-01T08:00:00Z, 2026-06-11T08:00:00Z, 7, 2026-07-10T23:00:00Z"
    })
    void a_paused_bail_runs_on_by_whole_days(
            String name, Instant paused, Instant resumed, int least, Instant expected) {
        assertThat(BailPauses.afterPause(ClockKind.C5B, at("2026-06-30T23:00:00Z"), paused, resumed, least))
                .as(name)
                .isEqualTo(expected);
    }

    @Test
    void a_paused_clock_of_hours_runs_on_by_the_exact_time() {
        assertThat(BailPauses.afterPause(
                        ClockKind.C1,
                        at("2026-06-02T00:00:00Z"),
                        at("2026-06-01T10:00:00Z"),
                        at("2026-06-01T10:20:00Z"),
                        0))
                .isEqualTo(at("2026-06-02T00:20:00Z"));
    }

    @ParameterizedTest(name = "in hospital {0} to {1}: due {2}")
    @CsvSource({
        "2026-06-08, 2026-06-12, 2026-06-15T23:00:00Z",
        "2026-06-10, 2026-06-10, 2026-06-11T23:00:00Z",
        "2026-06-01, 2026-06-09, 2026-06-10T23:00:00Z",
        "2026-06-11, 2026-06-20, 2026-06-10T23:00:00Z",
        "2026-05-20, 2026-06-12, 2026-06-22T23:00:00Z"
    })
    void days_in_hospital_count_only_where_the_last_day_is_among_them(LocalDate from, LocalDate to, Instant due) {
        assertThat(BailPauses.afterHospital(at("2026-05-31T12:00:00Z"), at("2026-06-10T23:00:00Z"), from, to))
                .isEqualTo(due);
    }
}
