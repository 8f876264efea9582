package org.vigil.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.vigil.alert.AlertRaiser;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.deadline.data.DeadlineStore;
import org.vigil.deadline.rules.Deadline;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;

/** What a person enters about a clock by hand. */
@Service
public class DeadlineHand {

    private final Transactions transactions;
    private final DeadlineStore store;
    private final Catalogues catalogues;
    private final AlertRaiser alerts;
    private final AuditLog audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    DeadlineHand(
            Transactions transactions,
            DeadlineStore store,
            Catalogues catalogues,
            AlertRaiser alerts,
            AuditLog audit,
            CurrentViewer viewer,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.catalogues = catalogues;
        this.alerts = alerts;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    /**
     * Enters that a thing was done. Entered after the due time as done before it, this needs evidence and a supervisor,
     * for it takes a breach off the board.
     *
     * @param version the deadline's version as it was on screen
     */
    @Requires
    public void meet(long deadlineId, int version, Instant metAt, String evidence) {
        transactions.run(() -> {
            var now = clock.instant();
            var deadline = open(deadlineId, version);
            check(deadline, metAt, evidence, now);
            var who = viewer.get();
            var met = deadline.met(metAt, "By hand: " + evidence.strip(), now, who.username());
            store.update(List.of(met));
            alerts.resolve(DeadlineAlerts.keysOf(deadline), "Done: " + evidence.strip(), now);
            audit.record(AuditNote.change(subject(deadline), "Entered by hand when the clock was met")
                    .withField("evidence", null, evidence.strip())
                    .withField("state", deadline.standing(), met.standing())
                    .withField("metAt", null, metAt)
                    .shown(deadline.subject()));
        });
    }

    /** Takes a clock off because it does not apply or was withdrawn; a breach that happened stays one. */
    @Requires(Duty.SUPERVISOR)
    public void cancel(long deadlineId, int version, String reason) {
        transactions.run(() -> {
            var now = clock.instant();
            var deadline = open(deadlineId, version);
            if (reason.isBlank()) {
                throw new InvalidInputException("reason", "is needed: say why the clock does not apply");
            }
            var cancelled = deadline.cancelled(reason.strip(), now, viewer.get().username());
            store.update(List.of(cancelled));
            alerts.resolve(DeadlineAlerts.keysOf(deadline), "Cancelled: " + reason.strip(), now);
            audit.record(AuditNote.change(subject(deadline), "Cancelled a clock")
                    .withField("reason", null, reason.strip())
                    .withField("state", deadline.standing(), cancelled.standing())
                    .shown(deadline.subject()));
        });
    }

    private Deadline open(long id, int version) {
        var deadline = store.lock(id).orElseThrow(() -> new InvalidInputException("id", "names no clock"));
        if (deadline.version() != version || !deadline.standing().isOpen()) {
            throw new ChangedMeanwhileException("This clock");
        }
        var who = viewer.get();
        if (!DeadlineReach.rules(catalogues.current(), who).contains(deadline.rule())
                || !who.covers(deadline.areaId())) {
            throw refused(deadline, "Your duties or areas don't cover this clock.");
        }
        return deadline;
    }

    private void check(Deadline deadline, Instant metAt, String evidence, Instant now) {
        if (metAt.isAfter(now)) {
            throw new InvalidInputException("metAt", "is in the future");
        }
        if (metAt.isBefore(deadline.start().at())) {
            throw new InvalidInputException(
                    "metAt", "is before the clock started, " + UkTime.moment(deadline.start().at()));
        }
        if (evidence.isBlank()) {
            throw new InvalidInputException("evidence", "is needed: say how it is known");
        }
        var due = deadline.timing().dueAt();
        var undoesBreach = due != null && deadline.isBreachedAt(now) && metAt.isBefore(due);
        if (undoesBreach && !viewer.get().has(Duty.SUPERVISOR)) {
            throw refused(deadline, "Only a supervisor enters after the due time that it was done in time.");
        }
    }

    /** The attempt is logged, and stays logged though the transaction is rolled back. */
    private AccessDeniedException refused(Deadline deadline, String why) {
        audit.record(AuditNote.refused(subject(deadline), why).shown(deadline.subject()));
        return new AccessDeniedException(why);
    }

    private static SubjectRef subject(Deadline deadline) {
        return new SubjectRef(
                SubjectType.DEADLINE, deadline.id(), deadline.subject().reference());
    }
}
