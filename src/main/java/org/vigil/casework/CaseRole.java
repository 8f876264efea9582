package org.vigil.casework;

/** Somebody's part in a case; one person can have another part in another case. */
public enum CaseRole {
    VICTIM("Victim"),
    SUSPECT("Suspect"),
    WITNESS("Witness"),
    CHILD("Child"),
    OTHER("Other");

    private final String label;

    CaseRole(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
