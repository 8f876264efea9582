package org.vigil.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the grading of a call: a grade given, a flag set or taken off.
 *
 * @param grade null where only the flag changed
 * @param domesticAbuse null where only the grade changed
 * @param by who did it, as the feed says
 * @param authority on whose authority, as the feed says
 */
public record GradeStep(
        @Nullable String grade,
        @Nullable Boolean domesticAbuse,
        Instant at,
        @Nullable String by,
        @Nullable String reason,
        @Nullable String authority) {

    /** The same without what was written of the reason. */
    GradeStep withoutWords() {
        return new GradeStep(grade, domesticAbuse, at, by, Call.held(reason), authority);
    }
}
