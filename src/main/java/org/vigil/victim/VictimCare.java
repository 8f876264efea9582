package org.vigil.victim;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.deadline.DeadlineChange;
import org.vigil.deadline.DeadlineService;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.victim.data.VictimReads;
import org.vigil.victim.data.VictimStore;
import org.vigil.victim.rules.EntryRules;
import org.vigil.victim.rules.UpdateClock;

/** What is agreed with a victim and done for them: the safe window, rights, special measures, an adviser, equipment. */
@Service
@Requires({Duty.SUPERVISOR, Duty.SPECIALIST})
public class VictimCare {

    private static final int LONGEST_DETAIL = 160;
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_ITEM = 120;

    private final VictimGate gate;
    private final VictimReads reads;
    private final VictimStore store;
    private final DeadlineService deadlines;
    private final Transactions transactions;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final Clock clock;

    VictimCare(
            VictimGate gate,
            VictimReads reads,
            VictimStore store,
            DeadlineService deadlines,
            Transactions transactions,
            AuditLog audit,
            CurrentViewer viewers,
            Clock clock) {
        this.gate = gate;
        this.reads = reads;
        this.store = store;
        this.deadlines = deadlines;
        this.transactions = transactions;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    /**
     * Keeps when and how the victim may be contacted.
     *
     * @param version of the victim's side as it was on screen
     */
    public void window(long caseId, int place, int version, SafeWindow window) {
        if (window.days().isEmpty()) {
            throw new InvalidInputException("days", "Tick the days on which the victim may be contacted.");
        }
        if (window.means().isEmpty()) {
            throw new InvalidInputException("means", "Tick at least one means that is safe.");
        }
        var kept = new SafeWindow(window.days(), window.from(), window.to(), window.means(),
                EntryRules.text("never", window.never(), LONGEST_NOTE));
        transactions.run(() -> {
            var viewer = viewers.get();
            var now = now();
            var of = gate.hold(viewer, caseId, place, now);
            var side = Sides.unchanged(reads.side(caseId, place), version);
            store.save(side.withWindow(kept, now, viewer.displayName()));
            audit.record(viewer, AuditNote.change(of.subject(), "Safe window of the victim set")
                    .withField("safeWindow", side.window() == null ? null : side.window().words(), kept.words()));
        });
    }

    /**
     * Says whether enhanced rights apply. What is still to be told gets the clock of the other rule at once; a breach that
     * happened stays.
     */
    @Requires(Duty.SUPERVISOR)
    public void enhanced(long caseId, int place, int version, boolean applies, String reason) {
        var why = EntryRules.reason("reason", reason);
        transactions.run(() -> {
            var viewer = viewers.get();
            var now = now();
            var of = gate.hold(viewer, caseId, place, now);
            var side = Sides.unchanged(reads.side(caseId, place), version);
            if (side.enhanced() == applies) {
                return;
            }
            store.save(side.withEnhanced(applies, applies ? null : why));
            var changes = new ArrayList<DeadlineChange>();
            reads.updates(List.of(caseId)).stream()
                    .filter(update -> update.place() == place && update.isOwed())
                    .forEach(update -> {
                        var other = update.withEnhanced(applies);
                        store.write(other);
                        changes.add(UpdateClock.cancel(
                                update, of, (applies ? "Enhanced rights apply: " : "No enhanced rights: ") + why));
                        var open = UpdateClock.open(other, of);
                        if (deadlines.problem(open).isEmpty()) {
                            changes.add(open);
                        }
                    });
            deadlines.apply(changes, now);
            audit.record(viewer, AuditNote.change(of.subject(), applies
                            ? "Enhanced rights of the victim apply"
                            : "Enhanced rights of the victim do not apply")
                    .withField("enhanced", side.enhanced(), applies)
                    .withField("reason", null, why));
        });
    }

    /**
     * Records a step of something that is done for the victim.
     *
     * @param detail the service or the measure, or null
     */
    public void step(
            long caseId, int place, Need need, NeedStep step, Instant at, @Nullable String detail, @Nullable String note) {
        if (!need.steps().contains(step)) {
            throw new InvalidInputException("step", step.label() + " is no step of: " + need.label() + ".");
        }
        var named = EntryRules.text("detail", detail, LONGEST_DETAIL);
        if (need == Need.IDVA && step == NeedStep.REFERRED && named == null) {
            throw new InvalidInputException("detail", "Name the service that the victim was referred to.");
        }
        var words = EntryRules.text("note", note, LONGEST_NOTE);
        transactions.run(() -> {
            var viewer = viewers.get();
            var now = now();
            var of = gate.hold(viewer, caseId, place, now);
            var when = EntryRules.happened("at", at.truncatedTo(ChronoUnit.MICROS), of, now);
            var before = reads.needs(List.of(caseId)).stream()
                    .filter(entry -> entry.place() == place && entry.need() == need)
                    .reduce((earlier, later) -> later)
                    .map(NeedEntry::words)
                    .orElse(need.before());
            var entry = new NeedEntry(0, caseId, place, need, step, when, named, words, now, viewer.displayName());
            store.add(entry, Objects.requireNonNull(viewer.accountId(), "only a person records this"));
            audit.record(viewer, AuditNote.change(of.subject(), need.label() + ": " + step.label())
                    .withField(need.name(), before, entry.words())
                    .withField("note", null, words));
        });
    }

    /** Something was issued to make the victim's home safer. */
    public void issue(long caseId, int place, String item, Instant at) {
        var what = EntryRules.text("item", item, LONGEST_ITEM);
        if (what == null) {
            throw new InvalidInputException("item", "Say what was issued.");
        }
        transactions.run(() -> {
            var viewer = viewers.get();
            var now = now();
            var of = gate.hold(viewer, caseId, place, now);
            store.issue(caseId, place, what, EntryRules.happened("at", at, of, now), viewer.displayName());
            audit.record(viewer, AuditNote.change(of.subject(), "Security equipment issued").withField("item", null, what));
        });
    }

    /** It came back. */
    public void takeBack(long caseId, int place, long equipment) {
        transactions.run(() -> {
            var viewer = viewers.get();
            var now = now();
            var of = gate.hold(viewer, caseId, place, now);
            store.takeBack(caseId, equipment, now, viewer.displayName());
            audit.record(viewer, AuditNote.change(of.subject(), "Security equipment returned"));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
