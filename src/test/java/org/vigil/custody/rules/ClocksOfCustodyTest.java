package org.vigil.custody.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.custody.CustodyEventKind.*;
import static org.vigil.custody.rules.History.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.custody.ArrestedFor;
import org.vigil.custody.CustodyAuthority;
import org.vigil.custody.CustodyStanding;
import org.vigil.custody.CustodyState;
import org.vigil.custody.VictimContact;
import org.vigil.custody.rules.ClockRun.Fate;
import org.vigil.deadline.DeadlineChange;
import org.vigil.deadline.rules.Circumstance;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

class ClocksOfCustodyTest {

    private static final SubjectRef RECORD = new SubjectRef(SubjectType.CUSTODY, 1, "CUS-1");

    private static History arrested(String when) {
        return new History().on(when, ARRESTED);
    }

    private static ClockRun only(CustodyStanding standing, String rule) {
        return ClocksOfCustody.runs(standing).get(rule).getLast();
    }

    @ParameterizedTest(name = "arrested {0}, arrived {1}: counted from {2}, ends {3}")
    @CsvSource({
        "2026-03-03T10:00Z, 2026-03-03T11:00Z, 2026-03-03T11:00Z, 2026-03-04T11:00Z",
        "2026-03-03T10:00Z, 2026-03-04T09:59Z, 2026-03-04T09:59Z, 2026-03-05T09:59Z",
        "2026-03-03T10:00Z, 2026-03-04T10:00Z, 2026-03-04T10:00Z, 2026-03-05T10:00Z",
        "2026-03-03T10:00Z, 2026-03-04T10:01Z, 2026-03-04T10:00Z, 2026-03-05T10:00Z",
        // Over the night on which the clocks go forward it is still 24 hours.
        "2026-03-28T17:00Z, 2026-03-28T18:00Z, 2026-03-28T18:00Z, 2026-03-29T18:00Z",
    })
    void detention_is_counted_from_the_arrival_or_a_day_after_the_arrest(String arrest, String arrival, String from, String ends) {
        var standing = arrested(arrest).on(arrival, ARRIVED).standing();
        assertThat(only(standing, "CUSTODY_DETENTION").terms().startedAt()).isEqualTo(at(from));
        assertThat(standing.detention().endsAt()).isEqualTo(at(ends));
        assertThat(standing.limitAt()).isEqualTo(at(ends));
    }

    @Test
    void until_the_arrival_is_told_detention_is_counted_from_the_arrest_and_says_so() {
        var before = arrested("2026-03-03T10:00Z").on("2026-03-03T12:00Z", DETENTION_AUTHORISED);
        var run = only(before.standing(), "CUSTODY_DETENTION");
        assertThat(run.terms().startedAt()).isEqualTo(at("2026-03-03T10:00Z"));
        assertThat(run.terms().evidence()).contains("not reported yet");

        var told = before.standing();
        var after = before.on("2026-03-03T11:15Z", ARRIVED).standing();
        assertThat(changes(told, after)).singleElement().isInstanceOfSatisfying(DeadlineChange.Restart.class, restart -> {
            assertThat(restart.fresh().startedAt()).isEqualTo(at("2026-03-03T11:15Z"));
            assertThat(restart.reason()).isEqualTo("A time that the clock is counted from was put right.");
        });
    }

    @Test
    void an_arrest_under_46A_leaves_out_three_hours_and_an_arrest_for_the_court_has_the_courts_clock() {
        var street = new History()
                .on("2026-03-03T10:00Z", ARRESTED, History.arrestedFor(ArrestedFor.STREET_BAIL, null, null, false))
                .on("2026-03-03T11:00Z", ARRIVED)
                .standing();
        assertThat(only(street, "CUSTODY_DETENTION").terms().circumstances()).containsExactly(Circumstance.SECTION_46A);
        assertThat(street.detention().endsAt()).isEqualTo(at("2026-03-04T14:00Z"));
        var breach = new History()
                .on("2026-03-03T10:00Z", ARRESTED, History.arrestedFor(ArrestedFor.DVPO_BREACH, null, null, false))
                .standing();
        assertThat(ClocksOfCustody.runs(breach).keySet()).containsExactly("DVPO_BREACH_COURT");
        assertThat(breach.limitAt()).isEqualTo(at("2026-03-04T10:00Z"));
    }

