package org.vigil.victim;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.Viewer;
import org.vigil.victim.data.VictimReads;
import org.vigil.victim.data.VictimStore;
import org.vigil.victim.rules.EntryRules;

/**
 * What is done for the children of a case: referred to children's services and the child abuse investigation unit,
 * confirmed by a supervisor who did not refer them, and their schools told.
 */
@Service
@Requires({Duty.SUPERVISOR, Duty.SPECIALIST})
public class ChildrenCare {

    private final VictimGate gate;
    private final VictimReads reads;
    private final VictimStore store;
    private final SchoolClock clocks;
    private final Transactions transactions;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final Clock clock;

    ChildrenCare(
            VictimGate gate,
            VictimReads reads,
            VictimStore store,
            SchoolClock clocks,
            Transactions transactions,
            AuditLog audit,
            CurrentViewer viewers,
            Clock clock) {
        this.gate = gate;
        this.reads = reads;
        this.store = store;
        this.clocks = clocks;
        this.transactions = transactions;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    /**
     * Says that the children were referred, or why they need not be. What was confirmed before must be confirmed anew.
     *
     * @param version of the referral as it was on screen
     * @param why to whom and with what concern; where none is needed, why
     */
    public void refer(long caseId, int version, ReferralState state, String why) {
        if (state == ReferralState.NOT_MADE) {
            throw new InvalidInputException("state", "Say that the referral was made, or why none is needed.");
        }
        var reason = EntryRules.reason("why", why);
        transactions.run(() -> {
            var viewer = viewers.get();
            var now = now();
            var of = gate.hold(viewer, caseId);
            var before = children(of);
            if (before.places().isEmpty()) {
                throw new InvalidInputException("children", "No child is named in this case.");
            }
            requireUnchanged(before, version);
            var referral = new Children.Referral(
                    state, reason, now, account(viewer), viewer.displayName(), null, null);
            store.refer(caseId, referral, version);
            audit.record(viewer, AuditNote.change(of.subject(), "Referral of the children: " + state.label())
                    .withField("referral", words(before.referral()), words(referral)));
        });
    }

    /** A supervisor confirms that the children of the household are safe; nobody confirms what they did themselves. */
    @Requires(Duty.SUPERVISOR)
    public void confirm(long caseId, int version) {
        transactions.run(() -> {
            var viewer = viewers.get();
            var now = now();
            var of = gate.hold(viewer, caseId);
            var children = children(of);
            requireUnchanged(children, version);
            var referral = children.referral();
            if (referral == null || referral.isConfirmed()) {
                throw new InvalidInputException("referral", "There is nothing to confirm.");
            }
            if (referral.madeAccount() == account(viewer)) {
                throw new InvalidInputException(
                        "referral", "You entered the referral: another supervisor confirms that the children are safe.");
            }
            store.confirm(caseId, version, viewer, now);
            audit.record(viewer, AuditNote.change(of.subject(), "Safeguarding of the children confirmed")
                    .withField("referral", words(referral), words(referral) + ", confirmed"));
        });
    }

    /**
     * Says that a child's school was told, or why it is not.
     *
     * @param place the child's number among the case's people
     */
    public void school(long caseId, int place, SchoolState state, Instant at, @Nullable String why) {
        var reason = state == SchoolState.EXEMPT ? EntryRules.reason("why", why) : EntryRules.text("why", why, 500);
        transactions.run(() -> {
            var viewer = viewers.get();
            var now = now();
            var of = gate.hold(viewer, caseId);
            if (!of.children().contains(place)) {
                throw new InvalidInputException("child", "This child is no longer named in the case.");
            }
            var when = EntryRules.happened("at", at.truncatedTo(ChronoUnit.MICROS), of, now);
            var before = children(of).school(place).orElse(null);
            var school = new Children.School(place, state, when, reason, viewer.displayName());
            store.school(caseId, school, account(viewer), now);
            clocks.follow(List.of(caseId), now);
            audit.record(viewer, AuditNote.change(of.subject(), "Notice to the school of a child: " + state.label())
                    .withField("school", before == null ? null : before.state().label(), state.label())
                    .withField("why", null, reason));
        });
    }

    private Children children(CaseOfVictim of) {
        return Objects.requireNonNull(reads.children(List.of(of)).get(of.id()));
    }

    private static void requireUnchanged(Children held, int version) {
        if (held.version() != version) {
            throw new ChangedMeanwhileException("What was done for the children");
        }
    }

    private static @Nullable String words(Children.@Nullable Referral referral) {
        return referral == null ? null : referral.state().label() + ": " + referral.why();
    }

    private static long account(Viewer viewer) {
        return Objects.requireNonNull(viewer.accountId(), "only a person records this");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
