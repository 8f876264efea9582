package org.vigil.casework;

import org.jspecify.annotations.Nullable;

/**
 * Which cases a list shows.
 *
 * @param areaId only this area and what lies within it
 * @param reference only cases, crimes and calls that are called so or begin so
 */
public record CaseFilter(Show show, @Nullable Long areaId, @Nullable String reference) {

    /** What a case must be. */
    public enum Show {
        ATTENTION("Needs attention"),
        OUTSTANDING("Outstanding suspects"),
        UNALLOCATED("Unallocated"),
        NOT_ASSESSED("Not assessed"),
        REVIEW_OVERDUE("Review overdue"),
        RELEASES("Releases to come"),
        OPEN("All open"),
        CLOSED("Closed");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        /** In an officer's words. */
        public String label() {
            return label;
        }
    }
}
