package org.vigil.person.search.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Under which pairs of words a name is found: every two of its words, in both orders. */
public final class NamePairs {

    /** Stands in place of the other word where a name has one word only. */
    public static final String ALONE = "";

    private NamePairs() {}

    /** Two words of one name. */
    public record Pair(String word, String other) {}

    /** The pairs of a name; a word and the join that it is part of are no pair. */
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
