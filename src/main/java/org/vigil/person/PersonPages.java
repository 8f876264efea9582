package org.vigil.person;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.person.PersonChapter.About;
import org.vigil.person.PersonChapter.Told;
import org.vigil.person.PersonPage.ChronologyEntry;
import org.vigil.person.PersonService.Look;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.MarkStore;
import org.vigil.person.data.NameReads;
import org.vigil.security.Account;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** Puts a person's page together from what all modules tell; one look is one entry in the log. */
@Service
@Requires({
    Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.DECIDER, Duty.CALLS, Duty.CUSTODY,
    Duty.MARAC, Duty.COURT, Duty.AUTHOR, Duty.COMMISSIONER, Duty.LEADER
})
public class PersonPages {

    /** Who may decide whether two records are one person, and take it back. */
    public static final Set<Duty> DECIDES = Set.of(Duty.SUPERVISOR, Duty.SPECIALIST, Duty.DVDS, Duty.MARAC);

    private final PersonService people;
    private final PersonAccess access;
    private final NameReads names;
    private final LinkStore links;
    private final MarkStore flags;
    private final List<PersonChapter> chapters;
    private final List<PersonMeasures> measures;
    private final StaffDirectory staff;
    private final DeadlineQueries deadlines;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final Clock clock;

    PersonPages(
            PersonService people,
            PersonAccess access,
            NameReads names,
            LinkStore links,
            MarkStore flags,
            List<PersonChapter> chapters,
            List<PersonMeasures> measures,
            StaffDirectory staff,
            DeadlineQueries deadlines,
            AuditLog audit,
            CurrentViewer viewers,
            Clock clock) {
        this.people = people;
        this.access = access;
        this.names = names;
        this.links = links;
        this.flags = flags;
        this.chapters = List.copyOf(chapters);
        this.measures = List.copyOf(measures);
        this.staff = staff;
        this.deadlines = deadlines;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** What opening a page shows: the page, or whom to ask. */
    public sealed interface Opened {

        record InFull(PersonPage page) implements Opened {}

        /** @param always what is in force and shows whoever asks, a live order or bail with its arrest answer */
        record Restricted(Look.Ask ask, List<PersonMeasure> always) implements Opened {

            public Restricted {
                always = List.copyOf(always);
            }
        }
    }

    /**
     * A person's page, by any record that is part of them. Empty where there is none that the viewer may know of.
     *
     * @param isNew whether a person opened it; what a screen reads again after a change is not logged as a look
     */
    public Optional<Opened> open(long id, boolean isNew) {
        // In full, the entry is written here, with all others whom the page mentions; else by the service that asks.
        var looked = people.look(id, false);
        if (isNew && looked.isEmpty()) {
            access.turnedAway(id);
        }
        return looked.map(look -> switch (look) {
            case Look.Ask ask -> {
                if (isNew) {
                    people.look(id, true);
                }
                var live = live(viewers.get(), ask.id(), ask.records(), clock.instant());
                yield new Opened.Restricted(ask, live.stream().filter(PersonMeasure::always).toList());
            }
            case Look.InFull(Person person) -> new Opened.InFull(page(person, isNew));
        });
    }

    private PersonPage page(Person person, boolean isNew) {
        var viewer = viewers.get();
        var now = clock.instant();
        var told = told(viewer, person, now);
        var entries = told.stream().flatMap(each -> each.entries().stream()).toList();
        var parties = parties(person, entries);
        var mentioned = Stream.concat(
                        person.relationships().stream().map(Person.Relationship::otherId),
                        parties.values().stream().flatMap(List::stream).map(PersonLink::personId))
                .collect(Collectors.toSet());
        var standing = people.standing(mentioned);
        var seen = standing.seenAsAsked();
        var full = seen.keySet().stream().filter(id -> seen.get(id) == Seen.IN_FULL).collect(Collectors.toSet());
        var others = new HashMap<>(names.of(standing));
        others.keySet().retainAll(full);
        var hidden = people.protectedAmong(Chronology.places(entries));
        var chronology = new Chronology(person, others, seen.keySet(), standing.survivors(), parties, now);
        var page = new PersonPage(
                person,
                others,
                seen.keySet().stream().filter(id -> seen.get(id) == Seen.ASK).toList(),
                officers(person),
                flagsDue(person),
                viewer.hasAny(DECIDES) ? people.mergesOf(person) : List.of(),
                live(viewer, person.id(), person.records(), now),
                chronology.of(entries, hidden),
                told.stream().mapToInt(Told::elsewhere).sum(),
                access.glassUntil(person.id()),
                now);
        if (isNew) {
            audit.record(viewer, AuditNote.view(person.subject(), "Opened the person").shown(shown(person, full, page)));
        }
        return page;
    }

    private List<Told> told(Viewer viewer, Person person, Instant now) {
        var about = new About(person.records(), people.linksOf(person));
        return chapters.stream().map(chapter -> chapter.tell(viewer, about, now)).toList();
    }

    private List<PersonMeasure> live(Viewer viewer, long id, List<Long> records, Instant now) {
        var asked = Map.of(id, records);
        return measures.stream()
                .flatMap(module -> module.liveOf(asked, viewer, now).getOrDefault(id, List.of()).stream())
                .toList();
    }

    /** Who else is named in the records of these entries. */
    private Map<SubjectRef, List<PersonLink>> parties(Person person, List<PersonEntry> entries) {
        var byType = entries.stream()
                .map(PersonEntry::subject)
                .distinct()
                .collect(Collectors.groupingBy(SubjectRef::type, Collectors.toMap(SubjectRef::id, Function.identity())));
        var parties = new HashMap<SubjectRef, List<PersonLink>>();
        byType.forEach((type, subjects) -> links.of(type, subjects.keySet()).stream()
                .filter(link -> !person.records().contains(link.personId()))
                .forEach(link -> parties.computeIfAbsent(subjects.get(link.subjectId()), key -> new ArrayList<>())
                        .add(link)));
        return parties;
    }

    /** By when each flag that is to be chased must stand, as its clock says. */
    private Map<Long, Instant> flagsDue(Person person) {
        var toSet = person.flags().stream()
                .filter(flag -> flag.state() == FlagState.TO_SET)
                .map(Person.Flag::id)
                .toList();
        return deadlines.due(SubjectType.PERSON_FLAG, toSet);
    }

    private Map<Long, String> officers(Person person) {
        var accounts = new HashSet<Long>();
        person.markers().forEach(marker -> accounts.add(marker.setBy()));
        person.flags().forEach(flag -> {
            accounts.add(flag.askedBy());
            if (flag.settledBy() != null) {
                accounts.add(flag.settledBy());
            }
        });
        return accounts.stream()
                .flatMap(id -> staff.byId(id).stream())
                .collect(Collectors.toMap(Account::id, Account::displayName));
    }

    private static List<SubjectRef> shown(Person person, Set<Long> others, PersonPage page) {
        var people = Stream.concat(person.records().stream().filter(id -> id != person.id()), others.stream())
                .map(Person::subject);
        var records = page.chronology().stream().map(each -> each.entry().subject());
        return Stream.concat(people, records).distinct().sorted(Comparator.comparing(SubjectRef::type)).toList();
    }

    /** Whom a flag is about, if the viewer may at least know of them. */
    public Optional<Long> ofFlag(long flag) {
        return flags.personOf(flag).filter(person -> people.standing(List.of(person)).seenAsAsked().containsKey(person));
    }

    /** Whom a marker is about, if the viewer may at least know of them. */
    public Optional<Long> ofMarker(long marker) {
        return flags.personOfMarker(marker).filter(person -> people.standing(List.of(person)).seenAsAsked().containsKey(person));
    }

    /**
     * The page is printed: that is logged before the paper comes out.
     *
     * @return whether it may be: what is on screen may have been seen through broken glass that has ended
     */
    public boolean print(long id) {
        var viewer = viewers.get();
        if (people.look(id, false).orElse(null) instanceof Look.InFull(Person person)) {
            audit.record(viewer, AuditNote.print(person.subject(), "Printed the person's page"));
            return true;
        }
        return false;
    }
}
