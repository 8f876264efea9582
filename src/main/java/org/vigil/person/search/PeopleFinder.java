package org.vigil.person.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.person.Seen;
import org.vigil.person.data.Standings;
import org.vigil.person.data.Standings.Standing;
import org.vigil.person.data.UnseenPeople;
import org.vigil.person.search.NameDictionary.Held;
import org.vigil.person.search.data.NameQueries;
import org.vigil.person.search.data.PlaceQueries;
import org.vigil.person.search.rules.Asked;
import org.vigil.person.search.rules.BirthClue;
import org.vigil.person.search.rules.Candidates;
import org.vigil.person.search.rules.Evidence;
import org.vigil.person.search.rules.Evidence.Clue;
import org.vigil.person.search.rules.KnownWord;
import org.vigil.person.search.rules.NameMatch;
import org.vigil.person.search.rules.Ranking;
import org.vigil.person.search.rules.Ranking.Scored;
import org.vigil.person.search.rules.Terms;
import org.vigil.shared.Viewer;

/**
 * Looks up whom a query may mean, by everything it says, and puts them in order. Whom the viewer must not know of is left
 * out before anything is decided by what was found; who may be shown in full is not its matter.
 */
@Component
class PeopleFinder {

    /** Of the likeliest so many are asked whether they are in the area that was named. */
    private static final int ALIKE = 2_000;

    /** So many of the likeliest are looked at more closely. */
    private static final int CLOSER = 60;

    private final NameDictionary dictionary;
    private final NameFinder names;
    private final InitialFinder initials;
    private final NameQueries held;
    private final PlaceFinder places;
    private final PlaceQueries numbers;
    private final Standings standings;
    private final UnseenPeople unseen;
    private final List<ReferenceFinder> references;

    PeopleFinder(
            NameDictionary dictionary,
            NameFinder names,
            InitialFinder initials,
            NameQueries held,
            PlaceFinder places,
            PlaceQueries numbers,
            Standings standings,
            UnseenPeople unseen,
            List<ReferenceFinder> references) {
        this.dictionary = dictionary;
        this.names = names;
        this.initials = initials;
        this.held = held;
        this.places = places;
        this.numbers = numbers;
        this.standings = standings;
        this.unseen = unseen;
        this.references = references;
    }

    /**
     * Whom a query finds.
     *
     * @param people by the record that stands for them, the likeliest first
     * @param standing what all records of each of them are, and what the viewer may see of them
     * @param words what each word of the query's name may mean
     * @param sought records that would have been among the first, had the viewer been allowed to know of them
     */
    record Found(
            Map<Long, Scored> people, Standing standing, List<Candidates> words, Set<Long> sought) {}

    /**
     * The people whom the terms find.
     *
     * @param most how many will be shown; some more are found, since of some nothing may be
     */
    Found find(Terms terms, int most, Viewer viewer, Instant now) {
        var found = new FoundPeople(unseen.from(viewer, now));
        var known = terms.names().isEmpty() ? null : dictionary.now();
        var words = known == null ? List.<Candidates>of() : names.find(terms, known, found);
        initials.find(terms, words, found);
        var meant = places.meant(terms);
        exact(terms, viewer, found);
        var crowded = places.exact(meant, found);
        if (found.isEmpty()) {
            broad(terms, meant, found);
        }
        nameUnnamed(known, words, found);
        var ranking = new Ranking(terms, words);
        var closerLook = Math.max(CLOSER, 2 * most);
        var alike = alike(crowded, ranking, found, 2 * closerLook);
        var standing = standings.standing(viewer, alike.stream().map(Evidence::person).toList(), now);
        // Halves of one person put together may come before others, so that more are joined than are looked at.
        var closer = closer(ranking, FoundPeople.joined(alike, standing.survivors()), standing, closerLook);
        var byRecord = byRecord(closer, standing.records());
        if (!closer.isEmpty()) {
            lookCloser(terms, known, words, closer, standing.records(), byRecord);
            places.narrow(meant, byRecord);
        }
        var ranked = new LinkedHashMap<Long, Scored>();
        ranking.first(closer, closer.size()).forEach(one -> ranked.put(one.evidence().person(), one));
        return new Found(ranked, standing, words, sought(ranking, found, List.copyOf(ranked.values()), most));
    }

