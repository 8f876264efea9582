package org.vigil.person;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.MergeStore;
import org.vigil.person.data.PersonReads;
import org.vigil.person.data.ProtectedAddresses;
import org.vigil.person.data.Standings;
import org.vigil.person.data.Standings.Standing;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** Shows people to those whose duty it is; each look is logged. */
@Service
@Requires({
    Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.DECIDER, Duty.CALLS, Duty.CUSTODY,
    Duty.MARAC, Duty.COURT, Duty.AUTHOR, Duty.COMMISSIONER, Duty.LEADER
})
public class PersonService {

    private final PersonReads reads;
    private final Standings standings;
    private final LinkStore links;
    private final PartySights sights;
    private final ProtectedAddresses hidden;
    private final MergeStore merges;
    private final PersonOwners owners;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final Clock clock;

    PersonService(
            PersonReads reads,
            Standings standings,
            LinkStore links,
            PartySights sights,
            ProtectedAddresses hidden,
            MergeStore merges,
            PersonOwners owners,
            AuditLog audit,
            CurrentViewer viewers,
            Clock clock) {
        this.reads = reads;
        this.standings = standings;
        this.links = links;
        this.sights = sights;
        this.hidden = hidden;
        this.merges = merges;
        this.owners = owners;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** What somebody who asks for a person is shown. */
    public sealed interface Look {

        /** The record in full. */
        record InFull(Person person) implements Look {}

        /**
         * Only that there is one, whom to ask, and what an officer's safety may hang on.
         *
         * @param ask names of those on duty who may say more, the owner first; empty where nobody is
         * @param safety the kinds of warning alone: their reasons tell of the record
         * @param records the keys of all records that are this person
         */
        record Ask(long id, List<String> ask, List<MarkerType> safety, List<Long> records) implements Look {

            public Ask {
                ask = List.copyOf(ask);
                safety = List.copyOf(safety);
                records = List.copyOf(records);
            }
        }
    }

    /**
     * One person, by any record that is part of them. Empty where there is none, where it is sealed, and where it is the
     * viewer's own.
     *
     * @param isNew whether a person opened it; a live page that only refreshes is not logged each time
     */
    public Optional<Look> look(long id, boolean isNew) {
        var viewer = viewers.get();
        var now = clock.instant();
        var survivor = reads.survivorOf(id).orElse(null);
        if (survivor == null) {
            return Optional.empty();
        }
        var seen = standings.seen(viewer, List.of(survivor), now).get(survivor);
        return switch (seen) {
            case IN_FULL -> reads.inFull(viewer, survivor, now).map(person -> inFull(viewer, person, isNew));
            case ASK -> Optional.of(ask(viewer, survivor, isNew));
            case null -> Optional.empty();
        };
    }

    private Look inFull(Viewer viewer, Person person, boolean isNew) {
        if (isNew) {
            audit.record(viewer, AuditNote.view(person.subject(), "Opened the person")
                    .shown(person.records().stream().filter(id -> id != person.id()).map(Person::subject).toList()));
        }
        return new Look.InFull(person);
    }

    private Look ask(Viewer viewer, long survivor, boolean isNew) {
        if (isNew) {
            audit.record(viewer, AuditNote.view(
                    Person.subject(survivor), "Opened a restricted person; shown whom to ask"));
        }
        var person = reads.inFull(Viewer.engine(), survivor, clock.instant());
        var safety = person.stream()
                .flatMap(each -> each.markers().stream())
                .filter(marker -> marker.endedAt() == null)
                .map(Person.Marker::type)
                .filter(MarkerType::isOfficerSafety)
                .distinct()
                .sorted()
                .toList();
        return new Look.Ask(
                survivor, owners.toAsk(viewer, survivor), safety, person.map(Person::records).orElse(List.of(survivor)));
    }

    /** The names of those on duty who may say more of a record that the viewer does not see in full. */
    public List<String> whomToAsk(long survivor) {
        return owners.toAsk(viewers.get(), survivor);
    }

    /** For whom these records stand, and what of that the viewer may see. */
    public Standing standing(Collection<Long> ids) {
        return standings.standing(viewers.get(), ids, clock.instant());
    }

    /**
     * The merges that made the person what it is, and those that were undone, latest first; only those of which the viewer
     * may see both sides in full as they stand now.
     */
    public List<PersonMerge> mergesOf(Person person) {
        var made = merges.of(person.records());
        var seen = standing(made.stream()
                        .flatMap(merge -> Stream.of(merge.mergedId(), merge.intoId()))
                        .collect(Collectors.toSet()))
                .seenAsAsked();
        return made.stream()
                .filter(merge -> seen.get(merge.mergedId()) == Seen.IN_FULL && seen.get(merge.intoId()) == Seen.IN_FULL)
                .toList();
    }

    /** What the person is linked to in other modules, whichever of their records was linked. */
    public List<PersonLink> linksOf(Person person) {
        return links.ofPeople(person.records());
    }

    /** Who the parties of these records of another module are, and what of each the viewer may see, by record. */
    public Map<Long, List<PartySight>> parties(SubjectType type, Collection<Long> subjects) {
        return sights.of(viewers.get(), type, subjects, clock.instant());
    }

    /** Which of these places are protected and must not show, to nobody. */
    public Set<SaidPlace> protectedAmong(Collection<SaidPlace> places) {
        return hidden.among(places);
    }
}
