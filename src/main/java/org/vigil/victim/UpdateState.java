package org.vigil.victim;

/** Where it stands with what a victim is to be told. */
public enum UpdateState {
    TO_TELL("To tell"),
    TOLD("Told"),
    COULD_NOT("Could not be told"),
    NOT_NEEDED("Not needed");

    private final String label;

    UpdateState(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
