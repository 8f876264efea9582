package org.vigil.person.search.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who comes first, after Fellegi and Sunter: each thing that agrees adds as many bits as it is rare, each that does not
 * takes some away. A rare name therefore says more than a common one.
 */
public final class Ranking {

    /** By score, then by key. */
    public static final Comparator<Scored> ORDER = Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(one -> one.evidence().person());

    /** So many are seen at a glance. */
    private static final int PLACES = 20;

    private static final double UNMATCHED = 2;
    private static final double MISSED_CLUE = 3;

    /** Of people who bear the very name asked for, so many before room is left for names that are near. */
    private static final int OF_THE_VERY_NAME = 14;

    /** Of people of a near name, so many: the likeliest name has more. */
    private static final int[] OF_NEAR_NAMES = {6, 3, 2};

    private final Terms terms;
    private final List<Candidates> words;

    /** @param words one for each word of the query's name, in its order */
    public Ranking(Terms terms, List<Candidates> words) {
        this.terms = terms;
        this.words = words;
    }

    /** Somebody with what they score. */
    public record Scored(Evidence evidence, double score) {}

    /**
     * The first of these people: by score, then by key, so that the same query answers in the same order; no name takes
     * all places while others may have been meant.
     */
    public List<Scored> first(Collection<Evidence> people, int limit) {
        var sorted = people.stream()
                .map(one -> new Scored(one, score(one)))
                .sorted(ORDER)
                .toList();
        var chosen = firstPlaces(sorted, Math.min(limit, PLACES));
        var rest = new ArrayList<>(sorted);
        rest.removeAll(chosen);
        chosen.addAll(rest.subList(0, Math.min(limit - chosen.size(), rest.size())));
        return chosen;
    }

    /** No name takes all of the first places while others may have been meant; after those, the score alone counts. */
    private List<Scored> firstPlaces(List<Scored> sorted, int places) {
        var shown = new HashMap<String, Integer>();
        var rank = new LinkedHashMap<String, Integer>();
        var first = new ArrayList<Scored>();
        var later = new ArrayList<Scored>();
        for (var one : sorted) {
            var name = name(one.evidence());
            var most = most(one.evidence(), rank.computeIfAbsent(name, key -> rank.size()));
            if (name.isEmpty() || shown.merge(name, 1, Integer::sum) <= most) {
                first.add(one);
            } else {
                later.add(one);
            }
        }
        var chosen = new ArrayList<>(first.subList(0, Math.min(places, first.size())));
        later.stream().limit(places - chosen.size()).forEach(chosen::add);
        chosen.sort(ORDER);
        return chosen;
    }

    /** What somebody scores, in bits. */
    public double score(Evidence one) {
        var score = 0.0;
        for (var at = 0; at < words.size(); at++) {
            score += word(words.get(at), one.names().get(at), one);
        }
        return score + birth(one) + clues(one);
    }

    private double word(Candidates asked, @Nullable Candidate found, Evidence one) {
        if (found != null) {
            return asked.asked().isInitial() ? 2 : asked.rarity() - found.doubt();
        }
        if (asked.asked().optional() || isOfTheStreet(asked.asked(), one)) {
            return 0;
        }
        return asked.asked().isInitial() ? -3 : -asked.rarity() / 2 - UNMATCHED;
    }

    private boolean isOfTheStreet(Asked asked, Evidence one) {
        var street = terms.street();
        return street != null
                && street.words().contains(asked.text())
                && (one.has(Evidence.Clue.STREET) || one.has(Evidence.Clue.HOUSE));
    }

    private double birth(Evidence one) {
        var clue = terms.birth();
        if (clue == null) {
            return 0;
        }
        var bits = one.isBirthKnown() ? clue.bits(one.birth()) : clue.bitsOfYear(one.years());
        var street = terms.street();
        // "12 Kingsway" was looked for as both: where it is the house, it is no age.
        var isHouse = street != null && !street.certain() && street.number() != null && one.has(Evidence.Clue.HOUSE);
        return isHouse ? Math.max(0, bits) : bits;
    }

    private double clues(Evidence one) {
        var score = 0.0;
        for (var clue : Evidence.Clue.values()) {
            if (one.has(clue)) {
                score += clue.bits();
            }
        }
        var missed = missed(one, terms.phones(), Evidence.Clue.PHONE) + missed(one, terms.emails(), Evidence.Clue.EMAIL);
        // Figures alone may be the end of a telephone number or a reference: one of the two is enough.
        var isNumbered = one.has(Evidence.Clue.REFERENCE) || one.has(Evidence.Clue.PHONE_END);
        if (!isNumbered && !(terms.references().isEmpty() && terms.phoneEnds().isEmpty() && terms.people().isEmpty())) {
            missed++;
        }
        if (!terms.postcodes().isEmpty()
                && !one.has(Evidence.Clue.POSTCODE)
                && !one.has(Evidence.Clue.POSTCODE_PART)) {
            missed++;
        }
        return score - missed * MISSED_CLUE;
    }

    private static int missed(Evidence one, Collection<?> asked, Evidence.Clue clue) {
        return asked.isEmpty() || one.has(clue) ? 0 : 1;
    }

    private static int most(Evidence one, int rank) {
        var very = one.names().values().stream().allMatch(name -> name.closeness().cost() == 0);
        return very ? OF_THE_VERY_NAME : rank < OF_NEAR_NAMES.length ? OF_NEAR_NAMES[rank] : 1;
    }

    private String name(Evidence one) {
        if (one.names().isEmpty() || terms.birth() != null && one.birth() == BirthClue.Fit.FULL || one.hasAnyClue()) {
            return "";
        }
        var name = new StringBuilder();
        for (Map.Entry<Integer, Candidate> word : one.names().entrySet()) {
            name.append(word.getKey()).append(':').append(word.getValue().known().id()).append(' ');
        }
        return name.toString();
    }
}
