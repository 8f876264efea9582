package org.vigil.person;

/** Whether a flag stands in the other system. */
public enum FlagState {
    TO_SET("To be set"),
    SET("Set"),
    NOT_NEEDED("Not needed");

    private final String label;

    FlagState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
