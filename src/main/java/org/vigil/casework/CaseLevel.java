package org.vigil.casework;

/** How much a case asks of whoever investigates it; the later the more. */
public enum CaseLevel {
    VOLUME("Volume"),
    SERIOUS_COMPLEX("Serious and complex"),
    MAJOR("Major");

    private final String label;

    CaseLevel(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
