package org.vigil.person.search.rules;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.person.rules.NameVariants;

/** The known words that may be meant by one word of a query, the likeliest first. */
public final class Candidates {

    private static final int MOST_SAME = 6;
    private static final int MOST_NEAR = 28;
    private static final int MOST_FAR = 250;
    private static final double RAREST = 18;
    private static final double COMMONEST = 3;

    private final Asked asked;
    private final Map<String, Closeness> forms = new HashMap<>();
    private final Map<Integer, Candidate> all = new HashMap<>();
    private final Map<Integer, Optional<Closeness>> compared = new HashMap<>();

    public Candidates(Asked asked) {
        this(asked, NameVariants.shipped());
    }

    Candidates(Asked asked, NameVariants variants) {
        this.asked = asked;
        variants.of(asked.text()).forEach(form -> forms.put(form.word(), Closeness.of(form.kind())));
        asked.joined().forEach(join -> forms.put(join, new Closeness(Closeness.Way.EXACT, 0)));
    }

    public Asked asked() {
        return asked;
    }

    /** Words to look up as they stand: other forms of the name, and joins with its neighbour. */
    public Set<String> forms() {
        return forms.keySet();
    }

    /** Takes those of the words that are near enough in any way. */
    public void add(Stream<KnownWord> words) {
        words.filter(word -> !all.containsKey(word.id())).forEach(word -> take(word, closeness(word)));
    }

    /** Takes those of the words that are spelt near enough; how the others sound is known already. */
    public void addSpelt(Stream<KnownWord> words) {
        words.filter(word -> !all.containsKey(word.id())).forEach(word -> take(word, Closeness.spelt(asked, word)));
    }

    private void take(KnownWord word, @Nullable Closeness closeness) {
        if (closeness != null) {
            all.putIfAbsent(word.id(), new Candidate(word, closeness));
        }
    }

    /** How near a word is by any way; null where it is not. */
    public @Nullable Closeness closeness(KnownWord word) {
        return compared.computeIfAbsent(word.id(), id -> Optional.ofNullable(compare(word))).orElse(null);
    }

    private @Nullable Closeness compare(KnownWord word) {
        var form = forms.get(word.word());
        var own = asked.isInitial()
                ? word.word().startsWith(asked.text()) ? new Closeness(Closeness.Way.BEGINNING, 4) : null
                : Closeness.of(asked, word);
        return form == null ? own : own == null || form.cost() < own.cost() ? form : own;
    }

    public Map<Integer, Candidate> all() {
        return all;
    }

    /** Those that are the word itself or a form of it. */
    public List<Integer> same() {
        return ids(all.values().stream().filter(one -> one.closeness().cost() <= 3).toList(), MOST_SAME);
    }

    /** The word as it was typed where anybody bears it, else its forms: what the other word, far off, is paired with. */
    public List<Integer> typed() {
        var exact = all.values().stream().filter(one -> one.closeness().cost() == 0).toList();
        return exact.isEmpty() ? same() : ids(exact, MOST_SAME);
    }

    /** Those that are one slip or a sound away at most. */
    public List<Integer> near() {
        return ids(all.values().stream().filter(one -> !one.closeness().isFar()).toList(), MOST_NEAR);
    }

    /** Those that are farther. */
    public List<Integer> far() {
        return ids(all.values().stream().filter(one -> one.closeness().isFar()).toList(), MOST_FAR);
    }

    /** How much it says of somebody that they bear the word, in bits: more the rarer it is. */
    public double rarity() {
        var people = all.values().stream()
                .filter(one -> one.closeness().cost() <= 3)
                .mapToInt(one -> one.known().people())
                .sum();
        return Math.clamp(20 - Candidate.log2(1 + people), COMMONEST, RAREST);
    }

    private static List<Integer> ids(List<Candidate> some, int most) {
        return some.stream()
                .sorted(Comparator.comparingDouble(Candidate::doubt)
                        .thenComparing(one -> one.known().id()))
                .limit(most)
                .map(one -> one.known().id())
                .toList();
    }
}
