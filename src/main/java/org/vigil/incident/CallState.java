package org.vigil.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a call's facts, kept beside them so that lists can be sorted and filtered; it changes only when
 * the facts do, and what depends on the hour is told from its times.
 *
 * @param flagged the domestic abuse flag that counts
 * @param flagRemoved it was flagged and is not any more
 * @param lowered its grade was lowered while it was a domestic abuse call
 * @param timesImpossible its arrival can't be true
 * @param attendGrade the grade by which attendance is measured: in force at arrival or, before it, now
 * @param attendBy the target under that grade; null where it has none
 * @param attendWarnAt from when on a call that waits is nearly late: three quarters of its time
 * @param firstAttendBy the target under the grade first given
 * @param attendedAt the arrival, where it can be true
 * @param waitingBy the target while officers are awaited, null once they are not
 * @param crimeSettledAt when the crime, or the decision that there was none, was recorded
 */
public record CallState(
        boolean flagged,
        boolean flagRemoved,
        boolean lowered,
        boolean timesImpossible,
        @Nullable String attendGrade,
        @Nullable Instant attendBy,
        @Nullable Instant attendWarnAt,
        @Nullable Instant firstAttendBy,
        @Nullable Instant attendedAt,
        @Nullable Instant waitingBy,
        @Nullable Instant crimeSettledAt) {}
