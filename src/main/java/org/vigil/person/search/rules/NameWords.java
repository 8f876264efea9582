package org.vigil.person.search.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigil.person.rules.TextKeys;

/** Takes a name apart into the folded words by which it is found. */
public final class NameWords {

    /** The longest word that is kept; what is longer is cut. */
    public static final int LONGEST = 40;

    private static final int LONGEST_PART = 120;

    /** More words of one name than these are not indexed. */
    public static final int MOST = 8;

    /** Small words that belong to the one after them: "de la Cruz", "ap Rhys", "ul Haq", "Mc Donald". */
    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "della", "di", "da", "do", "dos", "das", "du", "la", "le", "les", "van", "von", "den", "der",
            "ter", "ten", "ap", "ab", "ferch", "verch", "al", "el", "ul", "ur", "ud", "bin", "ibn", "bint", "binti", "abu",
            "mac", "mc", "o", "st", "fitz", "nic", "ni");

    /** What is written where nobody knew the name. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "unknown", "unk", "unkown", "nk", "notknown", "none", "nil", "null", "anon", "anonymous", "tba", "tbc",
            "unnamed", "noname", "undisclosed", "withheld");

    /** What stands between words that belong together no closer than any two words of a name. */
    private static final Pattern GAPS = Pattern.compile("[\\s,;/]+");

    private NameWords() {}

    /**
     * A name's words, those of one part (given or family) together, so that a word and the join of which it is a part
     * are not taken for two names.
     */
    public record Name(List<String> given, List<String> family) {

        /** Every word once, in order. */
        public List<String> all() {
            var all = new LinkedHashSet<>(given);
            all.addAll(family);
            return all.stream().limit(MOST).toList();
        }
    }

    /** The words of a name; a part that is absent is empty. */
    public static Name of(String given, String family) {
        return new Name(part(given), part(family));
    }

    /** Whether a folded word stands for a name that nobody knew. */
    public static boolean isPlaceholder(String word) {
        return PLACEHOLDERS.contains(word);
    }

    static boolean isParticle(String word) {
        return PARTICLES.contains(word);
    }

    /**
     * The words of one part of a name: each by itself, and joined where people join them. "O'Brien" is obrien;
     * "Smith-Jones" smith, jones and smithjones; "de la Cruz" cruz and delacruz.
     */
    static List<String> part(String written) {
        var words = new LinkedHashSet<String>();
        var pending = new StringBuilder();
        var groups = groups(written);
        for (var at = 0; at < groups.size(); at++) {
            var group = groups.get(at);
            for (var in = 0; in < group.size(); in++) {
                var word = group.get(in);
                var last = at == groups.size() - 1 && in == group.size() - 1;
                if (isParticle(word) && !last) {
                    pending.append(word);
                    continue;
                }
                add(words, word);
                if (!pending.isEmpty()) {
                    add(words, pending + word);
                    pending.setLength(0);
                }
            }
            if (group.size() > 1) {
                add(words, String.join("", group));
            }
        }
        // "Ann Marie" and "Abdul Rahman" are as often written as one.
        if (groups.size() == 2 && groups.stream().allMatch(group -> group.size() == 1 && !isParticle(group.getFirst()))) {
            add(words, groups.getFirst().getFirst() + groups.getLast().getFirst());
        }
        return words.stream().limit(MOST).toList();
    }

    /** Words between spaces, each with the parts that its hyphens make. */
    static List<List<String>> groups(String written) {
        var groups = new ArrayList<List<String>>();
        for (var group : GAPS.split(written)) {
            var words = Stream.of(TextKeys.fold(group, LONGEST_PART).split(" "))
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (!words.isEmpty()) {
                groups.add(words);
            }
        }
        return groups;
    }

    private static void add(Set<String> words, String word) {
        if (!isPlaceholder(word) && !word.chars().allMatch(Character::isDigit)) {
            words.add(word.length() <= LONGEST ? word : word.substring(0, LONGEST));
        }
    }
}
