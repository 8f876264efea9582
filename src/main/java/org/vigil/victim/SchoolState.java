package org.vigil.victim;

/** Whether a child’s school knows (Domestic Abuse Act 2021, s.49A). */
public enum SchoolState {
    TOLD("School told"),
    EXEMPT("Exempt");

    private final String label;

    SchoolState(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
