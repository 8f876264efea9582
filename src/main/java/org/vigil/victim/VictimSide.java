package org.vigil.victim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with one victim of a case.
 *
 * @param place the victim's number among the case's people
 * @param enhanced whether enhanced rights of the Victims' Code apply, which they do unless a supervisor said otherwise
 * @param enhancedWhy why they do not
 * @param window null until somebody asked the victim
 * @param next the next contact that is planned
 * @param version 0 while nothing was recorded
 */
public record VictimSide(
        long caseId,
        int place,
        int version,
        boolean enhanced,
        @Nullable String enhancedWhy,
        @Nullable SafeWindow window,
        @Nullable Instant windowSetAt,
        @Nullable String windowSetBy,
        @Nullable Planned next) {

    /**
     * A contact that is planned.
     *
     * @param why why it lies outside the safe window, where it does
     */
    public record Planned(Instant at, ContactMeans means, @Nullable String why) {}

    /** Of whom nothing was recorded yet. */
    public static VictimSide unknown(long caseId, int place) {
        return new VictimSide(caseId, place, 0, true, null, null, null, null, null);
    }

    public VictimSide withEnhanced(boolean applies, @Nullable String why) {
        return new VictimSide(caseId, place, version, applies, why, window, windowSetAt, windowSetBy, next);
    }

    public VictimSide withWindow(@Nullable SafeWindow set, Instant at, String by) {
        return new VictimSide(caseId, place, version, enhanced, enhancedWhy, set, at, by, next);
    }

    public VictimSide planning(@Nullable Planned planned) {
        return new VictimSide(caseId, place, version, enhanced, enhancedWhy, window, windowSetAt, windowSetBy, planned);
    }
}
