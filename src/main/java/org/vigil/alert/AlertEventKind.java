package org.vigil.alert;

/** What happened to an alert: one line of its history. */
public enum AlertEventKind {
    RAISED("Raised"),
    RUNG("Raised further"),
    NOTIFIED("Called"),
    ACKNOWLEDGED("Acknowledged"),
    ASSIGNED("Assigned"),
    SNOOZED("Snoozed"),
    WOKEN("Snooze ended"),
    STALE("Acknowledgement ran out"),
    ESCALATED("Escalated"),
    CHANGED("Changed"),
    RESOLVED("Resolved");

    private final String label;

    AlertEventKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
