package org.vigil.person;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.PersonReads;
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
    private final LinkStore links;
    private final PersonOwners owners;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final Clock clock;

    PersonService(
            PersonReads reads,
            LinkStore links,
            PersonOwners owners,
            AuditLog audit,
            CurrentViewer viewers,
            Clock clock) {
        this.reads = reads;
        this.links = links;
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
         */
        record Ask(long id, List<String> ask, List<Person.Marker> safety) implements Look {

            public Ask {
                ask = List.copyOf(ask);
                safety = List.copyOf(safety);
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
        var seen = reads.seen(viewer, List.of(survivor), now).get(survivor);
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
        var safety = reads.inFull(Viewer.engine(), survivor, clock.instant()).stream()
                .flatMap(person -> person.markers().stream())
                .filter(marker -> marker.endedAt() == null && marker.type().isOfficerSafety())
                .toList();
        return new Look.Ask(survivor, owners.toAsk(viewer, survivor), safety);
    }

    /** What of these people the viewer may see, by the keys asked for; those that must seem absent are left out. */
    public Map<Long, Seen> seen(Collection<Long> ids) {
        var viewer = viewers.get();
        var survivors = reads.survivorsOf(ids);
        var seen = reads.seen(viewer, survivors.values().stream().collect(Collectors.toSet()), clock.instant());
        var byId = new HashMap<Long, Seen>();
        survivors.forEach((id, survivor) -> {
            if (seen.containsKey(survivor)) {
                byId.put(id, seen.get(survivor));
            }
        });
        return byId;
    }

    /** What the person is linked to in other modules, whichever of their records was linked. */
    public List<PersonLink> linksOf(Person person) {
        return links.ofPeople(person.records());
    }

    /** Who the parties of a record of another module are; those the viewer may not see in full are left out. */
    public Map<Integer, Long> partiesOf(SubjectType type, long subject) {
        var found = links.of(type, subject);
        var seen = seen(found.stream().map(PersonLink::personId).collect(Collectors.toSet()));
        var standing = reads.survivorsOf(found.stream().map(PersonLink::personId).toList());
        return found.stream()
                .filter(link -> seen.get(link.personId()) == Seen.IN_FULL)
                .collect(Collectors.toMap(PersonLink::place, link -> standing.get(link.personId())));
    }
}
