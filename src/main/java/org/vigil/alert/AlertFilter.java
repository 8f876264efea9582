package org.vigil.alert;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of the alerts that a viewer may see is wanted; empty sets mean all.
 *
 * @param mine only those assigned to the viewer
 * @param unacknowledged only those that nobody has acknowledged
 * @param areaId only this area and what lies within it
 */
public record AlertFilter(
        Show show,
        boolean mine,
        boolean unacknowledged,
        Set<Severity> severities,
        Set<String> kinds,
        @Nullable Long areaId) {

    /** Which part of an alert's life. */
    public enum Show {
        /** Raised or acknowledged. */
        OPEN,
        SNOOZED,
        /** Resolved since the last local midnight. */
        RESOLVED_TODAY
    }

    public AlertFilter {
        severities = Set.copyOf(severities);
        kinds = Set.copyOf(kinds);
    }

    /** Everything that asks somebody to act now. */
    public static AlertFilter open() {
        return new AlertFilter(Show.OPEN, false, false, Set.of(), Set.of(), null);
    }
}
