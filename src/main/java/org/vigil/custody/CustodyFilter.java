package org.vigil.custody;

import org.jspecify.annotations.Nullable;

/**
 * Which custody records a list shows.
 *
 * @param areaId the area with all inside it, or null for all that the viewer covers
 */
public record CustodyFilter(Show show, @Nullable Long areaId) {

    /** What is to be shown. */
    public enum Show {
        IN_CUSTODY("In custody"),
        ON_BAIL("On bail"),
        BAIL_ENDING("Bail ending within 14 days"),
        UNDER_INVESTIGATION("Under investigation"),
        ENDED("Ended"),
        ALL("All records");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        /** The choice in words. */
        public String label() {
            return label;
        }

        /** Whether what ends first stands first; else the newest does. */
        public boolean isByLimit() {
            return this == IN_CUSTODY || this == ON_BAIL || this == BAIL_ENDING;
        }
    }

    /** Who is in a cell now. */
    public static CustodyFilter now() {
        return new CustodyFilter(Show.IN_CUSTODY, null);
    }
}
