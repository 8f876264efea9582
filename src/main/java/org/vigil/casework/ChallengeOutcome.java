package org.vigil.casework;

/** What came of challenging a decision of the prosecutor. */
public enum ChallengeOutcome {
    CHANGED("Decision changed"),
    STANDS("Decision stands");

    private final String label;

    ChallengeOutcome(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
