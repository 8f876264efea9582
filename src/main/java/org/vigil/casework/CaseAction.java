package org.vigil.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done about a case.
 *
 * @param id 0 while it is not stored
 * @param detail the name of an {@link EvidenceKind}, {@link AdviceAnswer} or {@link ChallengeOutcome}
 * @param place whom it is about, where it is about one of the case's people
 * @param otherCaseId the case with the same two people the other way about
 * @param accountId null where the console did it by itself
 */
public record CaseAction(
        long id,
        ActionKind kind,
        @Nullable String detail,
        Instant at,
        @Nullable String note,
        @Nullable Integer place,
        @Nullable Long otherCaseId,
        Instant recordedAt,
        @Nullable Long accountId,
        String recordedBy) {

    /** What of its kind, in an officer's words, or null. */
    public @Nullable String detailLabel() {
        return detail == null
                ? null
                : switch (kind) {
                    case EVIDENCE -> EvidenceKind.valueOf(detail).label();
                    case ADVICE_ANSWERED -> AdviceAnswer.valueOf(detail).label();
                    case CHALLENGE_ANSWERED -> ChallengeOutcome.valueOf(detail).label();
                    default -> detail;
                };
    }
}
