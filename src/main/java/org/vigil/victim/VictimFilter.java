package org.vigil.victim;

import org.jspecify.annotations.Nullable;

/**
 * Which victims a list shows.
 *
 * @param areaId only this area and what lies within it
 */
public record VictimFilter(Show show, @Nullable Long areaId) {

    /** What a row must be. */
    public enum Show {
        TO_TELL("To be told"),
        OVERDUE("Overdue"),
        HIGH_RISK_NOT_REACHED("High risk, not contacted since the report"),
        TOLD("Told");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Everybody who is to be told something. */
    public static VictimFilter toTell() {
        return new VictimFilter(Show.TO_TELL, null);
    }
}
