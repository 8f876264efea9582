package org.vigil.person;

/** Whether something said about a person holds. */
public enum PartState {
    CURRENT("Current"),
    FORMER("Former"),
    WRONG("Wrong");

    private final String label;

    PartState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
