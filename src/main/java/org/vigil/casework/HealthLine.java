package org.vigil.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a case lacks.
 *
 * @param words what, in a sentence
 * @param urgent whether it needs somebody now
 * @param urgentFrom from when it does; null where the passing of time alone never makes it so
 * @param basis whose rule it is
 * @param place whom it is about, where it is about one of the case's people
 */
public record HealthLine(
        Kind kind, String words, boolean urgent, @Nullable Instant urgentFrom, String basis, @Nullable Integer place) {

    /** What can be missing; in the order in which a case shows them. */
    public enum Kind {
        CHARGED_WHILE_CLOSED,
        REVIEW_OVERDUE,
        NOT_ASSESSED,
        NO_LEAD,
        SUSPECT_OUTSTANDING,
        CHALLENGE_TO_CONSIDER,
        NO_OVERSIGHT,
        ADVICE_UNANSWERED,
        LEAD_BELOW_PIP,
        NO_OTHER_EVIDENCE,
        CHALLENGE_UNANSWERED,
        COUNTER_ALLEGATION,
        CALL_NOT_FOUND,
        /** Said by whoever looks after the victim. */
        VICTIM
    }
}
