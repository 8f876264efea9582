package org.vigil.incident.rules;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.incident.ClockStart;
import org.vigil.incident.GradePolicyChange;
import org.vigil.incident.rules.GradePolicy.Grade;
import org.vigil.shared.InvalidInputException;

class GradePolicyRulesTest {

    private static final LocalDate LATER = LocalDate.of(2026, 6, 1);

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', value = {
        "P1            | 15    | 20    | -",
        "Priority High | -     | -     | -",
        "P1            | 20160 | 1     | -",
        "P1            | 20161 | 1     | needs between 1 and 20160 minutes",
        "P1            | 0     | 20    | needs between 1 and 20160 minutes",
        "P1            | 15    | -     | needs both times",
        "P1            | -     | 20    | needs both times",
        "''            | 15    | 20    | Grade 1 needs the name",
        "<b>           | 15    | 20    | Grade 1 needs the name",
        "P234567890123456789012345 | 15 | 20 | Grade 1 needs the name",
    })
    void a_grade_has_a_name_and_both_times_or_none(
            String name, @Nullable Integer urban, @Nullable Integer rural, @Nullable String problem) {
        var change = change(new Grade(1, name, urban, rural, ClockStart.RECEIVED));

        if (problem == null) {
            assertThatCode(() -> GradePolicyRules.check(change, Policies.SHIPPED)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> GradePolicyRules.check(change, Policies.SHIPPED))
                    .isInstanceOf(InvalidInputException.class).hasMessageContaining(problem);
        }
    }

    @Test
    void two_grades_of_one_name_none_at_all_and_too_many_are_refused() {
        assertRefused("twice", change(grade("P1"), grade("p1")));
        assertRefused("between 1 and 12", change());
        assertRefused("between 1 and 12", change(IntStream.range(0, 13).mapToObj(at -> grade("P" + at)).toArray(Grade[]::new)));
    }

    @Test
    void a_policy_begins_after_the_one_whose_place_it_takes_and_says_why() {
        assertRefused("Choose a day after", new GradePolicyChange(
                1, "Ours", "Policy 7", List.of(grade("P1")), LocalDate.of(1900, 1, 1), "Chief officers"));
        assertRefused("Say why", new GradePolicyChange(1, "Ours", "Policy 7", List.of(grade("P1")), LATER, " "));
        assertRefused("Name the policy document", new GradePolicyChange(1, "Ours", "", List.of(grade("P1")), LATER, "x"));
        assertRefused("Give the policy a name", new GradePolicyChange(
                1, "n".repeat(81), "Policy 7", List.of(grade("P1")), LATER, "x"));
    }

    private static void assertRefused(String problem, GradePolicyChange change) {
        assertThatThrownBy(() -> GradePolicyRules.check(change, Policies.SHIPPED))
                .isInstanceOf(InvalidInputException.class).hasMessageContaining(problem);
    }

    private static GradePolicyChange change(Grade... grades) {
        return new GradePolicyChange(1, "Ours", "Policy 7", List.of(grades), LATER, "Chief officers, 3 May");
    }

    private static Grade grade(String name) {
        return new Grade(1, name, 15, 20, ClockStart.RECEIVED);
    }
}
