package org.vigil.person.search.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words of names, held so that those near a misspelt one are found in well under a millisecond: each is compared first by
 * its length and the set of its letters, which rules out all but a few, and those are compared in full.
 */
public final class Lexicon {

    public static final Lexicon EMPTY = new Lexicon(List.of());

    private static final int SLIPS_CHANGE = 2;
    private static final int ALPHABET = 26;

    private final KnownWord[] words;
    private final long[] letters;
    private final int last;
    private final Map<String, KnownWord> byText = new HashMap<>();
    private final Map<Integer, KnownWord> byId = new HashMap<>();
    private final Map<String, List<KnownWord>> bySound = new HashMap<>();

    /** @param some each once */
    public Lexicon(Collection<KnownWord> some) {
        words = some.stream().sorted(Comparator.comparing(KnownWord::word)).toArray(KnownWord[]::new);
        letters = new long[words.length];
        last = Arrays.stream(words).mapToInt(KnownWord::id).max().orElse(0);
        for (var at = 0; at < words.length; at++) {
            var word = words[at];
            letters[at] = letters(word.word());
            byText.put(word.word(), word);
            byId.put(word.id(), word);
            word.sounds().forEach(sound -> bySound.computeIfAbsent(sound, key -> new ArrayList<>(2)).add(word));
        }
    }

    public int size() {
        return words.length;
    }

    public Collection<KnownWord> all() {
        return Arrays.asList(words);
    }

    /** The greatest key; 0 where there is none. */
    public int last() {
        return last;
    }

    public @Nullable KnownWord byId(int id) {
        return byId.get(id);
    }

    /** The word itself, if it is known. */
    public @Nullable KnownWord named(String text) {
        return byText.get(text);
    }

    /**
     * Every word that may be so many slips of the finger away (a letter wrong, missing, too many, or two swapped), and some
     * that are farther: none that is near is overlooked.
     */
    public Stream<KnownWord> near(String text, int slips) {
        var own = letters(text);
        var found = new ArrayList<KnownWord>();
        for (var at = 0; at < words.length; at++) {
            // One slip takes a letter away and puts another in its place at most.
            if (Long.bitCount(letters[at] ^ own) <= SLIPS_CHANGE * slips
                    && Math.abs(words[at].word().length() - text.length()) <= slips) {
                found.add(words[at]);
            }
        }
        return found.stream();
    }

    /** Every word that has one of the sounds. */
    public Stream<KnownWord> alike(Collection<String> sounds) {
        return sounds.stream().flatMap(sound -> bySound.getOrDefault(sound, List.of()).stream());
    }

    /** The commonest of those that begin so, at most so many. */
    public Stream<KnownWord> begun(String beginning, int most) {
        var from = Arrays.binarySearch(words, new KnownWord(0, beginning, 0, java.util.Set.of()), Comparator.comparing(KnownWord::word));
        var first = from < 0 ? -from - 1 : from;
        var after = first;
        while (after < words.length && words[after].word().startsWith(beginning)) {
            after++;
        }
        return Arrays.stream(words, first, after)
                .sorted(Comparator.comparingInt(KnownWord::people).reversed().thenComparingInt(KnownWord::id))
                .limit(most);
    }

    private static long letters(String word) {
        var set = 0L;
        for (var at = 0; at < word.length(); at++) {
            var letter = word.charAt(at);
            set |= 1L << (letter >= 'a' && letter <= 'z' ? letter - 'a' : ALPHABET + letter % (Long.SIZE - ALPHABET));
        }
        return set;
    }
}
