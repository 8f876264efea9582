package org.vigil.victim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.casework.CasesWritten;
import org.vigil.casework.SuspectStatusChanged;
import org.vigil.deadline.DeadlineChange;
import org.vigil.deadline.DeadlineService;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;
import org.vigil.victim.data.CaseGround;
import org.vigil.victim.data.VictimReads;
import org.vigil.victim.data.VictimStore;
import org.vigil.victim.rules.OwedUpdates;
import org.vigil.victim.rules.OwedUpdates.Effect;
import org.vigil.victim.rules.UpdateClock;

/** Opens what victims are to be told of an event of a suspect, with its clock, in the transaction of the event. */
@Component
public class VictimUpdates {

    private static final int LONGEST_WORDS = 1_000;

    private final CaseGround cases;
    private final VictimReads reads;
    private final VictimStore store;
    private final DeadlineService deadlines;
    private final AuditLog audit;

    VictimUpdates(
            CaseGround cases, VictimReads reads, VictimStore store, DeadlineService deadlines, AuditLog audit) {
        this.cases = cases;
        this.reads = reads;
        this.store = store;
        this.deadlines = deadlines;
        this.audit = audit;
    }

    /** A suspect has another status, or the time of the one they have was put right. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(SuspectStatusChanged event) {
        OwedUpdates.of(event.to())
                .ifPresent(kind -> owed(
                        event.caseId(), event.place(), kind, event.at(), event.why(), event.from() == event.to(), event.now()));
    }

    /** Cases were changed: one may lie in another area now, and what is owed there goes with it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CasesWritten event) {
        var owed = reads.updates(event.cases()).stream()
                .filter(update -> update.isOwed() && update.clockProblem() == null)
                .toList();
        if (owed.isEmpty()) {
            return;
        }
        var byId = cases.all(event.cases()).stream().collect(Collectors.toMap(CaseOfVictim::id, Function.identity()));
        deadlines.apply(
                owed.stream()
                        .<DeadlineChange>map(update -> UpdateClock.open(
                                update, Objects.requireNonNull(byId.get(update.caseId()))))
                        .toList(),
                event.now());
    }

    /**
     * Something happened that is no status: an interview, other conditions of bail.
     *
     * @param suspectPlace the suspect's number among the case's people; null where it is of no single one
     * @param more what the victim is told beside what happened, such as the conditions, or null
     * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void owed(
            long caseId, @Nullable Integer suspectPlace, UpdateKind kind, Instant at, @Nullable String more, Instant now) {
        owed(caseId, suspectPlace, kind, at, more, false, now);
    }

    private void owed(
            long caseId,
            @Nullable Integer suspectPlace,
            UpdateKind kind,
            Instant at,
            @Nullable String more,
            boolean sameEvent,
            Instant now) {
        // The case's row is held: two events of one case are taken one after the other.
        var of = cases.lock(Viewer.engine(), caseId).orElse(null);
        if (of == null || OwedUpdates.isHistory(of.closedAt(), at, now)) {
            return;
        }
        var words = OwedUpdates.words(kind, more);
        var kept = words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS - 1) + "…";
        var known = reads.updates(List.of(caseId));
        for (var victim : of.victims()) {
            var ofSuspect = known.stream()
                    .filter(update -> update.place() == victim && Objects.equals(update.suspectPlace(), suspectPlace))
                    .toList();
            switch (OwedUpdates.effect(ofSuspect, kind, at, kept, sameEvent)) {
                case Effect.Nothing() -> {}
                case Effect.Opens() -> open(new VictimUpdate(
                        0, caseId, victim, suspectPlace, kind, at, kept, reads.side(caseId, victim).enhanced(),
                        UpdateState.TO_TELL, null, null, now, 0), of, now);
                case Effect.PutsRight(VictimUpdate before) -> putRight(before, before.movedTo(at, kept), of, now);
            }
        }
    }

    private void open(VictimUpdate fresh, CaseOfVictim of, Instant now) {
        // A clock of whose time no rule is held must not keep the suspect's status from being recorded.
        var problem = deadlines.problem(UpdateClock.open(fresh, of)).map(VictimUpdates::brief).orElse(null);
        var update = store.add(fresh.withoutClock(problem));
        if (problem == null) {
            deadlines.apply(List.of(UpdateClock.open(update, of)), now);
        }
        audit.record(AuditNote.create(update.subject(of.reference()), "Victim to be told: " + update.kind().label())
                .withField("words", null, update.words())
                .shown(of.subject()));
    }

    private void putRight(VictimUpdate before, VictimUpdate moved, CaseOfVictim of, Instant now) {
        var hasMoved = !before.eventAt().equals(moved.eventAt());
        var problem = deadlines.problem(UpdateClock.open(moved, of)).map(VictimUpdates::brief).orElse(null);
        store.write(moved.withoutClock(problem));
        var changes = new ArrayList<DeadlineChange>();
        if (problem != null) {
            changes.add(UpdateClock.cancel(moved, of, problem));
        } else if (hasMoved && moved.state() != UpdateState.COULD_NOT && moved.state() != UpdateState.NOT_NEEDED) {
            changes.addAll(UpdateClock.putRight(moved, of, null));
        }
        deadlines.apply(changes, now);
        audit.record(AuditNote.change(moved.subject(of.reference()), "What the victim is to be told was put right")
                .withField("eventAt", UkTime.momentWithSeconds(before.eventAt()), UkTime.momentWithSeconds(moved.eventAt()))
                .withField("words", before.words(), moved.words())
                .shown(of.subject()));
    }

    private static String brief(String problem) {
        return problem.length() <= 255 ? problem : problem.substring(0, 255);
    }
}
