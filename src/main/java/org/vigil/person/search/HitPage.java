package org.vigil.person.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.person.MarkerType;
import org.vigil.person.PersonMeasure;
import org.vigil.person.PersonMeasures;
import org.vigil.person.search.data.CardQueries;
import org.vigil.person.search.rules.Candidates;
import org.vigil.person.search.rules.HeldCard;
import org.vigil.person.search.rules.HitWriter;
import org.vigil.person.search.rules.Ranking;
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

    /**
     * The rows of these people in their order; a restricted one has a row only where an officer must know something.
     *
     * @param records every record that is one of them, by the record that stands for them
     */
    List<SearchHit> of(
            List<Long> page,
            Map<Long, List<Long>> records,
            SearchVisibility.Sight sight,
            Map<Long, Ranking.Scored> found,
            Terms terms,
            List<Candidates> words,
            Viewer viewer,
            Instant now) {
        var held = cards.cards(records);
        var live = live(records, viewer, now);
        var writer = new HitWriter(terms, words);
        return page.stream()
                .filter(held::containsKey)
                .map(person -> sight.full().contains(person)
                        ? writer.write(
                                held.get(person), found.get(person).evidence(), live.getOrDefault(person, List.of()))
                        : restricted(held.get(person), live.getOrDefault(person, List.of())))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable SearchHit restricted(HeldCard card, List<PersonMeasure> live) {
        var always = live.stream().filter(PersonMeasure::always).toList();
        var safety = card.warnings().stream().filter(MarkerType::isOfficerSafety).map(MarkerType::label).toList();
        return always.isEmpty() && safety.isEmpty()
                ? null
                : SearchHit.restricted(card.personId(), safety, always, visibility.whomToAsk(List.of(card.personId())));
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
