package org.vigil.incident.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.CallFacts;
import org.vigil.incident.GradeStep;
import org.vigil.incident.Grading;

/**
 * What was lowered or taken off on a domestic abuse call: each needs a reason and an authority, and a supervisor is
 * told. Source: DOMAIN.md section 2, met and breach; seed 002 on downgrading.
 */
public final class GradeChanges {

    private GradeChanges() {}

    /** A grade lowered on a call that was, or now is, flagged. */
    public record Lowered(
            String from,
            String to,
            Instant at,
            @Nullable String by,
            @Nullable String reason,
            @Nullable String authority) {

        public boolean lacksReason() {
            return reason == null;
        }

        public boolean lacksAuthority() {
            return authority == null;
        }

        /** "Immediate lowered to Priority at …, by …. Reason: …. Authority: none given." */
        public String sentence() {
            return Grading.words(from) + " lowered to " + Grading.words(to) + why(at, by, reason, authority);
        }
    }

    /** A flag taken off and not put back. */
    public record FlagRemoved(
            Instant at, @Nullable String by, @Nullable String reason, @Nullable String authority) {

        public boolean lacksReason() {
            return reason == null;
        }

        public String sentence() {
            return "Domestic abuse flag taken off" + why(at, by, reason, authority);
        }
    }

    /** Every step in a call's history by which its grade became less urgent while it was a domestic abuse call. */
    public static List<Lowered> lowered(CallFacts facts, GradePolicy policy) {
        var found = new ArrayList<Lowered>();
        String grade = null;
        var flagged = false;
        for (GradeStep step : facts.steps()) {
            var before = flagged;
            flagged = step.domesticAbuse() == null ? flagged : step.domesticAbuse();
            var counts = before || flagged || facts.domesticAbuse();
            if (counts && grade != null && policy.isLower(grade, step.grade())) {
                found.add(new Lowered(
                        grade, step.grade(), step.at(), step.by(), step.reason(), step.authority()));
            }
            grade = step.grade() == null ? grade : step.grade();
        }
        return found;
    }

    /**
     * What is newly lowered by a message: steps that the held history did not have and, where the feed rewrote its
     * history, the difference itself.
     *
     * @param before null for a call that is new
     */
    public static List<Lowered> newlyLowered(@Nullable CallFacts before, CallFacts after, GradePolicy policy) {
        var known = before == null
                ? List.<String>of()
                : lowered(before, policy).stream().map(GradeChanges::key).toList();
        var fresh = new ArrayList<>(lowered(after, policy).stream()
                .filter(lowered -> !known.contains(key(lowered)))
                .toList());
        var flagged = after.domesticAbuse() || (before != null && before.domesticAbuse());
        if (before != null && flagged && fresh.isEmpty() && policy.isLower(before.grade(), after.grade())) {
            fresh.add(new Lowered(before.grade(), after.grade(), after.changedAt(), null, null, null));
        }
        return fresh;
    }

    /** The last removal of the flag, where the call is not flagged now but was. */
    public static Optional<FlagRemoved> flagRemoved(CallFacts facts) {
        if (facts.domesticAbuse()) {
            return Optional.empty();
        }
        FlagRemoved found = null;
        var flagged = false;
        for (GradeStep step : facts.steps()) {
            if (step.domesticAbuse() != null) {
                if (flagged && !step.domesticAbuse()) {
                    found = removed(step);
                }
                flagged = step.domesticAbuse();
            }
        }
        if (flagged || found != null) {
            var hand = facts.flagByHand();
            return Optional.of(
                    hand != null
                            ? removed(hand)
                            : found != null ? found : new FlagRemoved(facts.changedAt(), null, null, null));
        }
        return Optional.empty();
    }

    private static FlagRemoved removed(GradeStep step) {
        return new FlagRemoved(step.at(), step.by(), step.reason(), step.authority());
    }

    /** Whether the call's clocks run: it is flagged, or its flag was taken off without a word why. */
    public static boolean isWatched(CallFacts facts) {
        return facts.domesticAbuse() || flagRemoved(facts).filter(FlagRemoved::lacksReason).isPresent();
    }

    private static String why(Instant at, @Nullable String by, @Nullable String reason, @Nullable String authority) {
        return " at " + org.vigil.shared.UkTime.moment(at)
                + (by == null ? "" : " by " + by)
                + ". " + (reason == null ? "No reason given." : "Reason: " + reason + ".")
                + " " + (authority == null ? "No authority given." : "Authority: " + authority + ".");
    }

    private static String key(Lowered lowered) {
        return lowered.at() + "|" + lowered.from() + "|" + lowered.to();
    }
}
