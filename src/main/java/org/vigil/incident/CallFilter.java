package org.vigil.incident;

import org.jspecify.annotations.Nullable;

/**
 * Which calls a list shows.
 *
 * @param areaId only this area and what lies within it
 * @param grade only this grade in force
 */
public record CallFilter(Show show, Period period, @Nullable Long areaId, @Nullable String grade) {

    /** What a call must be. */
    public enum Show {
        ALL("All domestic abuse calls"),
        LATE("Late"),
        NEARLY_LATE("Nearly late"),
        DOWNGRADED("Downgraded"),
        FLAG_REMOVED("Flag taken off"),
        NO_DEPLOYMENT("Resolved without deployment"),
        NO_CRIME("No crime decision yet"),
        TIMES_IMPOSSIBLE("Times can't be true"),
        NOT_FLAGGED("Not flagged");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How far back; a call that is still waited for shows whatever its age. */
    public enum Period {
        DAY("Last 24 hours"),
        WEEK("Last 7 days"),
        ALL("Any time");

        private final String label;

        Period(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Domestic abuse calls of the last day. */
    public static CallFilter today() {
        return new CallFilter(Show.ALL, Period.DAY, null, null);
    }
}
