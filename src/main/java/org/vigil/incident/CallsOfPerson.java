package org.vigil.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.incident.data.CallsOfPeople;
import org.vigil.person.PersonChapter;
import org.vigil.person.PersonEntry;
import org.vigil.person.PersonLink;
import org.vigil.person.PersonMeasure;
import org.vigil.person.PersonMeasures;
import org.vigil.person.SaidPlace;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;

/** Tells of the calls that name people: all of them to a person's page, and everywhere those that officers are on the way to. */
@Component
class CallsOfPerson implements PersonChapter, PersonMeasures {

    private static final Set<Duty> OPEN_CALLS =
            Set.of(Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.CALLS, Duty.LEADER);

    private final CallsOfPeople calls;

    CallsOfPerson(CallsOfPeople calls) {
        this.calls = calls;
    }

    @Override
    public Told tell(Viewer viewer, About about, Instant now) {
        var byCall = about.links(SubjectType.INCIDENT).stream().collect(Collectors.groupingBy(PersonLink::subjectId));
        if (byCall.isEmpty()) {
            return Told.NOTHING;
        }
        var found = calls.briefly(viewer, byCall.keySet());
        var mayOpen = viewer.hasAny(OPEN_CALLS);
        var entries = found.stream()
                .map(call -> entry(call, byCall.getOrDefault(call.id(), List.of()), mayOpen))
                .toList();
        return new Told(entries, byCall.size() - found.size());
    }

    /** A call for which officers are awaited is in force: whoever looks the person up may be on the way to it. */
    @Override
    public Map<Long, List<PersonMeasure>> liveOf(Map<Long, List<Long>> people, Viewer viewer, Instant now) {
        var person = new HashMap<Long, Long>();
        people.forEach((id, records) -> records.forEach(record -> person.put(record, id)));
        var mayOpen = viewer.hasAny(OPEN_CALLS);
        var live = new HashMap<Long, List<PersonMeasure>>();
        calls.awaited(viewer, person.keySet()).forEach(call -> {
            var own = live.computeIfAbsent(person.get(call.record()), id -> new ArrayList<>());
            var measure = new PersonMeasure(
                    "Open call",
                    call.reference() + ", officers are awaited since " + UkTime.moment(call.receivedAt()),
                    true,
                    false,
                    mayOpen && call.inReach() ? href(call.id()) : null);
            if (!own.contains(measure)) {
                own.add(measure);
            }
        });
        return live;
    }

    private static PersonEntry entry(CallsOfPeople.Brief call, List<PersonLink> links, boolean mayOpen) {
        var lines = Stream.of(
                        Grading.words(call.grade()),
                        call.domesticAbuse() ? "domestic abuse" : "not flagged as domestic abuse",
                        Boolean.TRUE.equals(call.childrenPresent()) ? "children present" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new PersonEntry(
                new SubjectRef(SubjectType.INCIDENT, call.id(), call.reference()),
                "Call",
                call.receivedAt(),
                true,
                "Call " + call.reference(),
                links.stream().map(link -> role(link.role())).distinct().toList(),
                place(call),
                List.of(lines),
                mayOpen ? href(call.id()) : null);
    }

    private static String href(long call) {
        return "calls/" + call;
    }

    private static @Nullable SaidPlace place(CallsOfPeople.Brief call) {
        var place = new SaidPlace(call.addressLine(), call.postcode());
        return place.words().isEmpty() ? null : place;
    }

    private static String role(String name) {
        return Stream.of(PartyRole.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .map(PartyRole::label)
                .orElse(name);
    }
}
