package org.vigil.deadline.rules;

/** A stage of a deadline. Each fires once for ever. */
public enum RungName {
    WARNING("Warning"),
    SECOND_WARNING("Second warning"),
    LAST_WARNING("Last warning"),
    DUE("Due"),
    ESCALATION("Next duty"),
    SENIOR("Senior leader");

    private final String label;

    RungName(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the stage comes before the due time. */
    public boolean isWarning() {
        return switch (this) {
            case WARNING, SECOND_WARNING, LAST_WARNING -> true;
            case DUE, ESCALATION, SENIOR -> false;
        };
    }
}
