package org.vigil.person.search.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Under which pairs of words a name is found: every two of its words, in both orders. */
public final class NamePairs {

    /** Stands in place of the other word where a name has one word only. */
    public static final String ALONE = "";

    /** So many names with one part, and so many whole ones, are put together. */
    private static final int MOST_BESIDE = 4;

    private NamePairs() {}

    /** Two words of one name. */
    public record Pair(String word, String other) {}

    /**
     * The pairs of all names of one person. A maiden surname that is held alone, or a nickname, is used with the other part
     * of the whole names: it pairs with those as well.
     */
    public static Set<Pair> ofAll(List<NameWords.Name> names) {
        var pairs = new LinkedHashSet<Pair>();
        names.forEach(name -> pairs.addAll(of(name)));
        var whole = names.stream().filter(NamePairs::isWhole).limit(MOST_BESIDE).toList();
        names.stream().filter(name -> !isWhole(name)).limit(MOST_BESIDE).forEach(part -> whole.forEach(other -> pairs.addAll(
                of(new NameWords.Name(
                        part.given().isEmpty() ? other.given() : part.given(),
                        part.family().isEmpty() ? other.family() : part.family())))));
        return pairs;
    }

    private static boolean isWhole(NameWords.Name name) {
        return !name.given().isEmpty() && !name.family().isEmpty();
    }

    /** The pairs of a name; a word and the join that it is part of are no pair, "Ali Ali" is one with itself. */
    public static Set<Pair> of(NameWords.Name name) {
        var pairs = new LinkedHashSet<Pair>();
        var words = name.all();
        for (var one : words) {
            for (var other : words) {
                if (!one.equals(other) && !isOnePart(name, one, other)) {
                    pairs.add(new Pair(one, other));
                }
            }
        }
        name.given().stream().filter(name.family()::contains).forEach(word -> pairs.add(new Pair(word, word)));
        words.stream()
                .filter(word -> pairs.stream().noneMatch(pair -> pair.word().equals(word)))
                .forEach(word -> pairs.add(new Pair(word, ALONE)));
        return pairs;
    }

    private static boolean isOnePart(NameWords.Name name, String one, String other) {
        var within = one.contains(other) || other.contains(one);
        return within && (areBothIn(name.given(), one, other) || areBothIn(name.family(), one, other));
    }

    private static boolean areBothIn(List<String> part, String one, String other) {
        return part.contains(one) && part.contains(other);
    }
}
