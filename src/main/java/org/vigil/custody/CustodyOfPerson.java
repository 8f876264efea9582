package org.vigil.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.vigil.custody.data.CustodyOfPeople;
import org.vigil.custody.data.CustodyReads;
import org.vigil.custody.rules.CustodyAnswer;
import org.vigil.person.PersonChapter;
import org.vigil.person.PersonEntry;
import org.vigil.person.PersonLink;
import org.vigil.person.PersonMeasure;
import org.vigil.person.PersonMeasures;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;

/** Tells of custody about people: every arrest to its outcome on a person's page, and everywhere who is held or on bail. */
@Component
class CustodyOfPerson implements PersonChapter, PersonMeasures {

    private static final Set<Duty> OPEN_CUSTODY = Set.of(
            Duty.CUSTODY, Duty.SUPERVISOR, Duty.SPECIALIST, Duty.LEADER, Duty.CALLS, Duty.RESPONSE, Duty.NPT);

    private final CustodyOfPeople people;
    private final CustodyReads records;
    private final CustodyBook book;

    CustodyOfPerson(CustodyOfPeople people, CustodyReads records, CustodyBook book) {
        this.people = people;
        this.records = records;
        this.book = book;
    }

    @Override
    public Told tell(Viewer viewer, About about, Instant now) {
        var named = about.links(SubjectType.CUSTODY).stream().map(PersonLink::subjectId).collect(Collectors.toSet());
        if (named.isEmpty()) {
            return Told.NOTHING;
        }
        var found = records.byIds(people.within(viewer, named));
        var mayOpen = viewer.hasAny(OPEN_CUSTODY);
        var entries = found.stream()
                .flatMap(record -> record.current().stream().map(event -> entry(record, event, mayOpen)))
                .toList();
        return new Told(entries, named.size() - found.size());
    }

    private static PersonEntry entry(CustodyRecord record, CustodyEvent event, boolean mayOpen) {
        var details = event.details();
        var lines = Stream.of(
                        details.station(),
                        String.join(", ", details.offences()),
                        details.conditions().isEmpty() ? "" : "Conditions: " + String.join("; ", details.conditions()),
                        details.bailEndsAt() == null ? "" : "Bail to " + UkTime.moment(details.bailEndsAt()),
                        details.court())
                .filter(line -> line != null && !line.isEmpty())
                .toList();
        return new PersonEntry(
                record.subject(), "Custody", event.at(), true, event.kind().label() + " · " + record.reference(),
                List.of("Suspect"), null, lines, mayOpen ? "custody/" + record.id() : null);
    }

    /** Who meets them must know whether they are held, and what a live bail forbids: shown even on restricted records. */
    @Override
    public Map<Long, List<PersonMeasure>> liveOf(Map<Long, List<Long>> asked, Viewer viewer, Instant now) {
        var person = new HashMap<Long, Long>();
        asked.forEach((id, own) -> own.forEach(record -> person.put(record, id)));
        var live = people.live(viewer, person.keySet());
        if (live.isEmpty()) {
            return Map.of();
        }
        var held = records.byIds(live.stream().map(CustodyOfPeople.Live::id).distinct().toList()).stream()
                .collect(Collectors.toMap(CustodyRecord::id, Function.identity()));
        var mayOpen = viewer.hasAny(OPEN_CUSTODY);
        var measures = new HashMap<Long, List<PersonMeasure>>();
        live.forEach(each -> {
            var standing = book.standing(held.get(each.id()));
            var own = measures.computeIfAbsent(person.get(each.person()), id -> new ArrayList<>());
            var measure = new PersonMeasure(
                    standing.inCell() ? "In custody" : "Pre-charge bail",
                    CustodyAnswer.of(standing, now),
                    false,
                    true,
                    mayOpen && each.inReach() ? "custody/" + each.id() : null);
            if (!own.contains(measure)) {
                own.add(measure);
            }
        });
        return measures;
    }
}
