package org.vigil.deadline;

/** Where a deadline stands; computed from its recorded times, never stored. */
public enum DeadlineState {
    OPEN("Open"),
    DUE_SOON("Due soon"),
    BREACHED("Breached"),
    PAUSED("Paused"),
    MET("Met"),
    MET_LATE("Met late"),
    CANCELLED("Cancelled"),
    SUPERSEDED("Superseded");

    private final String label;

    DeadlineState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the clock still asks somebody to do something. */
    public boolean isOpen() {
        return switch (this) {
            case OPEN, DUE_SOON, BREACHED, PAUSED -> true;
            case MET, MET_LATE, CANCELLED, SUPERSEDED -> false;
        };
    }
}
