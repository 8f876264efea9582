package org.vigil.person.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.vigil.person.search.NameDictionary.Held;
import org.vigil.person.search.data.NameQueries;
import org.vigil.person.search.data.NameQueries.Bearer;
import org.vigil.person.search.data.NameQueries.Product;
import org.vigil.person.search.data.NameQueries.Wanted;
import org.vigil.person.search.rules.Candidate;
import org.vigil.person.search.rules.Candidates;
import org.vigil.person.search.rules.Closeness;
import org.vigil.person.search.rules.Evidence;
import org.vigil.person.search.rules.Terms;

/**
 * Finds people by name. Words are compared with the dictionary of names; only then are people looked up, by two words at
 * a time. What is one slip away is looked for first, what is two away only where that did not fill the page.
 */
@Component
class NameFinder {

    private static final int ENOUGH = 20;
    private static final int OF_EACH_WORD = 40;
    private static final int OF_A_YEAR = 500;
    private static final int WORDS_ALONE = 12;
    private static final int FEW = 60;
    private static final int MOST_BEGUN = 40;
    private static final int MOST_SLIPS = Closeness.MOST_SLIPS;

    private final NameQueries names;

    NameFinder(NameQueries names) {
        this.names = names;
    }

    /**
     * Adds whom the query's name finds to the evidence; answers what its words may mean, in their order.
     *
     * @param words the dictionary as it is now
     */
    List<Candidates> find(Terms terms, Held words, Map<Long, Evidence> found) {
        var candidates = terms.names().stream().map(Candidates::new).toList();
        var main = main(candidates);
        if (main.isEmpty()) {
            return candidates;
        }
        addNear(main, words);
        if (main.size() == 1) {
            single(terms, main.getFirst(), words, candidates, found);
            return candidates;
        }
        collect(names.wanted().pairs(products(main, Candidates::near, Candidates::near)), candidates, found);
        if (nearlyExact(found) < ENOUGH) {
            lookFarther(terms, main, words, candidates, found);
        }
        return candidates;
    }

    /**
     * One word as it was typed, the other two slips away; where few bear two such words, people who bear the rarer one, too;
     * where nobody bears two, one word near and the other far.
     */
    private void lookFarther(
            Terms terms, List<Candidates> main, Held words, List<Candidates> candidates, Map<Long, Evidence> found) {
        var worth = main.stream()
                .filter(one -> main.stream().anyMatch(other -> other != one && !other.same().isEmpty()))
                .toList();
        addSpelt(worth, words);
        var far = products(main, Candidates::typed, Candidates::far);
        far.addAll(products(main, Candidates::far, Candidates::typed));
        var rarest = found.size() < ENOUGH ? rarest(main) : List.<Integer>of();
        collect(bornThen(terms, rarest, names.wanted().pairs(far).bearersOf(rarest, ENOUGH)), candidates, found);
        if (found.values().stream().noneMatch(one -> one.names().size() > 1)) {
            addSpelt(main.stream().filter(one -> !worth.contains(one)).toList(), words);
            var farther = products(main, Candidates::near, one -> first(one.far(), FEW));
            farther.addAll(products(main, one -> first(one.far(), FEW), Candidates::near));
            collect(names.wanted().pairs(farther), candidates, found);
        }
        addOfPlace(terms, rarest, candidates, found);
    }

    private static void addSpelt(List<Candidates> some, Held words) {
        some.forEach(one -> one.addSpelt(words.find(all -> all.near(one.asked().text(), MOST_SLIPS))));
    }

    /** Words that are more than an initial; small words such as "al" only where there is nothing else to pair. */
    private static List<Candidates> main(List<Candidates> candidates) {
        var main = candidates.stream()
                .filter(one -> one.asked().text().length() > 1 && !one.asked().optional())
                .toList();
        return main.size() >= 2
                ? main
                : candidates.stream().filter(one -> one.asked().text().length() > 1).toList();
    }

