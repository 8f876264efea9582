package org.vigil.victim;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.deadline.DeadlineChange;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.deadline.DeadlineService;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;
import org.vigil.victim.VictimSide.Planned;
import org.vigil.victim.data.VictimReads;
import org.vigil.victim.data.VictimStore;
import org.vigil.victim.rules.EntryRules;
import org.vigil.victim.rules.SafeContact;
import org.vigil.victim.rules.UpdateClock;

/** Contacts with victims: what they told meets its clock, and none is outside the safe window without a reason. */
@Service
@Requires({Duty.SUPERVISOR, Duty.SPECIALIST, Duty.CUSTODY, Duty.NPT})
public class VictimContacts {

    private static final int LONGEST_NOTE = 1_000;

    private final VictimGate gate;
    private final VictimReads reads;
    private final VictimStore store;
    private final DeadlineQueries clocks;
    private final DeadlineService deadlines;
    private final Transactions transactions;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final Clock clock;

    VictimContacts(
            VictimGate gate,
            VictimReads reads,
            VictimStore store,
            DeadlineQueries clocks,
            DeadlineService deadlines,
            Transactions transactions,
            AuditLog audit,
            CurrentViewer viewers,
            Clock clock) {
        this.gate = gate;
        this.reads = reads;
        this.store = store;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.transactions = transactions;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    /**
     * Records a contact or an attempt; what it told is told.
     *
     * @param place the victim's number among the case's people
     * @throws InvalidInputException when it was not safe by what is recorded and nobody said why it was made
     */
    public void record(long caseId, int place, NewContact made) {
        transactions.run(() -> {
            var viewer = viewers.get();
            var now = now();
            var of = gate.hold(viewer, caseId, place, now);
            var at = EntryRules.happened("at", made.at().truncatedTo(ChronoUnit.MICROS), of, now);
            var verdict = SafeContact.of(reads.side(caseId, place).window(), at, made.means());
            var why = reasonWhereNeeded(verdict, made.outsideWhy());
            var note = EntryRules.text("note", made.note(), LONGEST_NOTE);
            var told = told(caseId, place, made);
            told.forEach(update -> EntryRules.canTell(update, at, made.outcome()));
            requireSupervisorToUndoBreach(viewer, of, told, at, note, now);
            var account = Objects.requireNonNull(viewer.accountId(), "only a person contacts a victim");
            var contact = store.add(new VictimContact(0, caseId, place, at, made.means(), made.outcome(), note,
                    verdict.allowed(), why, now, account, viewer.displayName()));
            var settled = new VictimUpdate.Settled(at, viewer.displayName(), contact, null);
            told.forEach(update -> tell(update.settled(UpdateState.TOLD, settled), of, made.means(), verdict, now));
            carriedOut(caseId, place, at);
            audit.record(viewer, AuditNote.change(of.subject(), "Contact with the victim: " + made.outcome().label()
                            + ", " + made.means().label().toLowerCase(java.util.Locale.UK) + ", " + told.size() + " told")
                    .withField("note", null, note)
                    .withField("outsideWhy", null, why)
                    .shown(told.stream().map(update -> update.subject(of.reference())).toList()));
        });
    }

    /**
     * Plans the next contact.
     *
     * @param version of the victim's side as it was on screen
     * @param outsideWhy why it lies outside the safe window, where it does
     */
    public void plan(
            long caseId, int place, int version, Instant at, ContactMeans means, @Nullable String outsideWhy) {
        transactions.run(() -> {
            var viewer = viewers.get();
            var now = now();
            var of = gate.hold(viewer, caseId, place, now);
            if (at.isBefore(now)) {
                throw new InvalidInputException("at", "That time is past: record the contact instead.");
            }
            var side = Sides.unchanged(reads.side(caseId, place), version);
            var verdict = SafeContact.of(side.window(), at, means);
            var why = reasonWhereNeeded(verdict, outsideWhy);
            store.save(side.planning(new Planned(at, means, why)));
            audit.record(viewer, AuditNote.change(of.subject(), "Next contact with the victim planned")
                    .withField("nextContact", words(side.next()), words(new Planned(at, means, why)))
                    .withField("outsideWhy", null, why));
        });
    }

    /**
     * Says that the victim could not be told of something, though it was tried, or need not be. Its clock ends; a breach
     * that happened stays.
     *
     * @param version of the update as it was on screen
     */
    @Requires(Duty.SUPERVISOR)
    public void giveUp(long caseId, long updateId, int version, UpdateState how, String reason) {
        if (how != UpdateState.COULD_NOT && how != UpdateState.NOT_NEEDED) {
            throw new IllegalArgumentException("told or to be told is no giving up");
        }
        var why = EntryRules.reason("reason", reason);
        transactions.run(() -> {
            var viewer = viewers.get();
            var now = now();
            var of = gate.hold(viewer, caseId);
            var update = reads.updates(List.of(caseId)).stream()
                    .filter(each -> each.id() == updateId && each.isOwed() && each.version() == version)
                    .findFirst()
                    .orElseThrow(() -> new org.vigil.shared.ChangedMeanwhileException("The update"));
            if (how == UpdateState.COULD_NOT && !wasTried(update)) {
                throw new InvalidInputException("state", "Nobody tried since it happened: record the attempts first.");
            }
            store.write(update.settled(how, new VictimUpdate.Settled(now, viewer.displayName(), null, why)));
            deadlines.apply(List.of(UpdateClock.cancel(update, of, how.label() + ": " + why)), now);
            audit.record(viewer, AuditNote.change(update.subject(of.reference()), update.kind().label() + ": " + how.label())
                    .withField("reason", null, why)
                    .shown(of.subject()));
        });
    }

    private boolean wasTried(VictimUpdate update) {
        return reads.contacts(List.of(update.caseId())).stream()
                .anyMatch(contact -> contact.place() == update.place() && !contact.at().isBefore(update.eventAt()));
    }

    private List<VictimUpdate> told(long caseId, int place, NewContact made) {
        var told = reads.updates(List.of(caseId)).stream()
                .filter(update -> update.place() == place && made.told().contains(update.id()))
                .toList();
        if (told.size() != made.told().size()) {
            throw new InvalidInputException("updates", "One of these is not to be told to this victim.");
        }
        return told;
    }

    private void tell(
            VictimUpdate told, CaseOfVictim of, ContactMeans means, SafeContact.Verdict verdict, Instant now) {
        store.write(told);
        var evidence = "Told: " + means.label().toLowerCase(java.util.Locale.UK)
                + (verdict.allowed() ? "" : ", outside what is recorded as safe, with a reason");
        deadlines.apply(List.<DeadlineChange>of(UpdateClock.meet(told, of, evidence)), now);
    }

    /** A contact that was planned for then has been made. */
    private void carriedOut(long caseId, int place, Instant at) {
        var side = reads.side(caseId, place);
        var next = side.next();
        if (next != null && !at.isBefore(next.at().minus(1, ChronoUnit.HOURS))) {
            store.save(side.planning(null));
        }
    }

    private void requireSupervisorToUndoBreach(
            Viewer viewer, CaseOfVictim of, List<VictimUpdate> told, Instant at, @Nullable String note, Instant now) {
        var due = clocks.due(SubjectType.VICTIM_UPDATE, told.stream().map(VictimUpdate::id).toList());
        var undone = new ArrayList<SubjectRef>();
        told.stream()
                .filter(update -> EntryRules.undoesBreach(due.get(update.id()), at, now))
                .forEach(update -> undone.add(update.subject(of.reference())));
        if (undone.isEmpty()) {
            return;
        }
        if (!viewer.has(Duty.SUPERVISOR)) {
            audit.record(viewer, AuditNote.refused(
                    of.subject(), "Contact refused: after the due time only a supervisor says that the victim was told before"));
            throw new AccessDeniedException("Only a specialist supervisor enters after the due time that it was met.");
        }
        if (note == null) {
            throw new InvalidInputException("note", "It is entered after it was due: say in the note what shows that the victim"
                    + " was told at " + UkTime.moment(at) + ".");
        }
    }

    private static @Nullable String reasonWhereNeeded(SafeContact.Verdict verdict, @Nullable String given) {
        if (verdict.allowed()) {
            return null;
        }
        if (given == null || given.isBlank()) {
            throw new InvalidInputException("outsideWhy", verdict.why() + " If it must be all the same, give the reason.");
        }
        return EntryRules.reason("outsideWhy", given);
    }

    private static @Nullable String words(@Nullable Planned next) {
        return next == null ? null : UkTime.moment(next.at()) + ", " + next.means().label();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
