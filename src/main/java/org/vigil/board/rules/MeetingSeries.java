package org.vigil.board.rules;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A meeting that is held on certain days at a certain time, Europe/London, while it is in force.
 *
 * @param areaId whose meeting it is; null is the whole force's
 * @param validFrom in force from here on, inclusive, UTC
 * @param validTo in force until here, exclusive, UTC; null is without end
 */
public record MeetingSeries(
        @Nullable Long areaId,
        LocalTime at,
        Set<DayOfWeek> days,
        Instant validFrom,
        @Nullable Instant validTo) {

    public MeetingSeries {
        days = Set.copyOf(days);
    }

    boolean inForce(Instant when) {
        return !when.isBefore(validFrom) && (validTo == null || when.isBefore(validTo));
    }
}
