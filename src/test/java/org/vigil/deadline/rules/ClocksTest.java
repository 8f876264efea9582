package org.vigil.deadline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ClocksTest {

    private static final BankHolidays PUBLISHED = PublishedHolidays.shipped();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/deadline/cases.csv", numLinesToSkip = 1)
    void the_traps_of_the_calendar(
            String name, ClockKind kind, int length, ClockUnit unit, Instant starts, Instant due) {
        assertThat(due(new ClockTerms("RULE", kind, length, unit), starts).at())
                .as(name)
                .isEqualTo(due);
    }

    @Test
    void each_day_left_out_has_its_reason() {
        var due = due(new ClockTerms("DVPN_HEARING", ClockKind.C2, 48, ClockUnit.HOURS), at("2026-04-02T17:00:00Z"));
        assertThat(due.excluded())
                .containsExactly(
                        new ExcludedDay(LocalDate.of(2026, 4, 3), "Good Friday"),
                        new ExcludedDay(LocalDate.of(2026, 4, 5), "Sunday"),
                        new ExcludedDay(LocalDate.of(2026, 4, 6), "Easter Monday (bank holiday)"));
        assertThat(due.caution()).isNull();
    }

    @Test
    void a_clock_over_the_doubtful_boxing_day_uses_the_earlier_time_and_says_both() {
        var due = due(new ClockTerms("DVPN_HEARING", ClockKind.C2, 48, ClockUnit.HOURS), at("2026-12-24T18:00:00Z"));
        assertThat(due.at()).isEqualTo(at("2026-12-29T18:00:00Z"));
        assertThat(due.caution()).contains("Sat 26 Dec 2026").contains("Wed 30 Dec 2026 18:00");
    }

    @Test
    void the_doubt_is_only_told_where_it_matters() {
        var court = new ClockTerms("DVPN_HEARING", ClockKind.C2, 48, ClockUnit.HOURS);
        assertThat(due(court, at("2026-12-26T00:00:00Z")).caution()).isNotNull();
        assertThat(due(court, at("2026-12-27T00:00:00Z")).caution()).isNull();
        assertThat(due(new ClockTerms("X", ClockKind.C2, 6, ClockUnit.HOURS), at("2026-12-24T18:00:00Z"))
                        .caution())
                .isNull();
        assertThat(due(new ClockTerms("X", ClockKind.C3, 24, ClockUnit.HOURS), at("2026-12-24T18:00:00Z"))
                        .caution())
                .isNull();
        assertThat(due(new ClockTerms("X", ClockKind.C6, 2, ClockUnit.WORKING_DAYS), at("2026-12-24T18:00:00Z"))
                        .caution())
                .isNull();
        assertThat(due(court, at("2025-12-24T18:00:00Z")).caution()).isNull();
    }

    @Test
    void a_clock_that_would_run_past_the_published_list_says_so() {
        var court = new ClockTerms("DVPN_HEARING", ClockKind.C2, 48, ClockUnit.HOURS);
        var working = new ClockTerms("VICTIM_UPDATE", ClockKind.C6, 5, ClockUnit.WORKING_DAYS);
        assertThat(problem(court, at("2028-12-31T10:00:00Z"), Facts.NONE)).contains("31 December 2028");
        assertThat(problem(working, at("2028-12-22T10:00:00Z"), Facts.NONE)).contains("31 December 2028");
        assertThat(due(working, at("2028-12-20T10:00:00Z")).at()).isEqualTo(at("2028-12-30T00:00:00Z"));
        assertThat(problem(court, at("2011-12-31T10:00:00Z"), Facts.NONE)).contains("1 January 2012");
    }

    @Test
    void court_hours_in_which_bank_holidays_count_need_no_list() {
        var due = due(new ClockTerms("BAIL_ARREST_COURT", ClockKind.C3, 24, ClockUnit.HOURS), at("2035-12-24T18:00:00Z"));
        assertThat(due.at()).isEqualTo(at("2035-12-26T18:00:00Z"));
    }

    @Test
    void easter_is_known_for_a_century() {
        assertThat(ChristianDays.easterSunday(2026)).isEqualTo(LocalDate.of(2026, 4, 5));
        assertThat(ChristianDays.easterSunday(2027)).isEqualTo(LocalDate.of(2027, 3, 28));
        assertThat(ChristianDays.easterSunday(2028)).isEqualTo(LocalDate.of(2028, 4, 16));
        assertThat(ChristianDays.easterSunday(2038)).isEqualTo(LocalDate.of(2038, 4, 25));
        assertThat(PUBLISHED.titles().entrySet().stream()
                        .filter(day -> day.getValue().equals("Good Friday"))
                        .map(day -> day.getKey()))
                .hasSize(17)
                .allMatch(ChristianDays::isGoodFriday);
    }

    static Due due(ClockTerms terms, Instant start) {
        return due(terms, start, Facts.NONE);
    }

    static Due due(ClockTerms terms, Instant start, Facts facts) {
        var answer = Clocks.due(terms, start, PUBLISHED, facts);
        assertThat(answer).isInstanceOf(Due.class);
        return (Due) answer;
    }

    static String problem(ClockTerms terms, Instant start, Facts facts) {
        var answer = Clocks.due(terms, start, PUBLISHED, facts);
        assertThat(answer).isInstanceOf(NoDue.class);
        return ((NoDue) answer).problem();
    }

    static Instant at(String text) {
        return Instant.parse(text);
    }

    static Facts facts(Circumstance... circumstances) {
        return new Facts(null, null, null, Set.of(circumstances));
    }
}
