package org.vigil.deadline.rules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.UkTime;

/**
 * When a stage of a deadline falls; exactly one of the three says so.
 *
 * @param position its place among the rule's stages, from 1, in the order of time
 * @param percent of the time that the clock has
 * @param minutesFromDue before (negative) or after due; whole days count as local days
 * @param daysFromStart local days after the start, at the same time of day
 */
public record Rung(
        int position,
        RungName name,
        @Nullable Integer percent,
        @Nullable Integer minutesFromDue,
        @Nullable Integer daysFromStart) {

    private static final int MINUTES_OF_A_DAY = 1440;

    /**
     * @param budgetMicros the time that the clock was given, so that a pause moves a share of it with the due time
     */
    Instant at(Instant startedAt, Instant dueAt, long budgetMicros) {
        if (percent != null) {
            return dueAt.minus(budgetMicros / 100 * (100 - percent), ChronoUnit.MICROS);
        }
        if (daysFromStart != null) {
            return startedAt.atZone(UkTime.LONDON).plusDays(daysFromStart).toInstant();
        }
        var minutes = minutesFromDue == null ? 0 : minutesFromDue;
        return minutes % MINUTES_OF_A_DAY == 0
                ? dueAt.atZone(UkTime.LONDON).plusDays(minutes / MINUTES_OF_A_DAY).toInstant()
                : dueAt.plus(minutes, ChronoUnit.MINUTES);
    }
}
