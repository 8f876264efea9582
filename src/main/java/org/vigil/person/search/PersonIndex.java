package org.vigil.person.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.person.search.data.IndexSource;
import org.vigil.person.search.data.IndexStore;
import org.vigil.person.search.data.NameQueries;
import org.vigil.person.search.data.WordStore;
import org.vigil.person.search.rules.NamePairs;
import org.vigil.person.search.rules.NameWords;
import org.vigil.person.search.rules.StreetName;

/**
 * Keeps the search's index in step with people, in the transaction that changes what they are found by or what a row of
 * results says of them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PersonIndex {

    private static final Set<Short> NO_YEAR = Set.of((short) 0);

    private final IndexSource source;
    private final IndexStore store;
    private final WordStore words;

    PersonIndex(IndexSource source, IndexStore store, WordStore words) {
        this.source = source;
        this.store = store;
        this.words = words;
    }

    /**
     * Notes that something by which a person is found, or which is shown of who was found, was changed in this transaction,
     * or will be: the index follows just before the commit, once for everybody.
     */
    public void changed(long person) {
        ChangedPeople.ofThisTransaction(this).add(person);
    }

    /** Makes these people be found by what is held of them now, and by nothing else, and shown so. */
    public void follow(Collection<Long> people) {
        if (people.isEmpty()) {
            return;
        }
        var held = source.read(people);
        var before = store.remove(people);
        var names = new HashMap<Long, Set<NamePairs.Pair>>();
        held.names().forEach((person, written) -> names.put(
                person,
                NamePairs.ofAll(written.stream()
                        .map(name -> NameWords.of(text(name.given()), text(name.family())))
                        .toList())));
        var ids = words.ensure(names.values().stream()
                .flatMap(Set::stream)
                .map(NamePairs.Pair::word)
                .collect(Collectors.toSet()));
        var bearers = new HashSet<NameQueries.Bearer>();
        var after = new HashMap<Long, Set<Integer>>();
        names.forEach((person, pairs) -> {
            for (var pair : pairs) {
                var word = ids.get(pair.word());
                var other = pair.other().equals(NamePairs.ALONE) ? 0 : ids.get(pair.other());
                after.computeIfAbsent(person, key -> new HashSet<>()).add(word);
                held.years()
                        .getOrDefault(person, NO_YEAR)
                        .forEach(year -> bearers.add(new NameQueries.Bearer(word, other, year, person)));
            }
        });
        store.addNames(bearers);
        store.addPlaces(places(held));
        store.addCards(held.cards());
        words.move(moved(before, after));
    }

    private static Map<Long, Set<StreetName>> places(IndexSource.Held held) {
        var places = new HashMap<Long, Set<StreetName>>();
        held.lines().forEach((person, lines) -> places.put(
                person,
                lines.stream()
                        .flatMap(line -> StreetName.everyHouse(line).stream())
                        .filter(street -> !street.words().isEmpty())
                        .collect(Collectors.toSet())));
        return places;
    }

    private static Map<Integer, Integer> moved(Map<Long, Set<Integer>> before, Map<Long, Set<Integer>> after) {
        var moved = new HashMap<Integer, Integer>();
        before.values().forEach(all -> all.forEach(word -> moved.merge(word, -1, Integer::sum)));
        after.values().forEach(all -> all.forEach(word -> moved.merge(word, 1, Integer::sum)));
        moved.values().removeIf(change -> change == 0);
        return moved;
    }

    private static String text(@org.jspecify.annotations.Nullable String part) {
        return part == null ? "" : part;
    }
}
