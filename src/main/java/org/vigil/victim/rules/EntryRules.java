package org.vigil.victim.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.UkTime;
import org.vigil.victim.CaseOfVictim;
import org.vigil.victim.ContactOutcome;
import org.vigil.victim.VictimUpdate;

/** What a person may enter about the victim's side of a case. Source: DEADLINES.md, the life of a deadline. */
public final class EntryRules {

    private static final int LONGEST_REASON = 500;
    private static final int SHORTEST_REASON = 3;
    /** Clocks of desks differ: what is entered while it happens may lie a little ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private EntryRules() {}

    /**
     * A reason, cleaned.
     *
     * @throws InvalidInputException when there is none worth the name, or too much
     */
    public static String reason(String field, @Nullable String given) {
        var reason = given == null ? "" : given.strip();
        if (reason.length() < SHORTEST_REASON) {
            throw new InvalidInputException(field, "Say why, in a few words.");
        }
        return within(field, reason, LONGEST_REASON);
    }

    /** What somebody wrote, cleaned; null where that is nothing. */
    public static @Nullable String text(String field, @Nullable String given, int longest) {
        return given == null || given.isBlank() ? null : within(field, given.strip(), longest);
    }

    private static String within(String field, String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw new InvalidInputException(field, "Keep this within " + longest + " characters.");
        }
        return text;
    }

    /** @throws InvalidInputException when the time lies in the future or before the report of the case */
    public static Instant happened(String field, Instant at, CaseOfVictim of, Instant now) {
        if (at.isAfter(now.plus(AHEAD))) {
            throw new InvalidInputException(field, "That time is in the future.");
        }
        if (at.isBefore(of.reportedAt())) {
            throw new InvalidInputException(
                    field, "That is before the case was reported, " + UkTime.moment(of.reportedAt()) + ".");
        }
        return at;
    }

    /** @throws InvalidInputException when the contact cannot have told the victim of the event */
    public static void canTell(VictimUpdate update, Instant at, ContactOutcome outcome) {
        if (!outcome.hasReached()) {
            throw new InvalidInputException(
                    "updates", "Only a contact that reached the victim can have told anything. Take the ticks off.");
        }
        if (!update.isOwed()) {
            throw new InvalidInputException(
                    "updates", "“" + update.kind().label() + "” was settled meanwhile. Look at the new state, then try again.");
        }
        if (at.isBefore(update.eventAt())) {
            throw new InvalidInputException("at", "The victim cannot have been told of “" + update.kind().label()
                    + "” before it happened, " + UkTime.moment(update.eventAt()) + ".");
        }
    }

    /** Whether the entry says, after the clock ran out, that the victim was told in time: that takes a supervisor. */
    public static boolean undoesBreach(@Nullable Instant due, Instant toldAt, Instant now) {
        return due != null && !now.isBefore(due) && toldAt.isBefore(due);
    }
}
