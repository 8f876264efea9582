package org.vigil.person.search;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.person.search.NameDictionary.Held;
import org.vigil.person.search.data.NameQueries;
import org.vigil.person.search.data.PlaceQueries;
import org.vigil.person.search.rules.BirthClue;
import org.vigil.person.search.rules.Candidate;
import org.vigil.person.search.rules.Candidates;
import org.vigil.person.search.rules.Evidence;
import org.vigil.person.search.rules.Evidence.Clue;
import org.vigil.person.search.rules.Ranking;
import org.vigil.person.search.rules.Terms;

/** Looks up whom a query may mean, by everything it says, and puts them in order; who may see them is not its matter. */
@Component
class PeopleFinder {

    /** So many of the likeliest are looked at more closely. */
    private static final int CLOSER = 100;

    private final NameDictionary dictionary;
    private final NameFinder names;
    private final NameQueries held;
    private final PlaceQueries places;
    private final List<ReferenceFinder> references;

    PeopleFinder(
            NameDictionary dictionary,
            NameFinder names,
            NameQueries held,
            PlaceQueries places,
            List<ReferenceFinder> references) {
        this.dictionary = dictionary;
        this.names = names;
        this.held = held;
        this.places = places;
        this.references = references;
    }

    /** Whom a query finds, the likeliest first, and what its words may mean. */
    record Found(List<Ranking.Scored> people, List<Candidates> words) {}

    /** The people whom the terms find, at most so many. */
    Found find(Terms terms, int limit) {
        var found = new HashMap<Long, Evidence>();
        var known = terms.names().isEmpty() ? null : dictionary.now();
        var words = known == null ? List.<Candidates>of() : names.find(terms, known, found);
        exact(terms, found);
        if (found.isEmpty() || terms.names().isEmpty()) {
            broad(terms, found);
        }
        nameUnnamed(known, words, found);
        var ranking = new Ranking(terms, words);
        var closer = closest(ranking, found);
        lookCloser(terms, known, words, closer);
        return new Found(ranking.first(closer, limit), words);
    }

    private void exact(Terms terms, Map<Long, Evidence> found) {
        if (!terms.phones().isEmpty()) {
            note(places.byPhone(terms.phones()), Clue.PHONE, found);
        }
        if (!terms.emails().isEmpty()) {
            note(places.byEmail(terms.emails()), Clue.EMAIL, found);
        }
        if (!terms.references().isEmpty()) {
            note(byReference(terms.references()), Clue.REFERENCE, found);
        }
        terms.postcodes().stream()
                .filter(postcode -> postcode.part() == Terms.Postcode.Part.WHOLE)
                .forEach(postcode -> note(places.byPostcode(postcode), Clue.POSTCODE, found));
        var street = terms.street();
        if (street != null && (street.certain() || terms.names().size() <= 3)) {
            note(places.byStreet(street), street.number() == null ? Clue.STREET : Clue.HOUSE, found);
        }
        var birth = terms.birth();
        if (birth != null && birth.kind() == BirthClue.Kind.DAY) {
            places.bornOn(days(birth.from())).forEach(person -> found.computeIfAbsent(person, Evidence::new));
        }
    }

    private Set<Long> byReference(List<Terms.Reference> asked) {
        var keys = new LinkedHashSet<String>();
        asked.forEach(reference -> keys.addAll(reference.keys()));
        var people = new HashSet<>(places.byIdentifier(keys));
        for (var finder : references) {
            asked.forEach(reference -> people.addAll(finder.peopleOf(reference.written())));
        }
        return people;
    }

    /** What too many people have in common is looked up only where nothing else was asked for. */
    private void broad(Terms terms, Map<Long, Evidence> found) {
        if (!found.isEmpty()) {
            return;
        }
        for (var postcode : terms.postcodes()) {
            note(places.byPostcode(postcode), Clue.POSTCODE_PART, found);
        }
        var birth = terms.birth();
        if (found.isEmpty() && birth != null && birth.kind() != BirthClue.Kind.DAY) {
            var month = birth.kind() == BirthClue.Kind.MONTH ? birth.from().getMonthValue() : 0;
            places.bornIn(birth.to().getYear(), month).forEach(person -> found.computeIfAbsent(person, Evidence::new));
        }
    }

    /** People who were found by something else: how near is their name to what was asked? */
    private void nameUnnamed(@Nullable Held known, List<Candidates> words, Map<Long, Evidence> found) {
        if (known == null) {
            return;
        }
        var unnamed = found.values().stream()
                .filter(one -> one.names().isEmpty())
                .map(Evidence::person)
                .toList();
        compare(known, words, unnamed, found);
        found.values().removeIf(one -> one.names().isEmpty() && !one.hasAnyClue());
    }

    private void compare(Held known, List<Candidates> words, Collection<Long> people, Map<Long, Evidence> found) {
        if (people.isEmpty()) {
            return;
        }
        held.wordsOf(people).forEach((person, own) -> own.stream()
                .map(known::byId)
                .filter(Objects::nonNull)
                .forEach(word -> {
                    for (var at = 0; at < words.size(); at++) {
                        var closeness = words.get(at).closeness(word);
                        if (closeness != null) {
                            found.get(person).names(at, new Candidate(word, closeness));
                        }
                    }
                }));
    }

    private static List<Evidence> closest(Ranking ranking, Map<Long, Evidence> found) {
        return found.values().stream()
                .map(one -> new Ranking.Scored(one, ranking.score(one)))
                .sorted(Comparator.comparingDouble(Ranking.Scored::score)
                        .reversed()
                        .thenComparing(one -> one.evidence().person()))
                .limit(CLOSER)
                .map(Ranking.Scored::evidence)
                .toList();
    }

    private void lookCloser(Terms terms, @Nullable Held known, List<Candidates> words, List<Evidence> closer) {
        var people = closer.stream().map(Evidence::person).toList();
        if (people.isEmpty()) {
            return;
        }
        Map<Long, Evidence> found = new HashMap<>();
        closer.forEach(one -> found.put(one.person(), one));
        var isLong = words.size() > 2
                || words.stream().anyMatch(one -> one.asked().isInitial() || one.asked().optional());
        if (known != null && isLong) {
            compare(known, words, people, found);
        }
        var birth = terms.birth();
        if (birth != null) {
            held.birthsOf(people).forEach((person, births) -> births.forEach(
                    born -> found.get(person).birth(birth.fit(born))));
        }
        for (var postcode : terms.postcodes()) {
            if (postcode.part() != Terms.Postcode.Part.WHOLE) {
                places.within(people, postcode).forEach(person -> found.get(person).clue(Clue.POSTCODE_PART));
            }
        }
    }

    /** The day, and what it becomes when day and month are swapped. */
    private static List<LocalDate> days(LocalDate day) {
        return day.getDayOfMonth() <= 12 && day.getDayOfMonth() != day.getMonthValue()
                ? List.of(day, LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()))
                : List.of(day);
    }

    private static void note(Set<Long> people, Clue clue, Map<Long, Evidence> found) {
        people.forEach(person -> found.computeIfAbsent(person, Evidence::new).clue(clue));
    }
}
