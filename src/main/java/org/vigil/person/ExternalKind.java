package org.vigil.person;

/** What another system holds of a person. */
public enum ExternalKind {
    CONVICTION("Conviction"),
    INTELLIGENCE("Intelligence"),
    RISK("Risk");

    private final String label;

    ExternalKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
