package org.vigil.deadline.rules;

/** What a rule's length is counted in. */
public enum ClockUnit {
    MINUTES("minute"),
    HOURS("hour"),
    DAYS("day"),
    MONTHS("month"),
    WORKING_DAYS("working day");

    private final String singular;

    ClockUnit(String singular) {
        this.singular = singular;
    }

    /** "48 hours", "1 working day". */
    public String of(int length) {
        return length + " " + singular + (length == 1 ? "" : "s");
    }
}
