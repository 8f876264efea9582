package org.vigil.incident;

/** Which of a call's times starts its attendance clock; a matter of each force's grade policy. */
public enum ClockStart {
    RECEIVED("received"),
    CREATED("created"),
    GRADED("graded"),
    DISPATCHED("dispatched");

    private final String label;

    ClockStart(String label) {
        this.label = label;
    }

    /** As it stands in a sentence: "counted from <i>received</i>". */
    public String label() {
        return label;
    }
}
