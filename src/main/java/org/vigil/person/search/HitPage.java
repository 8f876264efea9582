package org.vigil.person.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.vigil.person.MarkerType;
import org.vigil.person.PersonMeasure;
import org.vigil.person.PersonMeasures;
import org.vigil.person.search.data.CardQueries;
import org.vigil.person.search.rules.HitWriter;
import org.vigil.person.search.rules.Terms;
import org.vigil.shared.Viewer;

/** Writes the rows of one page; every source is asked once for all of them. */
@Component
class HitPage {

    private final CardQueries cards;
    private final SearchVisibility visibility;
    private final List<PersonMeasures> measures;

    HitPage(CardQueries cards, SearchVisibility visibility, List<PersonMeasures> measures) {
        this.cards = cards;
        this.visibility = visibility;
        this.measures = measures;
    }

    /** The rows of people whom the viewer may see in full, by person. */
    Map<Long, SearchHit> full(
            Collection<Long> people, PeopleFinder.Found found, Terms terms, Viewer viewer, Instant now) {
        var records = records(people, found);
        var live = live(records, viewer, now);
        var writer = new HitWriter(terms, found.words());
        var rows = new HashMap<Long, SearchHit>();
        cards.cards(records)
                .forEach((person, card) -> rows.put(
                        person,
                        writer.write(
                                card,
                                found.people().get(person).evidence(),
                                live.getOrDefault(person, List.of()))));
        return rows;
    }

    /** The rows of restricted people of whom an officer must know something even so; the others have none. */
    Map<Long, SearchHit> restricted(
            Collection<Long> people, PeopleFinder.Found found, Viewer viewer, Instant now) {
        var records = records(people, found);
        var live = live(records, viewer, now);
        var rows = new HashMap<Long, SearchHit>();
        cards.cards(records).forEach((person, card) -> {
            var always = live.getOrDefault(person, List.of()).stream().filter(PersonMeasure::always).toList();
            var safety = card.warnings().stream()
                    .filter(MarkerType::isOfficerSafety)
                    .map(MarkerType::label)
                    .toList();
            if (!always.isEmpty() || !safety.isEmpty()) {
                rows.put(
                        person,
                        SearchHit.restricted(person, safety, always, visibility.whomToAsk(viewer, List.of(person))));
            }
        });
        return rows;
    }

    private static Map<Long, List<Long>> records(Collection<Long> people, PeopleFinder.Found found) {
        var records = new HashMap<Long, List<Long>>();
        people.forEach(person -> records.put(person, List.copyOf(found.standing().records().getOrDefault(person, Set.of(person)))));
        return records;
    }

    private Map<Long, List<PersonMeasure>> live(Map<Long, List<Long>> records, Viewer viewer, Instant now) {
        var live = new HashMap<Long, List<PersonMeasure>>();
        if (!records.isEmpty()) {
            for (var module : measures) {
                module.liveOf(records, viewer, now)
                        .forEach((person, own) -> live.computeIfAbsent(person, key -> new ArrayList<>())
                                .addAll(own));
            }
        }
        return live;
    }
}