    private void exact(Terms terms, Viewer viewer, Map<Long, Evidence> found) {
        note(numbers.byPhone(terms.phones()), Clue.PHONE, found);
        note(numbers.byEmail(terms.emails()), Clue.EMAIL, found);
        note(numbers.byKey(terms.people()), Clue.REFERENCE, found);
        byReference(terms.references(), viewer, found);
        var birth = terms.birth();
        if (birth != null && birth.kind() == BirthClue.Kind.DAY) {
            numbers.bornOn(days(birth.from()))
                    .forEach(person -> found.computeIfAbsent(person, Evidence::new).bornThen());
        }
    }

    private void byReference(List<Terms.Reference> asked, Viewer viewer, Map<Long, Evidence> found) {
        if (asked.isEmpty()) {
            return;
        }
        var keys = new LinkedHashSet<String>();
        asked.forEach(reference -> keys.addAll(reference.keys()));
        note(numbers.byIdentifier(keys), Clue.REFERENCE, found);
        var written = asked.stream().map(Terms.Reference::written).toList();
        note(numbers.byExternalReference(written), Clue.REFERENCE, found);
        for (var finder : references) {
            written.forEach(reference -> finder.peopleOf(reference, viewer)
                    .forEach((person, record) -> found.computeIfAbsent(person, Evidence::new).namedIn(record)));
        }
    }

    /** What too many people have in common is looked up only where nothing else found anybody. */
    private void broad(Terms terms, PlaceFinder.Meant meant, Map<Long, Evidence> found) {
        places.broad(meant, found);
        if (found.isEmpty() && meant.street() == null && terms.names().size() > 1) {
            places.named(terms.names().stream().map(Asked::text).toList(), found);
        }
        var birth = terms.birth();
        if (found.isEmpty() && birth != null && birth.kind() != BirthClue.Kind.DAY && birth.kind() != BirthClue.Kind.BIRTHDAY) {
            var month = birth.kind() == BirthClue.Kind.MONTH ? birth.from().getMonthValue() : 0;
            numbers.bornIn(birth.from().getYear(), birth.to().getYear(), month)
                    .forEach(person -> found.computeIfAbsent(person, Evidence::new));
        }
    }

    /**
     * People who were found by something else: how near is their name to what was asked? Who has nothing but the day of
     * birth stays where nobody of the name was found: the name may be another one now, or a false one.
     */
    private void nameUnnamed(@Nullable Held known, List<Candidates> words, FoundPeople found) {
        if (known == null) {
            return;
        }
        var unnamed = found.values().stream().filter(one -> one.names().isEmpty()).toList();
        compare(known, words, unnamed, Map.of());
        var isAnybodyNamed = found.values().stream().anyMatch(one -> !one.names().isEmpty());
        found.values().removeIf(one ->
                one.names().isEmpty() && !one.hasAnyClue() && (isAnybodyNamed || !one.isBornThen()));
        found.apart().values().removeIf(one -> one.names().isEmpty() && !one.hasAnyClue() && !one.isBornThen());
    }

    /** @param records for each person the keys of all records that are this person; of whom there are none, their own */
    private void compare(
            Held known, List<Candidates> words, Collection<Evidence> some, Map<Long, Set<Long>> records) {
        if (some.isEmpty()) {
            return;
        }
        var byRecord = held.wordsOf(some.stream()
                .flatMap(one -> records.getOrDefault(one.person(), Set.of(one.person())).stream())
                .toList());
        for (var one : some) {
            var own = new ArrayList<KnownWord>();
            records.getOrDefault(one.person(), Set.of(one.person()))
                    .forEach(record -> byRecord.getOrDefault(record, List.of()).stream()
                            .map(known::byId)
                            .filter(Objects::nonNull)
                            .forEach(own::add));
            NameMatch.complete(one, words, own);
        }
    }

