package org.vigil.incident;

/** The part that somebody has in a call, as the feed gave it. */
public enum PartyRole {
    VICTIM("Victim"),
    SUSPECT("Suspect"),
    WITNESS("Witness"),
    CHILD("Child"),
    CALLER("Caller"),
    OTHER("Other");

    private final String label;

    PartyRole(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
