package org.vigil.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call as a list shows it; no party and no description is in it. */
public record CallRow(
        long id,
        String reference,
        Instant receivedAt,
        @Nullable String grade,
        @Nullable String firstGrade,
        @Nullable Disposal disposal,
        @Nullable String addressLine,
        @Nullable String postcode,
        @Nullable Long areaId,
        @Nullable Boolean childrenPresent,
        @Nullable Instant closedAt,
        CallState state) {

    /** The same row without where the call is. */
    CallRow withoutPlace() {
        return new CallRow(id, reference, receivedAt, grade, firstGrade, disposal, null, null, areaId, childrenPresent,
                closedAt, state);
    }

    /** Whether officers were there, or the call is over, and only the time of their arrival is missing. */
    public boolean lacksArrival() {
        return state.waitingBy() != null && !state.timesImpossible() && isOver();
    }

    /** Whether nobody is on the way any more: the call is closed, or was attended. */
    public boolean isOver() {
        return closedAt != null || disposal == Disposal.ATTENDED;
    }

    /** Whether officers are awaited past their target, or came at or after it. */
    public boolean isLateAt(Instant now) {
        var due = state.attendBy();
        if (due == null) {
            return false;
        }
        return state.waitingBy() != null
                ? !now.isBefore(due)
                : state.attendedAt() != null && !state.attendedAt().isBefore(due);
    }

    /** Whether three quarters of the time have gone and officers are awaited still. */
    public boolean isNearlyLateAt(Instant now) {
        var due = state.waitingBy();
        var warn = state.attendWarnAt();
        return due != null && now.isBefore(due) && warn != null && !now.isBefore(warn);
    }
}
