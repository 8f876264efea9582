package org.vigil.deadline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.deadline.rules.ClocksTest.at;
import static org.vigil.deadline.rules.ClocksTest.due;
import static org.vigil.deadline.rules.ClocksTest.facts;
import static org.vigil.deadline.rules.ClocksTest.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialRulesTest {

    private static final ClockTerms BAIL_ARREST = court("BAIL_ARREST_COURT", ClockKind.C3, 24);
    private static final ClockTerms DETENTION = court("CUSTODY_DETENTION", ClockKind.C1, 24);
    private static final ClockTerms SCHOOL = new ClockTerms("CHILD_SCHOOL_NOTICE", ClockKind.SCHOOL_DAY, null, null);
    private static final ClockTerms SITTING = new ClockTerms("SDVC_SPECIALIST", ClockKind.SITTING, null, null);
    private static final ClockTerms RELEASE =
            new ClockTerms("VICTIM_BEFORE_RELEASE", ClockKind.AT, 1, ClockUnit.HOURS);

    @ParameterizedTest
    @ValueSource(strings = {"DVPN_BREACH_COURT", "DAPN_BREACH_COURT"})
    void a_breach_goes_to_the_order_hearing_where_that_is_earlier(String code) {
        var terms = court(code, ClockKind.C2, 24);
        var arrest = at("2026-06-09T13:30:00Z");
        assertThat(due(terms, arrest).at()).isEqualTo(at("2026-06-10T13:30:00Z"));
        assertThat(due(terms, arrest, notLaterThan("2026-06-10T09:00:00Z")).at()).isEqualTo(at("2026-06-10T09:00:00Z"));
        assertThat(due(terms, arrest, notLaterThan("2026-06-11T09:00:00Z")).at()).isEqualTo(at("2026-06-10T13:30:00Z"));
        assertThat(problem(terms, arrest, notLaterThan("2026-06-09T09:00:00Z"))).contains("before the arrest");
    }

    @Test
    void days_left_out_after_an_earlier_hearing_are_not_named() {
        var due = due(
                court("DVPN_BREACH_COURT", ClockKind.C2, 24), at("2026-04-02T17:00:00Z"), notLaterThan("2026-04-04T09:00:00Z"));
        assertThat(due.at()).isEqualTo(at("2026-04-04T09:00:00Z"));
        assertThat(due.excluded()).extracting(ExcludedDay::day).containsExactly(LocalDate.of(2026, 4, 3));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "an hour inside: that court, 2026-06-10T12:30:00Z, 2026-06-10T12:30:00Z",
        "exactly a day, 2026-06-10T13:30:00Z, 2026-06-10T13:30:00Z",
        "an hour outside: the ordinary time, 2026-06-10T14:30:00Z, 2026-06-10T13:30:00Z",
        "already failed to surrender: the ordinary time, 2026-06-09T09:00:00Z, 2026-06-10T13:30:00Z"
    })
    void arrested_shortly_before_the_time_to_surrender(String name, Instant surrender, Instant expected) {
        assertThat(due(BAIL_ARREST, at("2026-06-09T13:30:00Z"), notLaterThan(surrender.toString())).at())
                .as(name)
                .isEqualTo(expected);
    }

    @Test
    void a_sunday_between_arrest_and_surrender_is_not_reckoned() {
        assertThat(due(BAIL_ARREST, at("2026-06-13T13:00:00Z"), notLaterThan("2026-06-15T09:00:00Z")).at())
                .isEqualTo(at("2026-06-15T09:00:00Z"));
    }

    @Test
    void on_a_murder_charge_saturdays_and_bank_holidays_are_left_out_too() {
        var friday = at("2026-05-01T13:00:00Z");
        assertThat(due(BAIL_ARREST, friday).at()).isEqualTo(at("2026-05-02T13:00:00Z"));
        var murder = due(BAIL_ARREST, friday, facts(Circumstance.MURDER_CHARGE));
        assertThat(murder.at()).isEqualTo(at("2026-05-05T13:00:00Z"));
        assertThat(murder.excluded())
                .extracting(ExcludedDay::reason)
                .containsExactly("Saturday", "Sunday", "Early May bank holiday");
    }

    @Test
    void three_hours_at_the_station_do_not_count_after_an_arrest_on_street_bail() {
        var arrival = at("2026-06-09T13:30:00Z");
        assertThat(due(DETENTION, arrival).at()).isEqualTo(at("2026-06-10T13:30:00Z"));
        assertThat(due(DETENTION, arrival, facts(Circumstance.SECTION_46A)).at()).isEqualTo(at("2026-06-10T16:30:00Z"));
    }

    @Test
    void an_extension_by_authority_replaces_the_computed_end() {
        assertThat(due(DETENTION, at("2026-06-09T13:30:00Z"), givenEnd("2026-06-11T01:30:00Z")).at())
                .isEqualTo(at("2026-06-11T01:30:00Z"));
    }

    @ParameterizedTest(name = "arrested {0}: due {1}")
    @CsvSource({
        "2026-01-30T12:00:00Z, 2026-04-30T23:00:00Z",
        "2026-01-31T12:00:00Z, 2026-04-30T23:00:00Z",
        "2026-11-29T12:00:00Z, 2027-03-01T00:00:00Z",
        "2026-11-30T12:00:00Z, 2027-03-01T00:00:00Z",
        "2027-11-29T12:00:00Z, 2028-03-01T00:00:00Z",
        "2027-11-28T12:00:00Z, 2028-02-29T00:00:00Z"
    })
    void pre_charge_bail_begins_with_the_day_after_the_arrest(Instant arrest, Instant expected) {
        assertThat(due(new ClockTerms("PRE_CHARGE_BAIL", ClockKind.C5B, 3, ClockUnit.MONTHS), arrest).at())
                .isEqualTo(expected);
    }

    @Test
    void a_victim_is_told_before_the_release_or_within_an_hour_where_that_was_impossible() {
        var decision = at("2026-06-09T13:30:00Z");
        assertThat(problem(RELEASE, decision, Facts.NONE)).contains("time of the release");
        assertThat(due(RELEASE, decision, givenEnd("2026-06-09T15:00:00Z")).at()).isEqualTo(at("2026-06-09T15:00:00Z"));
        assertThat(due(RELEASE, decision, facts(Circumstance.BEFORE_RELEASE_IMPOSSIBLE)).at())
                .isEqualTo(at("2026-06-09T14:30:00Z"));
    }

    @Test
    void a_school_is_told_by_half_past_eight_on_the_day_of_term() {
        var due = due(SCHOOL, at("2026-03-27T20:00:00Z"), givenEnd("2026-03-30T12:00:00Z"));
        assertThat(due.at()).isEqualTo(at("2026-03-30T07:30:00Z"));
        assertThat(due.breachable()).isTrue();
    }

    @Test
    void without_term_dates_the_school_clock_warns_and_is_never_breached() {
        var due = due(SCHOOL, at("2026-04-02T20:00:00Z"));
        assertThat(due.at()).isEqualTo(at("2026-04-07T07:30:00Z"));
        assertThat(due.breachable()).isFalse();
        assertThat(due.caution()).contains("No term dates");
    }

    @Test
    void a_specialist_is_found_by_the_end_of_the_second_working_day_before_the_sitting() {
        var listed = at("2026-03-20T09:00:00Z");
        assertThat(problem(SITTING, listed, Facts.NONE)).contains("time of the sitting");
        assertThat(due(SITTING, listed, givenEnd("2026-06-11T09:00:00Z")).at()).isEqualTo(at("2026-06-09T23:00:00Z"));
        var afterEaster = due(SITTING, listed, givenEnd("2026-04-08T09:00:00Z"));
        assertThat(afterEaster.at()).isEqualTo(at("2026-04-02T23:00:00Z"));
        assertThat(afterEaster.excluded())
                .extracting(ExcludedDay::reason)
                .containsExactly("Good Friday", "Saturday", "Sunday", "Easter Monday (bank holiday)");
    }

    @Test
    void a_rule_whose_length_the_case_sets_names_what_is_missing() {
        var start = at("2026-06-09T13:30:00Z");
        var attendance = new ClockTerms("CALL_ATTENDANCE", ClockKind.C1, null, ClockUnit.MINUTES);
        assertThat(problem(attendance, start, Facts.NONE)).contains("minutes");
        assertThat(due(attendance, start, new Facts(15, null, null, Set.of())).at())
                .isEqualTo(at("2026-06-09T13:45:00Z"));
        var action = new ClockTerms("MARAC_ACTION", ClockKind.END_OF_DAY, null, null);
        assertThat(problem(action, start, Facts.NONE)).contains("the day on which it is due");
        assertThat(due(action, start, givenEnd("2026-06-20T08:00:00Z")).at()).isEqualTo(at("2026-06-20T23:00:00Z"));
        var policy = new ClockTerms("RISK_REVIEW", ClockKind.C4B, null, ClockUnit.DAYS);
        assertThat(problem(policy, start, Facts.NONE)).contains("no length");
        var order = new ClockTerms("ORDER_EXPIRY", ClockKind.END_OF_DAY, null, null);
        assertThat(due(order, start).at()).isEqualTo(at("2026-06-09T23:00:00Z"));
        assertThat(RuleFact.of(order)).containsExactly(RuleFact.ENDS_ON);
        assertThat(due(order, start, givenEnd("2026-12-31T12:00:00Z")).at()).isEqualTo(at("2027-01-01T00:00:00Z"));
    }

    private static ClockTerms court(String code, ClockKind kind, int hours) {
        return new ClockTerms(code, kind, hours, ClockUnit.HOURS);
    }

    private static Facts notLaterThan(String at) {
        return given(null, at);
    }

    private static Facts givenEnd(String at) {
        return given(at, null);
    }

    private static Facts given(@Nullable String end, @Nullable String limit) {
        return new Facts(
                null, end == null ? null : Instant.parse(end), limit == null ? null : Instant.parse(limit), Set.of());
    }
}
