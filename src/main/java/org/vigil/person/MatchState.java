package org.vigil.person;

/** How it stands with two records that may be one person. */
public enum MatchState {
    QUEUED("To be decided"),
    SAME("The same person"),
    NOT_SAME("Not the same"),
    UNSURE("Can't tell");

    private final String label;

    MatchState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
