package org.vigil.casework;

/** Whether anybody still works on a case. */
public enum CaseState {
    OPEN("Open"),
    CLOSED("Closed");

    private final String label;

    CaseState(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
