package org.vigil.deadline.rules;

/** What is stored of where a deadline stands. Whether it is due soon or breached follows from its times. */
public enum Standing {
    RUNNING,
    PAUSED,
    MET,
    MET_LATE,
    CANCELLED,
    SUPERSEDED;

    public boolean isOpen() {
        return this == RUNNING || this == PAUSED;
    }
}
