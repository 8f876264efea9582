package org.vigil.person.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.person.BirthDate;
import org.vigil.person.rules.ReviewFacts.Event;
import org.vigil.person.rules.ReviewFacts.Sign;
import org.vigil.person.rules.ReviewGround.Kind;

class RetentionScheduleTest {

    private static final LocalDate START = LocalDate.of(2000, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final List<ReviewGroup> GROUPS = List.of(
            new ReviewGroup(1, "Public protection", 10, 10, 100, "test", START, null),
            new ReviewGroup(2, "Violent", 10, 10, null, "test", START, null),
            new ReviewGroup(3, "Other offences", 6, 5, null, "test", START, LocalDate.of(2027, 1, 1)),
            new ReviewGroup(3, "Other offences", 7, 7, null, "test", LocalDate.of(2027, 1, 1), null),
            new ReviewGroup(4, "Miscellaneous", 6, 6, null, "test", START, null));
    private static final List<ReviewGround> GROUNDS = List.of(
            ground(Kind.CALL, "SUSPECT", true, true, 1),
            ground(Kind.CALL, "SUSPECT", true, null, 2),
            ground(Kind.CALL, "SUSPECT", null, null, 3),
            ground(Kind.CALL, null, null, null, 4),
            ground(Kind.FLAG, "VISOR", null, null, 1),
            ground(Kind.NONE, null, null, null, 3));

    private static ReviewGround ground(
            Kind kind, @Nullable String code, @Nullable Boolean abuse, @Nullable Boolean high, int group) {
        return new ReviewGround(kind, code, abuse, high, group, kind + " " + code, START, null);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // last event, last review, group, next review, basis
                "2016-05-03, -, 2, 2026-05-03, 10 years after the last event",
                "2016-02-29, -, 3, 2022-02-28, 6 years after the last event",
                "2016-05-03, 2024-01-10, 2, 2034-01-10, 10 years after the review of",
                "2016-05-03, 2024-01-10, 3, 2029-01-10, 5 years after the review of",
                "2025-12-01, 2024-01-10, 3, 2031-12-01, 6 years after the last event",
                "2016-05-03, 2016-05-03, 4, 2022-05-03, 6 years after the last event"
            })
    void a_clear_period_runs_from_the_last_event_and_a_review_that_kept_the_record_moves_it_on(
            LocalDate event, @Nullable LocalDate reviewed, int group, LocalDate next, String basis) {
        var found = schedule().next(facts(Set.of(), group, event, reviewed));
        assertThat(found.on()).isEqualTo(next);
        assertThat(found.basis()).startsWith(basis);
        assertThat(found.group()).isEqualTo(group);
        assertThat(found.why()).isEqualTo("chosen by an officer");
    }

    @ParameterizedTest
    @CsvSource({
        "CALL, SUSPECT, true, true, 1",
        "CALL, SUSPECT, true, false, 2",
        "CALL, SUSPECT, false, true, 3",
        "CALL, WITNESS, true, true, 4",
        "FLAG, VISOR, false, false, 1",
        "MARKER, DOGS, false, false, 3"
    })
    void the_group_follows_from_what_is_known_of_somebody(Kind kind, String code, boolean abuse, boolean high, int group) {
        var signs = Set.of(new Sign(kind, code, abuse, high));
        assertThat(schedule().next(facts(signs, null, TODAY, null)).group()).isEqualTo(group);
    }

    @Test
    void of_several_grounds_the_strictest_counts_and_an_officers_choice_before_all() {
        var signs = Set.of(
                new Sign(Kind.CALL, "WITNESS", true, false),
                new Sign(Kind.CALL, "SUSPECT", true, false),
                new Sign(Kind.CALL, "SUSPECT", false, false));
        assertThat(schedule().next(facts(signs, null, TODAY, null)).group()).isEqualTo(2);
        assertThat(schedule().next(facts(signs, 4, TODAY, null)).group()).isEqualTo(4);
    }

    @Test
    void group_1_is_kept_to_the_age_of_a_hundred_by_the_latest_birth_that_is_claimed() {
        var births = List.of(new BirthDate(1990, 5, 17, false), new BirthDate(1991, null, null, true));
        var found = schedule().next(new ReviewFacts(Set.of(), 1, new Event("a call", TODAY), null, births));
        assertThat(found.keptUntil()).isEqualTo("2091-12-31");
        assertThat(found.on()).isEqualTo("2036-03-03");

        var old = List.of(new BirthDate(1930, 2, 1, false));
        var soon = schedule().next(new ReviewFacts(Set.of(), 1, new Event("a call", TODAY), null, old));
        assertThat(soon.on()).isEqualTo("2030-02-01");
        assertThat(soon.basis()).contains("100 on that day");
        assertThat(schedule().next(facts(Set.of(), 1, TODAY, null)).keptUntil()).isNull();
    }

    @Test
    void the_figures_are_those_in_force_on_the_day() {
        var later = new RetentionSchedule(GROUPS, GROUNDS, LocalDate.of(2027, 1, 1));
        assertThat(schedule().ofNewcomer(TODAY).on()).isEqualTo("2032-03-03");
        assertThat(later.ofNewcomer(LocalDate.of(2027, 1, 1)).on()).isEqualTo("2034-01-01");
        assertThatThrownBy(() -> new RetentionSchedule(List.of(), GROUNDS, TODAY).ofNewcomer(TODAY))
                .hasMessageContaining("No review group 3");
    }

    private static RetentionSchedule schedule() {
        return new RetentionSchedule(GROUPS, GROUNDS, TODAY);
    }

    private static ReviewFacts facts(
            Set<Sign> signs, @Nullable Integer chosen, LocalDate event, @Nullable LocalDate reviewed) {
        return new ReviewFacts(signs, chosen, new Event("a call", event), reviewed, List.of());
    }
}
