package org.vigil.custody;

/** Where the suspect of a custody record stands. */
public enum CustodyState {
    NOT_ARRESTED("Arrest not reported"),
    IN_CUSTODY("In custody"),
    ON_BAIL("On pre-charge bail"),
    UNDER_INVESTIGATION("Under investigation"),
    CHARGED("Charged"),
    NO_ACTION("No further action"),
    REMANDED("Remanded"),
    AT_COURT("Dealt with by the court");

    private final String label;

    CustodyState(String label) {
        this.label = label;
    }

    /** The state in an officer's words. */
    public String label() {
        return label;
    }
}
