package org.vigil.incident;

/** How a call was dealt with. */
public enum Disposal {
    ATTENDED("Attended"),
    RESOLVED_WITHOUT_DEPLOYMENT("Resolved without deployment"),
    APPOINTMENT("Appointment"),
    CANCELLED("Cancelled");

    private final String label;

    Disposal(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
