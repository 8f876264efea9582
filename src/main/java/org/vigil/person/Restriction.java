package org.vigil.person;

/** How much of a record those outside may see. */
public enum Restriction {
    OPEN("Open"),
    RESTRICTED("Restricted"),
    SEALED("Sealed");

    private final String label;

    Restriction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
