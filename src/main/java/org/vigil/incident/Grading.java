package org.vigil.incident;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a call is graded and flagged, and how it came to be so.
 *
 * @param grade the grade in force
 * @param firstGrade the grade that the call was first given
 * @param domesticAbuse the flag as the feed has it
 * @param steps in the order in which they happened
 */
public record Grading(
        @Nullable String grade, @Nullable String firstGrade, boolean domesticAbuse, List<GradeStep> steps) {

    public Grading {
        steps = List.copyOf(steps);
    }

    /** The same without what anybody wrote of a reason. */
    Grading withoutWords() {
        return new Grading(
                grade, firstGrade, domesticAbuse, steps.stream().map(GradeStep::withoutWords).toList());
    }

    /** "Immediate" for IMMEDIATE: grades are named by the force, in capitals on the wire. */
    public static String words(@Nullable String grade) {
        if (grade == null || grade.isEmpty()) {
            return "Not graded";
        }
        var lower = grade.replace('_', ' ').toLowerCase(Locale.UK);
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
