package org.vigil.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.vigil.person.SaidPlace;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;

/** Tells a person's page of the calls that name them. */
@Component
class CallsOfPerson implements PersonChapter {

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
        return new Told(measures(found, mayOpen), entries, byCall.size() - found.size());
    }

    /** A call for which officers are awaited is in force: whoever looks the person up may be on the way to it. */
    private static List<PersonMeasure> measures(List<CallsOfPeople.Brief> found, boolean mayOpen) {
        var measures = new ArrayList<PersonMeasure>();
        found.stream()
                .filter(call -> call.waitingBy() != null)
                .forEach(call -> measures.add(new PersonMeasure(
                        "Call " + call.reference() + " is open: officers are awaited since "
                                + UkTime.moment(call.receivedAt()),
                        true,
                        mayOpen ? href(call) : null)));
        return measures;
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
                mayOpen ? href(call) : null);
    }

    private static String href(CallsOfPeople.Brief call) {
        return "calls/" + call.id();
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