    @ParameterizedTest(name = "{0}: {1}, not later than {2}")
    @CsvSource({
        "DVPN_BREACH, DVPN_BREACH_COURT, 2026-03-04T09:00Z",
        "DAPN_BREACH, DAPN_BREACH_COURT, 2026-03-04T09:00Z",
        "COURT_BAIL, BAIL_ARREST_COURT, 2026-03-04T08:00Z",
        "DVPO_BREACH, DVPO_BREACH_COURT,",
        "OCCUPATION_ORDER, OCCUPATION_ORDER_ARREST_COURT,",
    })
    void each_breach_has_its_court_and_its_limit(ArrestedFor reason, String rule, String limit) {
        var standing = new History()
                .on("2026-03-03T10:00Z", ARRESTED, History.arrestedFor(reason, "2026-03-04T08:00Z", "2026-03-04T09:00Z", true))
                .standing();
        var run = only(standing, rule);
        assertThat(run.isOpen()).isTrue();
        assertThat(run.terms().startedAt()).isEqualTo(at("2026-03-03T10:00Z"));
        assertThat(run.terms().notLaterThan()).isEqualTo(limit == null ? null : at(limit));
        assertThat(run.terms().circumstances())
                .isEqualTo(reason == ArrestedFor.COURT_BAIL ? Set.of(Circumstance.MURDER_CHARGE) : Set.of());
    }

    @Test
    void a_court_meets_its_clock_and_a_release_without_one_ends_it_with_the_reason() {
        var breach = History.arrestedFor(ArrestedFor.DVPN_BREACH, null, null, false);
        var heard = new History().on("2026-03-03T10:00Z", ARRESTED, breach).on("2026-03-04T09:30Z", COURT_RESULT).standing();
        assertThat(only(heard, "DVPN_BREACH_COURT").fate())
                .isInstanceOfSatisfying(Fate.Met.class, met -> assertThat(met.at()).isEqualTo(at("2026-03-04T09:30Z")));
        var held = new History().on("2026-03-03T10:00Z", ARRESTED, breach);
        var before = held.standing();
        var after = held.on("2026-03-03T18:00Z", RELEASED_NO_ACTION).standing();
        assertThat(changes(before, after))
                .filteredOn(change -> change.rule().equals("DVPN_BREACH_COURT"))
                .singleElement()
                .isInstanceOfSatisfying(DeadlineChange.Cancel.class, cancel -> assertThat(cancel.reason())
                        .contains("without being before a court"));
    }

