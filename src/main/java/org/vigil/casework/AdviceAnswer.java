package org.vigil.casework;

/** What the prosecutor answered when asked about a charge. */
public enum AdviceAnswer {
    CHARGE("Charge"),
    MORE_EVIDENCE("More evidence wanted"),
    OUT_OF_COURT("Out-of-court resolution"),
    NO_FURTHER_ACTION("No further action");

    private final String label;

    AdviceAnswer(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
