package org.vigil.security;

/** The three levels of a force's ground. */
public enum AreaKind {
    FORCE("Force"),
    DISTRICT("District"),
    BEAT("Beat");

    private final String label;

    AreaKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
