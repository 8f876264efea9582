package org.vigil.casework.rules;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.Case;
import org.vigil.casework.CasePolicy;
import org.vigil.casework.rules.CaseReview.From;
import org.vigil.casework.rules.CaseReview.Next;
import org.vigil.deadline.DeadlineChange;
import org.vigil.shared.SubjectRef;

/**
 * The one clock of a case: exactly one runs while the case is open. Source: DEADLINES.md, RISK_REVIEW.
 */
public final class ReviewClock {

    public static final String RULE = "RISK_REVIEW";

    private ReviewClock() {}

    /**
     * What a change of a case does to its clock, in the order in which it must be applied.
     *
     * @param before null for a case that is new
     */
    public static List<DeadlineChange> changes(@Nullable Case before, Case after, CasePolicy policy) {
        var was = before == null ? Optional.<Next>empty() : CaseReview.of(before, policy);
        var is = CaseReview.of(after, policy);
        var subject = after.subject();
        if (is.isEmpty()) {
            return was.isEmpty()
                    ? List.of()
                    : List.of(new DeadlineChange.Cancel(RULE, subject, "The case was closed."));
        }
        var open = open(is.get(), subject, after.areaId());
        if (was.isEmpty()) {
            return List.of(new DeadlineChange.Renew(open));
        }
        if (wasDone(was.get(), is.get())) {
            var met = is.get().startedAt().isBefore(was.get().startedAt()) ? was.get().startedAt() : is.get().startedAt();
            return List.of(
                    new DeadlineChange.Meet(RULE, subject, met, is.get().evidence()), new DeadlineChange.Renew(open));
        }
        return was.get().startedAt().equals(is.get().startedAt()) && was.get().dueAt().equals(is.get().dueAt())
                ? List.of(open)
                : List.of(new DeadlineChange.Restart(open, "What the review is counted from was put right."));
    }

    /** Whether the review happened: it was assessed, or looked at, after what the clock was counted from. */
    private static boolean wasDone(Next was, Next is) {
        var done = is.from() == From.ASSESSMENT || is.from() == From.REVIEW;
        return done && (was.from() == From.REPORT || is.startedAt().isAfter(was.startedAt()));
    }

    private static DeadlineChange.Open open(Next next, SubjectRef subject, @Nullable Long areaId) {
        return new DeadlineChange.Open(
                RULE, subject, next.title(), areaId, next.startedAt(), next.evidence(), null, next.lastDay(), next.dueAt());
    }
}
