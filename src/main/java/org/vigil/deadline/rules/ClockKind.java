package org.vigil.deadline.rules;

/** How a clock counts. The first six kinds are the law's; the others take their end from the case. */
public enum ClockKind {
    C1("Elapsed hours", "Every hour counts, day and night; nothing is left out."),
    C2(
            "Court hours",
            "Hours count except on Sundays, Christmas Day, Good Friday and bank holidays, each from midnight to midnight."),
    C3(
            "Court hours, bank holidays counting",
            "Hours count except on Sundays, Christmas Day and Good Friday, each from midnight to midnight."),
    C4A("Days beginning with a day", "The day itself is day 1; due at the end of the last day."),
    C4B("Days after a day", "The day after is day 1; due at the end of the last day."),
    C5A("Months from a day", "Due at the end of the same date so many months later, or of the month's last day."),
    C5B("Months beginning with a day", "Due at the end of the day before the same date so many months later."),
    C6("Working days", "Monday to Friday less bank holidays; the day after is day 1; due at the end of the last day."),
    END_OF_DAY("End of a given day", "Due at the end of the day that the case sets."),
    AT("A given time", "Due at the time that the case sets."),
    SITTING("Before a sitting", "Due at the end of the second working day before the sitting."),
    SCHOOL_DAY("Next school day", "Due at 08:30 on the next day of term.");

    private final String label;
    private final String explanation;

    ClockKind(String label, String explanation) {
        this.label = label;
        this.explanation = explanation;
    }

    public String label() {
        return label;
    }

    /** How the kind counts, in one sentence for the catalogue. */
    public String explanation() {
        return explanation;
    }

    /** Whether the clock ends at a local midnight rather than so many hours after its start. */
    public boolean endsWithADay() {
        return switch (this) {
            case C4A, C4B, C5A, C5B, C6, END_OF_DAY, SITTING -> true;
            case C1, C2, C3, AT, SCHOOL_DAY -> false;
        };
    }
}