    private List<Evidence> alike(PlaceFinder.Meant crowded, Ranking ranking, FoundPeople found, int most) {
        if (found.size() <= most) {
            return List.copyOf(found.values());
        }
        if (crowded.isEmpty()) {
            return first(ranking, found.values(), most);
        }
        // Of hundreds of one name, those of the area must not be cut off before it is looked at.
        var some = first(ranking, found.values(), ALIKE);
        places.narrow(crowded, own(some));
        return first(ranking, some, most);
    }

    /** The likeliest of whom so many may be shown in full; of whom nothing may be, none takes the place of another. */
    private static List<Evidence> closer(Ranking ranking, List<Evidence> people, Standing standing, int most) {
        var closer = new ArrayList<Evidence>();
        var shown = 0;
        for (var one : first(ranking, people, people.size())) {
            if (shown == most) {
                break;
            }
            closer.add(one);
            shown += standing.seen().get(one.person()) == Seen.IN_FULL ? 1 : 0;
        }
        return closer;
    }

    private static List<Evidence> first(Ranking ranking, Collection<Evidence> some, int most) {
        return some.stream()
                .map(one -> new Scored(one, ranking.score(one)))
                .sorted(Ranking.ORDER)
                .limit(most)
                .map(Scored::evidence)
                .toList();
    }

    private static Map<Long, Evidence> own(Collection<Evidence> some) {
        return some.stream().collect(Collectors.toMap(Evidence::person, one -> one));
    }

    private void lookCloser(
            Terms terms,
            @Nullable Held known,
            List<Candidates> words,
            List<Evidence> closer,
            Map<Long, Set<Long>> records,
            Map<Long, Evidence> byRecord) {
        var isMerged = byRecord.size() > closer.size();
        var isLong = words.size() > 2
                || words.stream().anyMatch(one -> one.asked().isInitial() || one.asked().optional());
        if (known != null && (isMerged || isLong)) {
            compare(known, words, closer, records);
        }
        var birth = terms.birth();
        if (birth != null) {
            fitBirths(birth, records, byRecord);
        }
    }

    /** The years that stand in the index are enough where nothing but a year was asked for and no other record has more. */
    private void fitBirths(BirthClue birth, Map<Long, Set<Long>> records, Map<Long, Evidence> byRecord) {
        var unread = new ArrayList<Long>();
        byRecord.forEach((record, one) -> {
            if (birth.kind() == BirthClue.Kind.YEAR
                    && !one.years().isEmpty()
                    && records.getOrDefault(one.person(), Set.of()).size() <= 1) {
                one.years().forEach(year -> fit(birth, new BirthClue.Born(year, null, null), one));
            } else {
                unread.add(record);
            }
        });
        if (!unread.isEmpty()) {
            held.birthsOf(unread)
                    .forEach((record, births) -> births.forEach(born -> fit(birth, born, byRecord.get(record))));
        }
    }

    private static void fit(BirthClue birth, BirthClue.Born born, Evidence one) {
        var fit = birth.fit(born);
        one.birth(fit, birth.bits(fit));
    }

    private static Map<Long, Evidence> byRecord(List<Evidence> people, Map<Long, Set<Long>> records) {
        var byPerson = own(people);
        var byRecord = new HashMap<Long, Evidence>();
        byPerson.forEach((person, own) -> records.getOrDefault(person, Set.of(person))
                .forEach(record -> byRecord.put(record, own)));
        return byRecord;
    }

    /** Of those kept apart: who is as likely as the last one shown, or would have been shown since there is room. */
    private static Set<Long> sought(Ranking ranking, FoundPeople found, List<Scored> ranked, int most) {
        var least = ranked.size() < most ? Double.NEGATIVE_INFINITY : ranked.get(most - 1).score();
        return found.apart().values().stream()
                .filter(one -> ranking.score(one) >= least)
                .map(Evidence::person)
                .collect(Collectors.toSet());
    }

    /** The day, and what it becomes when day and month are swapped. */
    private static List<LocalDate> days(LocalDate day) {
        return day.getDayOfMonth() <= 12 && day.getDayOfMonth() != day.getMonthValue()
                ? List.of(day, LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()))
                : List.of(day);
    }

    private static void note(Set<Long> some, Clue clue, Map<Long, Evidence> found) {
        some.forEach(person -> found.computeIfAbsent(person, Evidence::new).clue(clue));
    }
}
