package org.vigil.casework;

/** Where a suspect of a case stands. */
public enum SuspectStatus {
    OUTSTANDING("Outstanding"),
    IN_CUSTODY("In custody"),
    BAILED("Bailed"),
    UNDER_INVESTIGATION("Released under investigation"),
    CHARGED("Charged"),
    REMANDED("Remanded"),
    IN_PRISON("In prison"),
    NO_FURTHER_ACTION("No further action");

    private final String label;

    SuspectStatus(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }

    /** Whether it says that the suspect was charged: what a case that is closed must not learn unnoticed. */
    public boolean isCharged() {
        return this == CHARGED || this == REMANDED;
    }
}
