package org.vigil.incident;

/** Who called. */
public enum CallerType {
    VICTIM("Victim"),
    SUSPECT("Suspect"),
    CHILD("Child"),
    THIRD_PARTY("Third party"),
    AGENCY("Agency"),
    ABANDONED("Abandoned call");

    private final String label;

    CallerType(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
