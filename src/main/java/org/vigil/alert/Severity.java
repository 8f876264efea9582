package org.vigil.alert;

/** How much an alert asks for, in ascending order. */
public enum Severity {
    NOTICE("Notice"),
    WARNING("Warning"),
    HIGH("High"),
    CRITICAL("Critical");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** The severity in an officer's words. */
    public String label() {
        return label;
    }

    /** The higher of the two: a severity is raised and never lowered while an alert is open. */
    public Severity orHigher(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
