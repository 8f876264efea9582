package org.vigil.incident;

/** The form on which risk was assessed; their grades are never converted into one another. */
public enum RiskTool {
    DASH("DASH"),
    DARA("DARA");

    private final String label;

    RiskTool(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