    /** What is one slip, a sound or a form away; the last word may be only begun, since somebody may still be typing. */
    private static void addNear(List<Candidates> main, Held words) {
        for (var one : main) {
            var asked = one.asked();
            one.add(words.find(all -> all.near(asked.text(), 1)));
            one.add(words.find(all -> all.alike(asked.sounds())));
            one.add(one.forms().stream().map(words::named).filter(Objects::nonNull));
            if (one == main.getLast()) {
                one.add(words.find(all -> all.begun(asked.text(), MOST_BEGUN)));
            }
        }
    }

    private static List<Product> products(
            List<Candidates> main,
            Function<Candidates, List<Integer>> first,
            Function<Candidates, List<Integer>> second) {
        var products = new ArrayList<Product>();
        for (var one = 0; one < main.size(); one++) {
            for (var other = one + 1; other < main.size(); other++) {
                products.add(new Product(first.apply(main.get(one)), second.apply(main.get(other))));
            }
        }
        return products;
    }

    private void single(Terms terms, Candidates word, Held words, List<Candidates> candidates, Map<Long, Evidence> found) {
        var near = word.near();
        if (near.size() < ENOUGH) {
            addSpelt(List.of(word), words);
        }
        var all = new ArrayList<>(near);
        all.addAll(first(word.far(), ENOUGH));
        var known = first(all, WORDS_ALONE);
        collect(bornThen(terms, known, names.wanted().bearersOf(known, OF_EACH_WORD)), candidates, found);
        addOfPlace(terms, known, candidates, found);
    }

    /** A common name alone has more people than are looked at: with a year, those of the year are looked for. */
    private static Wanted bornThen(Terms terms, List<Integer> known, Wanted wanted) {
        var birth = terms.birth();
        return birth == null || known.isEmpty()
                ? wanted
                : wanted.bornIn(known, birth.from().getYear() - 1, birth.to().getYear() + 1, OF_A_YEAR);
    }

    /** And with a postcode, those of its area. */
    private void addOfPlace(Terms terms, List<Integer> known, List<Candidates> candidates, Map<Long, Evidence> found) {
        if (!known.isEmpty()) {
            for (var postcode : terms.postcodes()) {
                collect(names.bearersAt(known, postcode, OF_EACH_WORD), candidates, found);
            }
        }
    }

    /** The rarer one of the words. */
    private static List<Integer> rarest(List<Candidates> main) {
        return main.stream()
                .filter(one -> !one.same().isEmpty() || !one.near().isEmpty())
                .max(Comparator.comparingDouble(Candidates::rarity))
                .map(one -> one.same().isEmpty() ? first(one.near(), 5) : one.typed())
                .orElse(List.of());
    }

    private static void collect(Wanted wanted, List<Candidates> candidates, Map<Long, Evidence> found) {
        collect(wanted.fetch(), candidates, found);
    }

    private static void collect(List<Bearer> bearers, List<Candidates> candidates, Map<Long, Evidence> found) {
        Map<Integer, Map<Integer, Candidate>> byWord = new HashMap<>();
        for (var at = 0; at < candidates.size(); at++) {
            for (var one : candidates.get(at).all().values()) {
                byWord.computeIfAbsent(one.known().id(), word -> new HashMap<>()).put(at, one);
            }
        }
        for (var bearer : bearers) {
            var evidence = found.computeIfAbsent(bearer.personId(), Evidence::new);
            evidence.year(bearer.birthYear());
            if (bearer.wordId() == bearer.otherId()) {
                evidence.twice(bearer.wordId());
            }
            var first = byWord.getOrDefault(bearer.wordId(), Map.of());
            var second = byWord.getOrDefault(bearer.otherId(), Map.of());
            first.forEach((asked, one) -> {
                // One word of a person can't be two of the query's.
                var paired = second.entrySet().stream()
                        .filter(other -> !other.getKey().equals(asked))
                        .toList();
                evidence.names(asked, one);
                paired.forEach(other -> evidence.names(other.getKey(), other.getValue()));
            });
        }
    }

    private static long nearlyExact(Map<Long, Evidence> found) {
        return found.values().stream()
                .filter(one -> one.names().values().stream()
                                .mapToDouble(name -> name.closeness().cost())
                                .sum()
                        <= 6)
                .count();
    }

    private static List<Integer> first(List<Integer> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }
}
