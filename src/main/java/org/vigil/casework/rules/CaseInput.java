package org.vigil.casework.rules;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.Case;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.UkTime;

/** What an officer enters about a case, as it can be kept. */
public final class CaseInput {

    private static final Instant EARLIEST = UkTime.startOf(LocalDate.of(1900, 1, 1));
    private static final int LEAST_REASON = 3;

    private CaseInput() {}

    /** A reason in a few words at least. */
    public static String reason(String field, @Nullable String typed) {
        var reason = typed == null ? "" : typed.strip();
        if (reason.length() < LEAST_REASON || reason.codePointCount(0, reason.length()) > 500) {
            throw new InvalidInputException(field, "Say it in a few words, in at most 500 characters.");
        }
        return reason;
    }

    /** A text that may be missing. */
    public static @Nullable String text(String field, @Nullable String typed, int most) {
        var text = typed == null ? "" : typed.strip();
        if (text.codePointCount(0, text.length()) > most) {
            throw new InvalidInputException(field, "Use at most " + most + " characters.");
        }
        return text.isEmpty() ? null : text;
    }

    /** A text that must be there. */
    public static String required(String field, @Nullable String typed, int most, String problem) {
        var text = text(field, typed, most);
        if (text == null) {
            throw new InvalidInputException(field, problem);
        }
        return text;
    }

    /** A time at which something happened: not to come. */
    public static Instant past(String field, Instant at, Instant now) {
        if (at.isAfter(now)) {
            throw new InvalidInputException(field, "That time is still to come: check it.");
        }
        if (at.isBefore(EARLIEST)) {
            throw new InvalidInputException(field, "That time is before 1900: check it.");
        }
        return at;
    }

    /** What is entered of an open case alone. */
    public static void requireOpen(Case file) {
        if (!file.isOpen()) {
            throw new InvalidInputException("case", "Case " + file.reference() + " is closed: open it again first.");
        }
    }
}
