package org.vigil.casework.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.casework.Assessment;
import org.vigil.casework.Case;
import org.vigil.casework.CaseLevel;
import org.vigil.casework.CasePolicy;
import org.vigil.casework.CasePolicy.InForce;
import org.vigil.casework.CasePolicy.Interval;
import org.vigil.casework.Closing;
import org.vigil.casework.Lead;
import org.vigil.casework.LevelSet;
import org.vigil.incident.RiskGrade;
import org.vigil.incident.RiskTool;

/** Hours to the minute, days to the end of the last, on both nights when the clocks change. */
class CaseReviewTest {

    private static final InForce ALWAYS = new InForce(LocalDate.of(1900, 1, 1), null);
    private static final CasePolicy SHIPPED = new CasePolicy(List.of(), List.of(), List.of(
            new Interval(RiskGrade.HIGH, 72, false, "Force policy", ALWAYS),
            new Interval(null, 7, true, "Force policy", ALWAYS),
            new Interval(RiskGrade.MEDIUM, 30, true, "Force policy", ALWAYS),
            new Interval(RiskGrade.STANDARD, 60, true, "Force policy", ALWAYS)), List.of());

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "HIGH, 2026-03-03T12:00:00Z, 2026-03-06T12:00:00Z",
        // The clocks go forward on 29 March and back on 25 October: 72 hours stay 72 hours.
        "HIGH, 2026-03-28T10:00:00Z, 2026-03-31T10:00:00Z",
        "HIGH, 2026-10-24T09:00:00Z, 2026-10-27T09:00:00Z",
        // Days end at local midnight.
        "MEDIUM, 2026-03-03T12:00:00Z, 2026-04-02T23:00:00Z",
        "MEDIUM, 2026-10-01T12:00:00Z, 2026-11-01T00:00:00Z",
        "STANDARD, 2026-01-31T23:59:00Z, 2026-04-01T23:00:00Z",
        ", 2026-03-25T00:30:00Z, 2026-04-01T23:00:00Z",
        ", 2026-06-09T22:30:00Z, 2026-06-16T23:00:00Z"
    })
    void the_review_is_due_by_the_risk(@Nullable RiskGrade grade, Instant from, Instant due) {
        var next = CaseReview.of(file(grade, from, null), SHIPPED).orElseThrow();
        assertThat(next.dueAt()).isEqualTo(due);
        assertThat(next.startedAt()).isEqualTo(from);
    }

    @ParameterizedTest
    @CsvSource({
        // Sooner than the policy counts, later does not, and a day before the assessment is a slip of the pen.
        "MEDIUM, 2026-03-10, 2026-03-11T00:00:00Z",
        "MEDIUM, 2026-05-10, 2026-04-02T23:00:00Z",
        "HIGH, 2026-03-04, 2026-03-05T00:00:00Z",
        "HIGH, 2026-03-01, 2026-03-06T12:00:00Z"
    })
    void the_assessors_own_day_counts_where_it_is_sooner(RiskGrade grade, LocalDate on, Instant due) {
        var file = file(grade, Instant.parse("2026-03-03T12:00:00Z"), on);
        assertThat(CaseReview.of(file, SHIPPED).orElseThrow().dueAt()).isEqualTo(due);
    }

    @Test
    void a_closed_case_has_no_review() {
        var file = file(RiskGrade.HIGH, Instant.parse("2026-03-03T12:00:00Z"), null);
        assertThat(CaseReview.of(file.closing(new Closing(Instant.parse("2026-03-04T12:00:00Z"), null, null)), SHIPPED))
                .isEmpty();
    }

    private static Case file(@Nullable RiskGrade grade, Instant from, @Nullable LocalDate reviewOn) {
        var assessments = grade == null
                ? List.<Assessment>of()
                : List.of(new Assessment(1, RiskTool.DASH, null, grade, from, true, null, reviewOn, null, false, from, "x"));
        return new Case(1, 0, "NICHE", "C1", from, from, "", from, null, null, new LevelSet(CaseLevel.VOLUME, "", false),
                Lead.NOBODY, Closing.OPEN, List.of(), List.of(), List.of(), List.of(), assessments, List.of());
    }
}
