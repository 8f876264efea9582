package org.vigil.person;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.PersonDesk.Change;
import org.vigil.person.data.AccessReads;
import org.vigil.person.data.AccessStore;
import org.vigil.person.data.PersonReads;
import org.vigil.person.data.Standings;
import org.vigil.person.rules.PersonInput;
import org.vigil.security.Account;
import org.vigil.security.AccountKind;
import org.vigil.security.StaffDirectory;
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

    /** The duties that may own a record: those that may see people at all. */
    public static final Set<Duty> OWNERS = Collections.unmodifiableSet(EnumSet.of(
            Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.DECIDER, Duty.CALLS, Duty.CUSTODY,
            Duty.MARAC, Duty.COURT, Duty.AUTHOR, Duty.COMMISSIONER, Duty.LEADER));

    private final PersonDesk desk;
    private final PersonReads reads;
    private final AccessReads lists;
    private final Standings standings;
    private final AccessStore store;
    private final OwnerAlerts owners;
    private final StaffDirectory staff;
    private final Transactions transactions;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final Clock clock;

    PersonAccess(
            PersonDesk desk,
            PersonReads reads,
            AccessReads lists,
            Standings standings,
            AccessStore store,
            OwnerAlerts owners,
            StaffDirectory staff,
            Transactions transactions,
            AuditLog audit,
            CurrentViewer viewers,
            Clock clock) {
        this.desk = desk;
        this.reads = reads;
        this.lists = lists;
        this.standings = standings;
        this.store = store;
        this.owners = owners;
        this.staff = staff;
        this.transactions = transactions;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    /**
     * Restricts, seals or opens a record. One that is not open only those open or change who own it.
     *
     * @param version the person's version as it was on screen
     */
    @Requires(Duty.SUPERVISOR)
    public void limit(long id, int version, Limits limits) {
        var why = PersonInput.longReason(limits.reason());
        var isOpen = limits.restriction() == Restriction.OPEN;
        if (!isOpen && limits.ownerDuty() == null && limits.ownerAccount() == null) {
            throw new InvalidInputException("owner", "Say who owns the record: a duty or an officer.");
        }
        if (!isOpen && limits.ownerDuty() != null && !OWNERS.contains(limits.ownerDuty())) {
            throw new InvalidInputException("owner", "That duty sees no people: choose another.");
        }
        var wanted = new Limits(
                limits.restriction(), why, isOpen ? null : limits.ownerDuty(), isOpen ? null : limits.ownerAccount());
        transactions.run(() -> {
            var change = openOwned(id);
            var person = change.person();
            if (wanted.ownerAccount() != null) {
                officer(wanted.ownerAccount(), person);
            }
            var before = lists.limits(person.records()).getFirst().limits();
            if (person.version() != version
                    || !store.limit(person.id(), version, wanted, change.by(), change.now())) {
                throw new ChangedMeanwhileException("Person " + person.id());
            }
            audit.record(change.viewer(), AuditNote.change(
                            person.subject(), "Record is now " + wanted.restriction().label().toLowerCase(Locale.UK))
                    .withPurpose(why)
                    .withField("limits", before, wanted));
        });
    }

    /** Lets another account see a record that it would not; nobody gives access to themselves. */
    @Requires(Duty.SUPERVISOR)
    public void give(long id, long account, String reason) {
        var why = PersonInput.longReason(reason);
        transactions.run(() -> {
            var change = openOwned(id);
            if (account == change.by()) {
                throw new InvalidInputException("officer", "Nobody gives access to themselves: ask another owner.");
            }
            officer(account, change.person());
            store.give(change.person().id(), account, why, change.by(), change.now());
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), "Access given")
                    .withPurpose(why)
                    .withField("account " + account, null, "may see"));
        });
    }

    /** Takes an account off a record's list. */
    @Requires(Duty.SUPERVISOR)
    public void take(long id, long account, String reason) {
        var why = PersonInput.longReason(reason);
        transactions.run(() -> {
            var change = openOwned(id);
            if (!store.take(change.person().records(), account)) {
                throw new InvalidInputException("officer", "This officer is not on the list any more.");
            }
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), "Access taken back")
                    .withPurpose(why)
                    .withField("account " + account, "may see", null));
        });
    }

    /** The person, if the record is open or the viewer's to say who sees it. */
    private Change openOwned(long id) {
        var change = desk.open(id);
        if (!lists.owns(change.viewer(), change.person().id())) {
            throw new InvalidInputException(
                    "person", "Only those who own this record say who may see it. Broken glass shows it for an hour, no more.");
        }
        return change;
    }

    private Account officer(long account, Person person) {
        var officer = staff.byId(account)
                .filter(each -> each.enabled() && each.kind() == AccountKind.PERSON)
                .orElseThrow(() -> new InvalidInputException("officer", "Choose an officer with an account in use."));
        if (lists.ownAccounts(person.records()).containsKey(account)) {
            throw new InvalidInputException("officer", "This is the officer's own record, which they never see.");
        }
        return officer;
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
            var seen = standings.seen(viewer, List.of(survivor), now).get(survivor);
            if (seen == null) {
                throw PersonDesk.noSuchPerson();
            }
            if (seen == Seen.IN_FULL) {
                throw new InvalidInputException("person", "You can see this record already.");
            }
            var until = now.plus(GLASS);
            var grant = store.grant(survivor, Objects.requireNonNull(viewer.accountId()), why, now, until);
            // Each breaking is told, though the alert of the one before is still open.
            owners.raise(
                    BROKEN, survivor, viewer.accountId() + ":" + grant,
                    viewer.displayName() + " opened it for an hour: " + why, now);
            audit.record(viewer, AuditNote.change(Person.subject(survivor), "Broke the glass on a restricted record")
                    .withPurpose(why)
                    .withField("seen until", null, until));
            return until;
        });
    }

    /** Ends broken glass before its hour is over: whoever broke it may, and whoever owns the record. */
    @Requires({
        Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.DECIDER, Duty.CALLS, Duty.CUSTODY,
        Duty.MARAC, Duty.COURT, Duty.AUTHOR, Duty.COMMISSIONER, Duty.LEADER
    })
    public void closeGlass(long id, long grant) {
        transactions.run(() -> {
            var viewer = viewers.get();
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var survivor = reads.survivorOf(id).orElseThrow(PersonDesk::noSuchPerson);
            var broken = lists.glass(records(survivor)).stream()
                    .filter(glass -> glass.id() == grant)
                    .filter(glass -> Objects.equals(glass.account(), viewer.accountId()) || lists.owns(viewer, survivor))
                    .findFirst()
                    .orElseThrow(PersonDesk::noSuchPerson);
            if (!store.close(grant, now)) {
                throw new InvalidInputException("glass", "It is closed already.");
            }
            audit.record(viewer, AuditNote.change(Person.subject(survivor), "Closed broken glass again")
                    .withField("account " + broken.account() + " seen until", broken.until(), now));
        });
    }

    private List<Long> records(long survivor) {
        return Objects.requireNonNull(reads.recordsOf(List.of(survivor)).get(survivor));
    }

    /** Until when the viewer's broken glass holds, for the screen that shows it; null where none does. */
    public @Nullable Instant glassUntil(long id) {
        return reads.survivorOf(id)
                .flatMap(survivor -> store.grantedUntil(records(survivor), viewers.get(), clock.instant()))
                .orElse(null);
    }

    /** Somebody opened a record of which they are told nothing: that is written down, and the owner of a sealed one hears. */
    public void turnedAway(long id) {
        var viewer = viewers.get();
        var now = clock.instant();
        var survivor = reads.survivorOf(id).orElse(null);
        if (survivor == null || standings.seen(viewer, List.of(survivor), now).containsKey(survivor)) {
            return;
        }
        audit.record(viewer, AuditNote.refused(Person.subject(survivor), "Opened a record that is not shown to them"));
        if (reads.limits(survivor).map(Limits::restriction).orElse(Restriction.OPEN) == Restriction.SEALED) {
            soughtSealed(viewer, List.of(survivor), now);
        }
    }

    /** A search would have found these sealed records: their owners are told, and the searcher is shown nothing. */
    public void soughtSealed(Viewer viewer, List<Long> survivors, Instant now) {
        transactions.run(() -> survivors.forEach(survivor -> owners.raise(
                SOUGHT, survivor, String.valueOf(viewer.accountId()),
                "A search by " + viewer.displayName() + " would have found it.", now)));
    }
}
