package org.vigil.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.deadline.DeadlineView;
import org.vigil.incident.data.CallQueries;
import org.vigil.incident.data.CallStore;
import org.vigil.incident.data.GradePolicyQueries;
import org.vigil.incident.data.StoredCall;
import org.vigil.incident.rules.CallAlerts;
import org.vigil.incident.rules.CallStates;
import org.vigil.incident.rules.ClocksOfCall;
import org.vigil.incident.rules.CorrectionRules;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;

/**
 * What a person puts right on a call, with the evidence. It lies over what the feed says and no later message replaces
 * it; clocks and alerts follow at once.
 */
@Service
@Requires({Duty.SUPERVISOR, Duty.CALLS})
public class CallCorrections {

    private final CallQueries calls;
    private final CallStore store;
    private final CallConsequences consequences;
    private final GradePolicyQueries policies;
    private final DeadlineQueries deadlines;
    private final Transactions transactions;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final Clock clock;

    CallCorrections(
            CallQueries calls,
            CallStore store,
            CallConsequences consequences,
            GradePolicyQueries policies,
            DeadlineQueries deadlines,
            Transactions transactions,
            AuditLog audit,
            CurrentViewer viewers,
            Clock clock) {
        this.calls = calls;
        this.store = store;
        this.consequences = consequences;
        this.policies = policies;
        this.deadlines = deadlines;
        this.transactions = transactions;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    /**
     * Sets or takes off the domestic abuse flag.
     *
     * @param version the call's version as it was on screen
     */
    public void flag(long id, int version, boolean domesticAbuse, String evidence) {
        correct(id, version, CorrectedField.DOMESTIC_ABUSE, domesticAbuse, null, null, evidence);
    }

    /** Enters when the first officers were at the scene; saying so after the target takes a supervisor. */
    public void arrival(long id, int version, Instant at, String evidence) {
        correct(id, version, CorrectedField.ARRIVED_AT, null, at, null, evidence);
    }

    /** Enters a crime and when it was recorded. */
    public void crimeRecorded(long id, int version, Instant at, String reference, String evidence) {
        if (reference.isBlank() || reference.strip().length() > 60) {
            throw new InvalidInputException("reference", "Give the crime's reference, in at most 60 characters.");
        }
        correct(id, version, CorrectedField.CRIME_RECORDED_AT, null, at, reference.strip(), evidence);
    }

    /** Enters the decision that there was no crime, with its reason and when it was made. */
    public void noCrime(long id, int version, Instant decidedAt, String reason, String evidence) {
        correct(id, version, CorrectedField.NO_CRIME, null, decidedAt,
                CorrectionRules.evidence("reason", reason), evidence);
    }

    private void correct(
            long id,
            int version,
            CorrectedField field,
            @Nullable Boolean flag,
            @Nullable Instant time,
            @Nullable String text,
            String evidence) {
        var basis = CorrectionRules.evidence("evidence", evidence);
        transactions.run(() -> {
            var viewer = viewers.get();
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var held = calls.lock(viewer, id)
                    .orElseThrow(() -> new InvalidInputException("call", "There is no such call in your areas."));
            if (held.version() != version) {
                throw new ChangedMeanwhileException("Call " + held.reference());
            }
            if (time != null) {
                CorrectionRules.time("at", time, CallFacts.of(held), now);
                requireSupervisorToUndoBreach(held, field, time, now);
            }
            var account = Objects.requireNonNull(viewer.accountId(), "only a person corrects a call");
            var correction = new Correction(
                    field, flag, time, text, basis, account, viewer.displayName(), now);
            store.addCorrection(id, correction);
            write(held, held.corrected(correction), now);
            audit.record(viewer, note(held, correction));
        });
    }

    private void write(Call held, Call corrected, Instant now) {
        var all = policies.all();
        var state = CallStates.of(CallFacts.of(corrected), all.at(corrected.times().receivedAt()));
        store.updateState(new StoredCall(corrected, state));
        // The specialist supervisor is who would be told that the flag was taken off.
        Set<String> known = viewers.get().has(Duty.SUPERVISOR) ? Set.of(CallAlerts.FLAG_REMOVED) : Set.of();
        consequences.apply(List.of(new CallConsequences.Changed(held, corrected)), all, known, now);
    }

    private void requireSupervisorToUndoBreach(Call call, CorrectedField field, Instant doneAt, Instant now) {
        var rule = field == CorrectedField.ARRIVED_AT ? ClocksOfCall.ATTENDANCE : ClocksOfCall.CRIME;
        var due = deadlines.of(CallConsequences.subject(call)).stream()
                .filter(view -> view.rule().equals(rule) && view.isCurrent())
                .map(DeadlineView::dueAt)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (CorrectionRules.undoesBreach(due, doneAt, now) && !viewers.get().has(Duty.SUPERVISOR)) {
            audit.record(viewers.get(), AuditNote.refused(
                    CallConsequences.subject(call), field.label() + " refused: after the target only a supervisor says it was met"));
            throw new AccessDeniedException("Only a specialist supervisor enters after the target that it was met.");
        }
    }

    private static AuditNote note(Call held, Correction made) {
        var before = held.correction(made.field()).orElse(null);
        return AuditNote.change(CallConsequences.subject(held), made.field().label() + " put right by hand")
                .withField(made.field().name(), value(held, made.field(), before), value(made))
                .withField("evidence", null, made.evidence());
    }

    private static @Nullable String value(Call held, CorrectedField field, @Nullable Correction before) {
        if (before != null) {
            return value(before);
        }
        return switch (field) {
            case DOMESTIC_ABUSE -> String.valueOf(held.grading().domesticAbuse());
            case ARRIVED_AT -> held.times().arrivedAt() == null ? null : held.times().arrivedAt().toString();
            case CRIME_RECORDED_AT, NO_CRIME -> held.crimes().isEmpty()
                    ? null
                    : held.crimes().stream().map(KnownCrime::said).toList().toString();
        };
    }

    private static String value(Correction correction) {
        return switch (correction.field()) {
            case DOMESTIC_ABUSE -> String.valueOf(correction.flag());
            case ARRIVED_AT -> String.valueOf(correction.time());
            case CRIME_RECORDED_AT, NO_CRIME -> correction.text() + ", " + correction.time();
        };
    }
}
