package org.vigil.person;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.deadline.DeadlineChange;
import org.vigil.deadline.DeadlineService;
import org.vigil.person.data.CertificateStore;
import org.vigil.person.data.CertificateStore.Done;
import org.vigil.person.data.CertificateStore.Logged;
import org.vigil.person.data.ErasureStore;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.MatchReads;
import org.vigil.person.data.MergeStore;
import org.vigil.person.data.PersonReads;
import org.vigil.person.data.RetentionReads;
import org.vigil.person.data.ScheduleReads;
import org.vigil.person.rules.ErasureRules;
import org.vigil.person.rules.PersonInput;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;

/** Erases people or makes them anonymous, for good, each with a certificate. */
@Service
@Requires(Duty.SUPERVISOR)
public class PersonErasure {

    private final PersonDesk desk;
    private final PersonReviews reviews;
    private final PersonReads people;
    private final LinkStore links;
    private final MatchReads matching;
    private final MergeStore merges;
    private final RetentionReads reads;
    private final ScheduleReads schedules;
    private final ErasureStore store;
    private final DeadlineService deadlines;
    private final CertificateStore certificates;
    private final Transactions transactions;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final Clock clock;

    PersonErasure(
            PersonDesk desk,
            PersonReviews reviews,
            PersonReads people,
            LinkStore links,
            MatchReads matching,
            MergeStore merges,
            RetentionReads reads,
            ScheduleReads schedules,
            ErasureStore store,
            DeadlineService deadlines,
            CertificateStore certificates,
            Transactions transactions,
            AuditLog audit,
            CurrentViewer viewers,
            Clock clock) {
        this.desk = desk;
        this.reviews = reviews;
        this.people = people;
        this.links = links;
        this.matching = matching;
        this.merges = merges;
        this.reads = reads;
        this.schedules = schedules;
        this.store = store;
        this.deadlines = deadlines;
        this.certificates = certificates;
        this.transactions = transactions;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** What stands in the way of erasing a person, each in a sentence that says what to do; empty where nothing does. */
    public List<String> obstacles(long id) {
        return transactions.call(() -> {
            var change = desk.open(id);
            return obstacles(change.person(), links.ofPeople(change.person().records()), change.viewer(), change.now());
        });
    }

    private List<String> obstacles(Person person, List<PersonLink> linked, Viewer viewer, Instant now) {
        var next = reviews.work(List.of(person.id()), now).get(person.id());
        var group = schedules.on(UkTime.localDay(now)).group(next.group());
        var open = reviews.traces(linked).values().stream()
                .flatMap(traces -> traces.values().stream())
                .filter(PersonTraces.Trace::open)
                .map(PersonTraces.Trace::reference)
                .sorted()
                .toList();
        var flags = person.flags().stream()
                .filter(flag -> flag.state() == FlagState.TO_SET)
                .map(flag -> flag.system().label())
                .collect(Collectors.toSet());
        return ErasureRules.obstacles(
                new ErasureRules.Standing(
                        person.core().retention().holdReason(),
                        open,
                        flags,
                        reads.undecided(viewer, person.records(), now),
                        reads.limits(person.records()),
                        next.keptUntil(),
                        group.keptToAge() == null ? null : group.words()),
                viewer,
                UkTime.localDay(now));
    }

    /**
     * Erases a person, with all that was merged into the record.
     *
     * @param version the person's version as it was on screen
     * @param typed what the officer typed to confirm it, as {@link ErasureKind#confirmation} asks
     * @throws InvalidInputException where something stands in the way, saying what
     */
    public Certificate erase(long id, int version, ErasureKind kind, String typed, String reason) {
        var why = PersonInput.reason(reason);
        return transactions.call(() -> {
            var viewer = viewers.get();
            var linked = linksBeforeLocks(viewer, id);
            // In the order of the intake: first the calls, then the turn to match, then people. So neither waits for the other.
            reviews.modules().forEach((type, module) -> module.lock(subjects(linked, type)));
            matching.takeTurn();
            var change = desk.open(id);
            var person = change.person();
            if (!typed.strip().equalsIgnoreCase(kind.confirmation(person.id()))) {
                throw new InvalidInputException("confirm", "Type “" + kind.confirmation(person.id()) + "” to confirm it.");
            }
            var now = links.ofPeople(person.records());
            if (person.version() != version || !Set.copyOf(linked).containsAll(now)) {
                throw new ChangedMeanwhileException("Person " + person.id());
            }
            merges.lockRows(person.records());
            var obstacles = obstacles(person, now, viewer, change.now());
            if (!obstacles.isEmpty()) {
                throw new InvalidInputException("person", String.join(" ", obstacles));
            }
            return erase(change, now, kind, why);
        });
    }

    private List<PersonLink> linksBeforeLocks(Viewer viewer, long id) {
        return people.survivorOf(id)
                .flatMap(survivor -> people.inFull(viewer, survivor, clock.instant()))
                .map(person -> links.ofPeople(person.records()))
                .orElseThrow(PersonDesk::noSuchPerson);
    }

    private Certificate erase(PersonDesk.Change change, List<PersonLink> linked, ErasureKind kind, String why) {
        var person = change.person();
        var retention = people.inFull(change.viewer(), person.id(), change.now()).orElseThrow().core().retention();
        var parties = 0;
        for (var module : reviews.modules().values()) {
            parties += module.anonymise(
                    linked.stream().filter(link -> link.subjectType() == module.type()).toList(), change.now());
        }
        deadlines.apply(
                person.markers().stream()
                        .filter(marker -> marker.endedAt() == null)
                        .<DeadlineChange>map(marker -> new DeadlineChange.Cancel(
                                PersonFlags.REVIEW, PersonFlags.markerSubject(marker.id()), "The person was erased"))
                        .toList(),
                change.now());
        var counts = store.erase(person.records(), kind, change.now());
        counts.put(ErasedData.PARTIES, parties);
        var certificate = certificates.add(
                new Done(
                        person.id(), kind, change.now(), change.by(), why, retention.group(), retention.nextReviewOn()),
                counts,
                logged(person, linked));
        var note = AuditNote.delete(
                        Certificate.subject(certificate),
                        "Certificate of erasure: person " + person.id() + " " + kind.label().toLowerCase(java.util.Locale.UK)
                                + ", " + counts.values().stream().mapToInt(Integer::intValue).sum() + " entries in all")
                .withPurpose(why)
                .shown(person.records().stream().map(Person::subject).toList());
        for (var count : new TreeMap<>(counts).entrySet()) {
            note = note.withField(count.getKey().name(), count.getValue() == 0 ? null : count.getValue(), null);
        }
        audit.record(change.viewer(), note);
        return certificates.byId(certificate).orElseThrow();
    }

    private List<Logged> logged(Person person, Collection<PersonLink> linked) {
        var logged = new HashSet<Logged>();
        person.records().forEach(record -> logged.add(new Logged(Person.subject(record), "")));
        linked.forEach(link -> Optional.ofNullable(reviews.modules().get(link.subjectType()))
                .ifPresent(module -> module.loggedFields().forEach(field -> logged.add(new Logged(
                        new SubjectRef(link.subjectType(), link.subjectId(), Long.toString(link.subjectId())), field)))));
        return new ArrayList<>(logged);
    }

    private static Set<Long> subjects(List<PersonLink> linked, SubjectType type) {
        return linked.stream()
                .filter(link -> link.subjectType() == type)
                .map(PersonLink::subjectId)
                .collect(Collectors.toSet());
    }

    /** Certificates from before a number on, the latest first. */
    public List<Certificate> certificates(long before, int limit) {
        return certificates.before(before, limit);
    }

    /** One certificate. */
    public Optional<Certificate> certificate(long id) {
        var found = certificates.byId(id);
        found.ifPresent(each -> audit.record(viewers.get(), AuditNote.view(Certificate.subject(id), "Opened the certificate")));
        return found;
    }

    /** The certificate is printed: that is logged before the paper comes out. */
    public void print(long id) {
        audit.record(viewers.get(), AuditNote.print(Certificate.subject(id), "Printed the certificate"));
    }
}
