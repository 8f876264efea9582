package org.vigil.deadline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.deadline.rules.Deadline;
import org.vigil.deadline.rules.RungName;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;

/**
 * A deadline as screens and the API show it, at one instant.
 *
 * @param title what is to be done
 * @param basis the law, guidance or policy behind it
 * @param dueAt null while paused
 * @param firstDueAt due as first computed
 * @param breached whether it was not done when due, whatever became of it since
 * @param recordedLate done in time, recorded after due
 * @param reason why it was cancelled or superseded
 * @param fired the stages that fired, in order
 */
public record DeadlineView(
        long id,
        String rule,
        String ruleTitle,
        String basis,
        Duty ownerDuty,
        SubjectRef subject,
        String title,
        @Nullable Long areaId,
        Instant startedAt,
        String startEvidence,
        @Nullable Instant dueAt,
        Instant firstDueAt,
        DeadlineState state,
        boolean breached,
        @Nullable Instant metAt,
        @Nullable String metEvidence,
        boolean recordedLate,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String reason,
        Instant openedAt,
        List<Fired> fired,
        @Nullable Long supersedesId,
        int version) {

    /** A stage that fired: when its time came and when the engine recorded it. */
    public record Fired(RungName name, Instant at, Instant firedAt) {

        /** The stage in an officer's words. */
        public String label() {
            return name.label();
        }
    }

    public DeadlineView {
        fired = List.copyOf(fired);
    }

    static DeadlineView of(Deadline deadline, DeadlineRule rule, List<Fired> fired, Instant now) {
        var closing = deadline.closing();
        return new DeadlineView(
                deadline.id(),
                deadline.rule(),
                rule.title(),
                rule.basis(),
                rule.ownerDuty(),
                deadline.subject(),
                deadline.title(),
                deadline.areaId(),
                deadline.start().at(),
                deadline.start().evidence(),
                deadline.timing().dueAt(),
                deadline.timing().firstDueAt(),
                state(deadline, now),
                deadline.isBreachedAt(now),
                closing == null ? null : closing.metAt(),
                closing == null ? null : closing.evidence(),
                closing != null && closing.recordedLate(),
                closing == null ? null : closing.closedAt(),
                closing == null ? null : closing.by(),
                closing == null ? null : closing.reason(),
                deadline.openedAt(),
                fired,
                deadline.supersedesId(),
                deadline.version());
    }

    /** Where a deadline stands at an instant; breached from its due time on. */
    static DeadlineState state(Deadline deadline, Instant now) {
        return switch (deadline.standing()) {
            case PAUSED -> DeadlineState.PAUSED;
            case MET -> DeadlineState.MET;
            case MET_LATE -> DeadlineState.MET_LATE;
            case CANCELLED -> DeadlineState.CANCELLED;
            case SUPERSEDED -> DeadlineState.SUPERSEDED;
            case RUNNING -> running(deadline, now);
        };
    }

    private static DeadlineState running(Deadline deadline, Instant now) {
        if (deadline.isBreachedAt(now)) {
            return DeadlineState.BREACHED;
        }
        var soon = deadline.timing().soonAt();
        return soon != null && !now.isBefore(soon) ? DeadlineState.DUE_SOON : DeadlineState.OPEN;
    }

    /** Whether the row is the one that counts, and not one that another replaced. */
    public boolean isCurrent() {
        return state != DeadlineState.SUPERSEDED;
    }

}
