package org.vigil.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.Texts;
import org.vigil.shared.Viewer;

/**
 * Something that was done about a case.
 *
 * @param id 0 while it is not stored
 * @param detail the name of an {@link EvidenceKind}, {@link AdviceAnswer} or {@link ChallengeOutcome}; {@link #CHARGED}
 *     where a case was opened again because somebody was charged
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

    /** Why a case that was closed was opened again by itself. */
    public static final String CHARGED = "CHARGED";

    /** Done by an officer at an instant, and entered now. */
    public static CaseAction by(
            Viewer viewer, ActionKind kind, @Nullable String detail, Instant at, @Nullable String note, Instant now) {
        return new CaseAction(
                0, kind, detail, at, note, null, null, now, viewer.accountId(), Texts.cut(viewer.displayName(), 120));
    }

    /** Done by the console itself, or by a feed, now. */
    public static CaseAction byItself(
            ActionKind kind, @Nullable String detail, String note, @Nullable Integer place, String by, Instant now) {
        return new CaseAction(0, kind, detail, now, Texts.cut(note, 500), place, null, now, null, by);
    }

    /** The same about one of the case's people, or about them and another case. */
    public CaseAction about(@Nullable Integer person, @Nullable Long otherCase) {
        return new CaseAction(id, kind, detail, at, note, person, otherCase, recordedAt, accountId, recordedBy);
    }

    /** What of its kind, in an officer's words, or null. */
    public @Nullable String detailLabel() {
        return detail == null
                ? null
                : switch (kind) {
                    case EVIDENCE -> EvidenceKind.valueOf(detail).label();
                    case ADVICE_ANSWERED -> AdviceAnswer.valueOf(detail).label();
                    case CHALLENGE_ANSWERED -> ChallengeOutcome.valueOf(detail).label();
                    default -> null;
                };
    }

    CaseAction withoutNote() {
        return new CaseAction(id, kind, detail, at, null, place, otherCaseId, recordedAt, accountId, recordedBy);
    }
}
