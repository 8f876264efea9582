package org.vigil.person;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.vigil.alert.AlertRaiser;
import org.vigil.alert.Audience;
import org.vigil.alert.RaiseAlert;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.data.AccessStore;
import org.vigil.person.data.PersonReads;
import org.vigil.person.rules.PersonInput;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.Viewer;

/** Who may see a record that is not open to all: its limits, its list, and glass broken with a reason. */
@Service
public class PersonAccess {

    /** How long broken glass holds. */
    public static final Duration GLASS = Duration.ofHours(1);

    /** Whose duty may break the glass, as {@link #breakGlass} requires. */
    public static final Set<Duty> BREAKS = EnumSet.of(
            Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.DECIDER, Duty.CALLS, Duty.CUSTODY,
            Duty.MARAC, Duty.COURT);

    private static final String BROKEN = "PERSON_GLASS_BROKEN";
    private static final String SOUGHT = "PERSON_SEALED_SOUGHT";

    private final PersonDesk desk;
    private final PersonReads reads;
    private final AccessStore store;
    private final AlertRaiser alerts;
    private final Transactions transactions;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final Clock clock;

    PersonAccess(
            PersonDesk desk,
            PersonReads reads,
            AccessStore store,
            AlertRaiser alerts,
            Transactions transactions,
            AuditLog audit,
            CurrentViewer viewers,
            Clock clock) {
        this.desk = desk;
        this.reads = reads;
        this.store = store;
        this.alerts = alerts;
        this.transactions = transactions;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    /**
     * Restricts, seals or opens a record.
     *
     * @param version the person's version as it was on screen
     */
    @Requires(Duty.SUPERVISOR)
    public void limit(long id, int version, Limits limits) {
        if (limits.restriction() != Restriction.OPEN) {
            PersonInput.longReason(limits.reason());
            if (limits.ownerDuty() == null && limits.ownerAccount() == null) {
                throw new InvalidInputException("owner", "Say who owns the record: a duty or an officer.");
            }
        }
        transactions.run(() -> {
            var change = desk.open(id);
            var person = change.person();
            if (person.version() != version
                    || !store.limit(person.id(), version, limits, change.by(), change.now())) {
                throw new ChangedMeanwhileException("Person " + person.id());
            }
            audit.record(change.viewer(), AuditNote.change(
                            person.subject(), "Record is now " + limits.restriction().label().toLowerCase(java.util.Locale.UK))
                    .withPurpose(limits.reason())
                    .withField("limits", person.core().limits(), limits));
        });
    }

    /** Lets an account see a record that it would not. */
    @Requires(Duty.SUPERVISOR)
    public void give(long id, long account, String reason) {
        var why = PersonInput.longReason(reason);
        transactions.run(() -> {
            var change = desk.open(id);
            store.give(change.person().id(), account, why, change.by(), change.now());
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), "Access given")
                    .withPurpose(why)
                    .withField("account " + account, null, "may see"));
        });
    }

    /** Takes an account off a record's list. */
    @Requires(Duty.SUPERVISOR)
    public void take(long id, long account) {
        transactions.run(() -> {
            var change = desk.open(id);
            store.take(change.person().id(), account);
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), "Access taken back")
                    .withField("account " + account, "may see", null));
        });
    }

    /**
     * Opens a restricted record to whoever asks for an hour, tells its owner, and writes it down. A sealed record, and
     * one's own, are as if they were not there.
     *
     * @return until when
     */
    @Requires({
        Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.DECIDER, Duty.CALLS, Duty.CUSTODY,
        Duty.MARAC, Duty.COURT
    })
    public Instant breakGlass(long id, String reason) {
        var why = PersonInput.glassReason(reason);
        return transactions.call(() -> {
            var viewer = viewers.get();
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var survivor = reads.survivorOf(id).orElseThrow(PersonDesk::noSuchPerson);
            var seen = reads.seen(viewer, List.of(survivor), now).get(survivor);
            if (seen == null) {
                throw PersonDesk.noSuchPerson();
            }
            if (seen == Seen.IN_FULL) {
                throw new InvalidInputException("person", "You can see this record already.");
            }
            var until = now.plus(GLASS);
            store.grant(survivor, Objects.requireNonNull(viewer.accountId()), why, now, until);
            alertOwner(BROKEN, survivor, viewer.displayName() + " opened it for an hour: " + why, viewer, now);
            audit.record(viewer, AuditNote.change(Person.subject(survivor), "Broke the glass on a restricted record")
                    .withPurpose(why)
                    .withField("seen until", null, until));
            return until;
        });
    }

    /** Until when the viewer's broken glass holds, for the screen that shows it; null where none does. */
    public @Nullable Instant glassUntil(long id) {
        return reads.survivorOf(id)
                .flatMap(survivor -> store.grantedUntil(survivor, viewers.get(), clock.instant()))
                .orElse(null);
    }

    /** A search would have found these sealed records: their owners are told, and the searcher is shown nothing. */
    public void soughtSealed(Viewer viewer, List<Long> survivors, Instant now) {
        transactions.run(() -> survivors.forEach(survivor ->
                alertOwner(SOUGHT, survivor, "A search by " + viewer.displayName() + " would have found it.", viewer, now)));
    }

    private void alertOwner(String kind, long survivor, String detail, Viewer viewer, Instant now) {
        var duty = reads.limits(survivor).map(Limits::ownerDuty).orElse(null);
        var raised = alerts.byPolicy(
                kind, Person.subject(survivor), kind + ":" + survivor + ":" + viewer.accountId(), detail, null, now);
        var audience = duty == null ? raised.audience() : List.of(Audience.called(duty));
        alerts.raise(
                List.of(new RaiseAlert(
                        raised.kind(), raised.dedupKey(), raised.severity(), raised.subject(), raised.title(),
                        raised.detail(), raised.areaId(), raised.dueAt(), audience, raised.rung(),
                        raised.staleAfterMinutes(), raised.escalateAfterMinutes(), raised.escalateTo())),
                now);
    }

    /** Says whose record an account's own is, so that they can't see it; null takes it back. */
    @Requires({Duty.SUPERVISOR, Duty.LEADER})
    public void ownRecord(long account, @Nullable Long person) {
        transactions.run(() -> {
            var viewer = viewers.get();
            if (Objects.equals(viewer.accountId(), account)) {
                throw new AccessDeniedException("Nobody says whose record their own account is.");
            }
            store.ownRecord(account, person);
            var subject = new org.vigil.shared.SubjectRef(
                    org.vigil.shared.SubjectType.ACCOUNT, account, "Account " + account);
            audit.record(viewer, AuditNote.change(subject, "Account linked to a person")
                    .withField("person", null, person));
        });
    }
}
