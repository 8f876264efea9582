package org.vigil.incident.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.CallFacts;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.UkTime;

/** What a person may enter about a call by hand. Source: DEADLINES.md, the life of a deadline. */
public final class CorrectionRules {

    private static final int LONGEST = 500;
    private static final int SHORTEST = 3;

    private CorrectionRules() {}

    /**
     * The evidence or reason, cleaned.
     *
     * @throws InvalidInputException when there is none worth the name, or too much
     */
    public static String evidence(String field, String given) {
        var evidence = given.strip();
        if (evidence.length() < SHORTEST) {
            throw new InvalidInputException(field, "Say what this rests on, in a few words.");
        }
        if (evidence.codePointCount(0, evidence.length()) > LONGEST) {
            throw new InvalidInputException(field, "Keep this within 500 characters.");
        }
        return evidence;
    }

    /** @throws InvalidInputException when the time lies in the future or before the call */
    public static void time(String field, Instant at, CallFacts facts, Instant now) {
        if (at.isAfter(now)) {
            throw new InvalidInputException(field, "That time is in the future.");
        }
        if (at.isBefore(facts.receivedAt())) {
            throw new InvalidInputException(
                    field, "That is before the call was received, " + UkTime.momentWithSeconds(facts.receivedAt()) + ".");
        }
    }

    /** Whether the entry says, after a clock ran out, that the thing was done in time: that takes a supervisor. */
    public static boolean undoesBreach(@Nullable Instant due, Instant doneAt, Instant now) {
        return due != null && !now.isBefore(due) && doneAt.isBefore(due);
    }
}
