package org.vigil.incident;

/** What a person may put right on a call. */
public enum CorrectedField {
    DOMESTIC_ABUSE("Domestic abuse flag"),
    ARRIVED_AT("Arrival time"),
    CRIME_RECORDED_AT("Crime recorded"),
    NO_CRIME("Decision that there was no crime");

    private final String label;

    CorrectedField(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
