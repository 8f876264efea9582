package org.vigil.incident;

import java.util.List;
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
}
