package org.vigil.victim;

/** What came of an attempt to contact a victim. */
public enum ContactOutcome {
    REACHED("Reached"),
    NO_ANSWER("No answer"),
    LEFT_NO_MESSAGE("No answer, no message left"),
    NOT_SAFE("Not safe to speak"),
    SOMEBODY_ELSE("Somebody else answered"),
    DECLINED("Did not want to speak");

    private final String label;

    ContactOutcome(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }

    /** Whether the victim was reached, and so can have been told. */
    public boolean hasReached() {
        return this == REACHED;
    }
}
