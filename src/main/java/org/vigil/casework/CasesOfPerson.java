package org.vigil.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.casework.data.CasesOfPeople;
import org.vigil.casework.data.CasesOfPeople.Wanted;
import org.vigil.incident.RiskGrade;
import org.vigil.person.PersonChapter;
import org.vigil.person.PersonEntry;
import org.vigil.person.PersonLink;
import org.vigil.person.PersonMeasure;
import org.vigil.person.PersonMeasures;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;

/** Tells of the cases that name people: all of them to a person's page, and everywhere that somebody is wanted. */
@Component
class CasesOfPerson implements PersonChapter, PersonMeasures {

    private final CasesOfPeople cases;

    CasesOfPerson(CasesOfPeople cases) {
        this.cases = cases;
    }

    @Override
    public Told tell(Viewer viewer, About about, Instant now) {
        var byCase = about.links(SubjectType.CASE).stream().collect(Collectors.groupingBy(PersonLink::subjectId));
        if (byCase.isEmpty()) {
            return Told.NOTHING;
        }
        var found = cases.briefly(viewer, byCase.keySet());
        var mayOpen = viewer.hasAny(CaseReaders.DUTIES);
        var entries = found.stream()
                .map(file -> entry(file, byCase.getOrDefault(file.id(), List.of()), mayOpen))
                .toList();
        return new Told(entries, byCase.size() - found.size());
    }

    /** Whoever looks a wanted suspect up, at a door or at a desk, must see it before anything else. */
    @Override
    public Map<Long, List<PersonMeasure>> liveOf(Map<Long, List<Long>> people, Viewer viewer, Instant now) {
        var person = new HashMap<Long, Long>();
        people.forEach((id, records) -> records.forEach(record -> person.put(record, id)));
        var mayOpen = viewer.hasAny(CaseReaders.DUTIES);
        var live = new HashMap<Long, List<PersonMeasure>>();
        cases.suspects(viewer, person.keySet()).stream()
                .sorted(Comparator.comparing(wanted -> wanted.status() != SuspectStatus.OUTSTANDING))
                .forEach(wanted -> {
                    var own = live.computeIfAbsent(person.get(wanted.record()), id -> new ArrayList<>());
                    var measure = measure(wanted, mayOpen);
                    if (measure != null && !own.contains(measure)) {
                        own.add(measure);
                    }
                });
        return live;
    }

    private static @Nullable PersonMeasure measure(Wanted wanted, boolean mayOpen) {
        var href = mayOpen && wanted.inReach() ? CaseReaders.href(wanted.id()) : null;
        if (wanted.releaseOn() != null) {
            return new PersonMeasure("Release to come", wanted.status().label() + ", to be released "
                    + UkTime.day(wanted.releaseOn()) + ", case " + wanted.reference(), false, false, href);
        }
        var since = " since " + UkTime.moment(wanted.since()) + ", case " + wanted.reference();
        return switch (wanted.status()) {
            case OUTSTANDING -> new PersonMeasure("Outstanding suspect", "Wanted" + since, true, true, href);
            case BAILED, UNDER_INVESTIGATION, CHARGED, REMANDED, IN_CUSTODY, IN_PRISON ->
                new PersonMeasure("Suspect in an open case", wanted.status().label() + since, false, false, href);
            case NO_FURTHER_ACTION -> null;
        };
    }

    private static PersonEntry entry(CasesOfPeople.Brief file, List<PersonLink> links, boolean mayOpen) {
        var words = Stream.of(
                        CaseLevel.valueOf(file.level()).label(),
                        file.risk() == null
                                ? "not assessed"
                                : RiskGrade.valueOf(file.risk()).label().toLowerCase(java.util.Locale.UK) + " risk",
                        file.closedAt() == null ? "open" : "closed " + UkTime.day(UkTime.localDay(file.closedAt())))
                .collect(Collectors.joining(" · "));
        return new PersonEntry(
                new SubjectRef(SubjectType.CASE, file.id(), file.reference()),
                "Case",
                file.reportedAt(),
                true,
                "Case " + file.reference(),
                links.stream().map(link -> role(link.role())).distinct().toList(),
                null,
                List.of(words),
                mayOpen ? CaseReaders.href(file.id()) : null);
    }

    private static String role(String name) {
        return Stream.of(CaseRole.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .map(CaseRole::label)
                .orElse(name);
    }
}
