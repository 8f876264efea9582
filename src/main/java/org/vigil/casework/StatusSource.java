package org.vigil.casework;

/** Who told of a suspect's status. */
public enum StatusSource {
    FEED("crime system"),
    HAND("entered here"),
    CUSTODY("custody record");

    private final String label;

    StatusSource(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
