package org.vigil.person;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A person's sex, with the three ways of not knowing it kept apart. */
public enum Sex {
    MALE("Male"),
    FEMALE("Female"),
    OTHER("Other"),
    NOT_ASKED("Not asked"),
    DECLINED("Declined to say"),
    UNKNOWN("Unknown");

    private final String label;

    Sex(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isKnown() {
        return this == MALE || this == FEMALE || this == OTHER;
    }

    /** What a feed's word for it means. */
    public static Sex ofFeed(@Nullable String word) {
        return switch (word == null ? "" : word.strip().toUpperCase(Locale.ROOT)) {
            case "" -> NOT_ASKED;
            case "M", "MALE", "MAN", "BOY", "1" -> MALE;
            case "F", "FEMALE", "WOMAN", "GIRL", "2" -> FEMALE;
            case "X", "OTHER", "NON-BINARY", "INDETERMINATE", "9" -> OTHER;
            case "DECLINED", "REFUSED" -> DECLINED;
            case "NOT ASKED", "NOT_ASKED" -> NOT_ASKED;
            default -> UNKNOWN;
        };
    }
}