    @Test
    void an_extension_before_the_end_meets_the_clock_and_opens_the_extended_one() {
        var history = arrested("2026-03-03T10:00Z").on("2026-03-03T11:00Z", ARRIVED);
        var before = history.standing();
        var after = history.on(
                        "2026-03-04T09:00Z", EXTENDED, History.by(CustodyAuthority.SUPERINTENDENT, "2026-03-04T23:00Z", null))
                .standing();
        assertThat(changes(before, after)).hasSize(2);
        assertThat(changes(before, after).getFirst()).isInstanceOfSatisfying(DeadlineChange.Meet.class, met -> assertThat(
                        met.evidence())
                .startsWith("Extended by a superintendent to Wed 4 Mar 2026 23:00"));
        assertThat(changes(before, after).getLast()).isInstanceOfSatisfying(DeadlineChange.Open.class, open -> {
            assertThat(open.rule()).isEqualTo("CUSTODY_DETENTION_EXTENDED");
            assertThat(open.givenEnd()).isEqualTo(at("2026-03-04T23:00Z"));
        });
        assertThat(after.limitAt()).isEqualTo(at("2026-03-04T23:00Z"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"CHARGED", "RELEASED_BAIL", "RELEASED_UNDER_INVESTIGATION", "RELEASED_NO_ACTION", "REMANDED"})
    void whatever_ends_the_detention_meets_its_clock_at_that_time(org.vigil.custody.CustodyEventKind end) {
        var standing = arrested("2026-03-03T10:00Z").on("2026-03-03T11:00Z", ARRIVED).on("2026-03-03T20:00Z", end).standing();
        assertThat(only(standing, "CUSTODY_DETENTION").fate())
                .isInstanceOfSatisfying(Fate.Met.class, met -> assertThat(met.at()).isEqualTo(at("2026-03-03T20:00Z")));
    }

    @ParameterizedTest(name = "arrested {0}: bail ends {1}")
    @CsvSource({
        "2026-06-09T13:30Z, 2026-09-09T23:00Z",
        "2026-11-29T12:00Z, 2027-03-01T00:00Z",
        "2026-11-30T12:00Z, 2027-03-01T00:00Z",
        "2026-01-05T12:00Z, 2026-04-05T23:00Z",
    })
    void bail_before_charge_ends_three_months_beginning_with_the_day_after_the_arrest(String arrest, String ends) {
        var standing = arrested(arrest).on(plusHours(arrest, 5), RELEASED_BAIL).standing();
        assertThat(standing.state()).isEqualTo(CustodyState.ON_BAIL);
        assertThat(only(standing, "PRE_CHARGE_BAIL").terms().startedAt()).isEqualTo(at(arrest));
        assertThat(standing.bail().lawEndsAt()).isEqualTo(at(ends));
    }

    @Test
    void bail_is_extended_by_rank_step_by_step() {
        var history = arrested("2026-01-05T12:00Z").on("2026-01-05T18:00Z", RELEASED_BAIL);
        assertThat(history.standing().bail().lawEndsAt()).isEqualTo(at("2026-04-05T23:00Z"));
        history.on("2026-04-01T12:00Z", BAIL_EXTENDED, History.by(CustodyAuthority.INSPECTOR, null, null));
        assertThat(history.standing().bail().lawEndsAt()).isEqualTo(at("2026-07-05T23:00Z"));
        history.on("2026-07-01T12:00Z", BAIL_EXTENDED, History.by(CustodyAuthority.SUPERINTENDENT, null, null));
        assertThat(history.standing().bail().lawEndsAt()).isEqualTo(at("2026-10-05T23:00Z"));
        history.on("2026-10-01T12:00Z", BAIL_EXTENDED, History.by(CustodyAuthority.DESIGNATED, null, null));
        assertThat(history.standing().bail().lawEndsAt()).isEqualTo(at("2027-01-06T00:00Z"));
        history.on("2027-01-04T12:00Z", BAIL_EXTENDED, History.by(CustodyAuthority.COURT, null, "2027-03-31T11:00Z"));
        assertThat(history.standing().bail().lawEndsAt()).isEqualTo(at("2027-03-31T23:00Z"));
        var runs = ClocksOfCustody.runs(history.standing());
        assertThat(BailSteps.RULES).allSatisfy(rule -> assertThat(runs.get(rule)).hasSize(1));
        assertThat(BailSteps.RULES.subList(0, 4))
                .allSatisfy(rule -> assertThat(runs.get(rule).getFirst().fate()).isInstanceOf(Fate.Met.class));
        assertThat(runs.get(BailSteps.BY_COURT).getFirst().isOpen()).isTrue();
    }

    @Test
    void a_charging_decision_stops_bail_and_leaves_seven_days_at_least_when_it_comes_back() {
        var history = arrested("2026-01-05T12:00Z").on("2026-01-05T18:00Z", RELEASED_BAIL);
        var running = history.standing();
        var paused = history.on("2026-04-03T10:00Z", CHARGING_DECISION_SOUGHT).standing();
        assertThat(changes(running, paused)).singleElement().isInstanceOf(DeadlineChange.Pause.class);
        assertThat(paused.bail().isPaused()).isTrue();
        assertThat(paused.bail().lawEndsAt()).isNull();
        var back = history.on("2026-05-10T10:00Z", CHARGING_DECISION_RETURNED).standing();
        assertThat(changes(paused, back)).singleElement().isEqualTo(
                new DeadlineChange.Resume("PRE_CHARGE_BAIL", RECORD, at("2026-05-10T10:00Z"), 7));
        // Two days were left: with 37 days of pause 12 May, with seven days at least 16 May.
        assertThat(back.bail().lawEndsAt()).isEqualTo(at("2026-05-16T23:00Z"));
    }

    @Test
    void bail_to_a_day_before_the_laws_end_has_a_clock_of_its_own_that_an_extension_meets() {
        var history = arrested("2026-01-05T12:00Z").on("2026-01-05T18:00Z", RELEASED_BAIL, History.bail("2026-02-10T10:00Z"));
        assertThat(only(history.standing(), "BAIL_ENDS").terms().givenEnd()).isEqualTo(at("2026-02-10T10:00Z"));
        assertThat(history.standing().limitAt()).isEqualTo(at("2026-02-10T10:00Z"));
        history.on("2026-02-09T10:00Z", BAIL_CONDITIONS_CHANGED, History.bail("2026-03-20T10:00Z", "Not to contact Ms Example"));
        var runs = ClocksOfCustody.runs(history.standing()).get("BAIL_ENDS");
        assertThat(runs.getFirst().fate()).isInstanceOf(Fate.Met.class);
        assertThat(runs.getLast().isOpen()).isTrue();
        assertThat(history.standing().bail().conditions()).containsExactly("Not to contact Ms Example");
        var charged = history.on("2026-03-01T10:00Z", CHARGED).standing();
        assertThat(only(charged, "BAIL_ENDS").fate()).isInstanceOf(Fate.Met.class);
        assertThat(only(charged, "PRE_CHARGE_BAIL").fate()).isInstanceOf(Fate.Met.class);
    }

    @Test
    void the_victim_is_to_be_told_before_the_release_and_within_an_hour_where_none_was_decided() {
        var decided = arrested("2026-03-03T10:00Z").on("2026-03-03T18:00Z", RELEASE_DECIDED, History.releaseAt("2026-03-03T20:00Z"));
        var run = only(decided.standing(), "VICTIM_BEFORE_RELEASE");
        assertThat(run.terms().startedAt()).isEqualTo(at("2026-03-03T18:00Z"));
        assertThat(run.terms().givenEnd()).isEqualTo(at("2026-03-03T20:00Z"));
        assertThat(run.isOpen()).isTrue();
        // Let out earlier than planned: the victim must have known before that.
        var early = decided.on("2026-03-03T19:00Z", RELEASED_BAIL).standing();
        assertThat(only(early, "VICTIM_BEFORE_RELEASE").terms().givenEnd()).isEqualTo(at("2026-03-03T19:00Z"));
        var sudden = arrested("2026-03-03T10:00Z").on("2026-03-03T19:00Z", RELEASED_NO_ACTION).standing();
        assertThat(only(sudden, "VICTIM_BEFORE_RELEASE").terms())
                .returns(at("2026-03-03T19:00Z"), ClockRun.Terms::startedAt)
                .returns(Set.of(Circumstance.BEFORE_RELEASE_IMPOSSIBLE), ClockRun.Terms::circumstances);
    }

    @ParameterizedTest(name = "how {0}, conditions told {1}, attempts {2}, safeguarding {3}, conditions {4}: met {5}")
    @CsvSource({
        "telephone,,,,false,true",
        "telephone,,,,true,false",
        "telephone,false,,,true,false",
        "telephone,true,,,true,true",
        ",,three calls,,false,false",
        ",,three calls,officers at her door,true,true",
    })
    void told_means_with_the_conditions_and_attempts_count_with_safeguarding(
            String how, Boolean conditions, String attempts, String safeguarding, boolean hasConditions, boolean met) {
        var standing = arrested("2026-03-03T10:00Z")
                .on("2026-03-03T18:00Z", VICTIM_TOLD, History.victim(new VictimContact(how, conditions, attempts, safeguarding)))
                .on("2026-03-03T19:00Z", RELEASED_BAIL, hasConditions ? History.bail(null, "No contact") : History.bail(null))
                .standing();
        assertThat(only(standing, "VICTIM_BEFORE_RELEASE").isOpen()).isEqualTo(!met);
        assertThat(standing.victim().isDue()).isEqualTo(!met);
    }

    @Test
    void nobody_is_told_of_whom_a_court_remands_or_of_what_is_not_domestic_abuse() {
        var decided = arrested("2026-03-03T10:00Z").on("2026-03-03T18:00Z", RELEASE_DECIDED, History.releaseAt("2026-03-03T20:00Z"));
        var before = decided.standing();
        var remanded = decided.on("2026-03-03T19:00Z", REMANDED).standing();
        assertThat(changes(before, remanded)).filteredOn(change -> change.rule().equals("VICTIM_BEFORE_RELEASE"))
                .singleElement().isInstanceOf(DeadlineChange.Cancel.class);
        var other = new History()
                .on("2026-03-03T10:00Z", ARRESTED, History.domesticAbuse(false))
                .on("2026-03-03T18:00Z", RELEASED_BAIL)
                .standing();
        assertThat(changes(null, other)).noneMatch(change -> change.rule().equals("VICTIM_BEFORE_RELEASE"));
    }

    @Test
    void the_same_events_in_any_order_give_the_same_clocks() {
        var history = arrested("2026-01-05T12:00Z")
                .on("2026-01-05T13:00Z", ARRIVED)
                .on("2026-01-05T18:00Z", RELEASED_BAIL, History.bail("2026-02-10T10:00Z", "No contact"))
                .on("2026-02-09T10:00Z", CHARGING_DECISION_SOUGHT)
                .on("2026-03-01T10:00Z", CHARGING_DECISION_RETURNED)
                .on("2026-03-02T10:00Z", BAIL_EXTENDED, History.by(CustodyAuthority.INSPECTOR, null, null))
                .on("2026-04-02T10:00Z", CHARGED);
        var whole = history.standing();
        for (var seed = 0; seed < 50; seed++) {
            var shuffled = new ArrayList<>(history.events);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(StandingFold.of(shuffled, History.TIMES)).isEqualTo(whole);
        }
    }

    @Test
    void a_release_without_an_arrest_is_kept_says_so_and_its_clocks_start_once_the_arrest_is_told() {
        var release = new History().on("2026-01-05T18:00Z", RELEASED_BAIL);
        var before = release.standing();
        assertThat(before.doubts()).singleElement().asString().contains("no arrest");
        assertThat(ClocksOfCustody.runs(before)).doesNotContainKeys("PRE_CHARGE_BAIL", "CUSTODY_DETENTION");
        var after = release.on("2026-01-05T12:00Z", ARRESTED).standing();
        assertThat(after.doubts()).isEmpty();
        assertThat(changes(before, after)).anyMatch(change -> change instanceof DeadlineChange.Open open
                && open.rule().equals("PRE_CHARGE_BAIL") && open.startedAt().equals(at("2026-01-05T12:00Z")));
    }

    @Test
    void a_clock_goes_with_its_record_to_another_area_and_nothing_else_happens_to_it() {
        var standing = arrested("2026-03-03T10:00Z").standing();
        assertThat(ClocksOfCustody.changes(standing, standing, RECORD, 7L, true))
                .singleElement()
                .isInstanceOfSatisfying(DeadlineChange.Open.class, open -> assertThat(open.areaId()).isEqualTo(7L));
        assertThat(changes(standing, standing)).isEmpty();
    }

    private static List<DeadlineChange> changes(CustodyStanding before, CustodyStanding after) {
        return ClocksOfCustody.changes(before, after, RECORD, null, false);
    }

    private static String plusHours(String text, int hours) {
        return Instant.ofEpochSecond(at(text).getEpochSecond() + hours * 3600L).toString();
    }
}
