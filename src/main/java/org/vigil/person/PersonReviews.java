package org.vigil.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigil.person.data.FactReads;
import org.vigil.person.data.FactReads.Own;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.PersonReads;
import org.vigil.person.data.RetentionStore;
import org.vigil.person.data.ScheduleReads;
import org.vigil.person.rules.NextReview;
import org.vigil.person.rules.RetentionSchedule;
import org.vigil.person.rules.ReviewFacts;
import org.vigil.person.rules.ReviewFacts.Event;
import org.vigil.person.rules.ReviewFacts.Sign;
import org.vigil.person.rules.ReviewGround.Kind;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;

/** Works out into which group people belong and when they are reviewed, from all that the console holds of them. */
@Component
public class PersonReviews {

    private final FactReads facts;
    private final LinkStore links;
    private final PersonReads people;
    private final ScheduleReads schedules;
    private final RetentionStore store;
    private final Map<SubjectType, PersonTraces> traces;

    PersonReviews(
            FactReads facts,
            LinkStore links,
            PersonReads people,
            ScheduleReads schedules,
            RetentionStore store,
            List<PersonTraces> traces) {
        this.facts = facts;
        this.links = links;
        this.people = people;
        this.schedules = schedules;
        this.store = store;
        this.traces = traces.stream().collect(Collectors.toMap(PersonTraces::type, Function.identity()));
    }

    /** Works out these people, by the records that stand for them, and keeps it; within the caller's transaction. */
    public Map<Long, NextReview> work(Collection<Long> survivors, Instant now) {
        var today = UkTime.localDay(now);
        var schedule = schedules.on(today);
        var records = people.recordsOf(survivors);
        var all = records.values().stream().flatMap(List::stream).toList();
        var own = facts.of(all);
        var linked = links.ofPeople(all);
        var told = traces(linked);
        var worked = new HashMap<Long, NextReview>();
        var byRecord = linked.stream().collect(Collectors.groupingBy(PersonLink::personId));
        records.forEach((survivor, members) -> {
            var next = next(
                    schedule,
                    members.stream().map(own::get).filter(Objects::nonNull).toList(),
                    members.stream().flatMap(member -> byRecord.getOrDefault(member, List.of()).stream()).toList(),
                    told);
            worked.put(survivor, next);
            store.write(survivor, next, today);
        });
        return worked;
    }

    /** What other modules tell of the records that these links name. */
    Map<SubjectType, Map<Long, PersonTraces.Trace>> traces(Collection<PersonLink> linked) {
        var told = new HashMap<SubjectType, Map<Long, PersonTraces.Trace>>();
        linked.stream().collect(Collectors.groupingBy(
                        PersonLink::subjectType, Collectors.mapping(PersonLink::subjectId, Collectors.toSet())))
                .forEach((type, subjects) -> {
                    var module = traces.get(type);
                    if (module != null) {
                        told.put(type, module.of(subjects).stream()
                                .collect(Collectors.toMap(PersonTraces.Trace::subjectId, Function.identity())));
                    }
                });
        return told;
    }

    /** The modules that hold people, by the kind of their records. */
    Map<SubjectType, PersonTraces> modules() {
        return traces;
    }

    private static NextReview next(
            RetentionSchedule schedule,
            List<Own> own,
            List<PersonLink> linked,
            Map<SubjectType, Map<Long, PersonTraces.Trace>> told) {
        var signs = new HashSet<Sign>();
        var events = new ArrayList<Event>();
        own.forEach(record -> {
            signs.addAll(record.signs());
            events.addAll(record.events());
        });
        for (var link : linked) {
            var trace = told.getOrDefault(link.subjectType(), Map.of()).get(link.subjectId());
            if (trace != null) {
                signs.add(new Sign(Kind.CALL, link.role(), trace.domesticAbuse(), trace.highRisk()));
                events.add(new Event("a call", UkTime.localDay(trace.at())));
            }
        }
        var last = events.stream()
                .max(Comparator.comparing(Event::on))
                .orElseGet(() -> new Event("being taken in", first(own)));
        return schedule.next(new ReviewFacts(
                signs,
                own.stream().map(Own::chosenGroup).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null),
                last,
                own.stream().map(Own::reviewedOn).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null),
                own.stream().flatMap(record -> record.births().stream()).toList()));
    }

    private static LocalDate first(List<Own> own) {
        return own.stream().map(Own::createdOn).min(Comparator.naturalOrder()).orElseThrow();
    }
}
