package org.vigil.alert;

/** Where an alert stands. */
public enum AlertState {
    RAISED("Nobody has it"),
    ACKNOWLEDGED("Acknowledged"),
    SNOOZED("Snoozed"),
    RESOLVED("Resolved");

    private final String label;

    AlertState(String label) {
        this.label = label;
    }

    /** The state in an officer's words. */
    public String label() {
        return label;
    }

    public boolean isOpen() {
        return this != RESOLVED;
    }
}
