package org.vigil.person.search.rules;

import java.util.Collections;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.vigil.person.rules.NameVariants;

/**
 * How near a word of a name is to the word that was asked for, and in what way.
 *
 * @param cost in bits: by how much less likely this word was meant than the very word
 */
public record Closeness(Way way, double cost) {

    /** From here on a word is far: worth showing only where nothing nearer is found. */
    public static final double FAR = 8;

    /** More slips of the finger than these make any other word of a word. */
    public static final int MOST_SLIPS = 2;

    private static final DamerauLevenshteinDistance SLIPS = new DamerauLevenshteinDistance(MOST_SLIPS);
    private static final int SHORTEST_BEGINNING = 2;

    /** In what way. */
    public enum Way {
        EXACT("Name %s"),
        SPELLING("%s is another spelling of “%s”"),
        NICKNAME("%s is another form of “%s”"),
        BEGINNING("%s begins with “%s”"),
        ONE_SLIP("%s is one letter from “%s”"),
        SOUND("%s sounds like “%s”"),
        TWO_SLIPS("%s is two letters from “%s”");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        /** "Kowalski sounds like “kovalsky”". */
        public String says(String word, String asked) {
            return words.formatted(word, asked);
        }
    }

    /** How near a known word is to what was asked for, without the table of variants; null where it is not near. */
    public static @Nullable Closeness of(Asked asked, KnownWord word) {
        var spelt = spelt(asked, word);
        if (spelt != null || !isAboutAsLong(asked.text(), word.word())) {
            return spelt;
        }
        return isAlike(asked, word) ? new Closeness(Way.SOUND, 9) : null;
    }

    /** The same by spelling alone. */
    static @Nullable Closeness spelt(Asked asked, KnownWord known) {
        var word = known.word();
        if (asked.text().equals(word)) {
            return new Closeness(Way.EXACT, 0);
        }
        var slips = Math.abs(asked.text().length() - word.length()) > MOST_SLIPS
                ? -1
                : SLIPS.apply(asked.text(), word);
        var begins = asked.text().length() >= SHORTEST_BEGINNING && word.startsWith(asked.text());
        if (slips == 1) {
            var sameStart = asked.text().charAt(0) == word.charAt(0);
            return new Closeness(Way.ONE_SLIP, begins ? 3 : isAlike(asked, known) ? 4 : sameStart ? 5 : 6);
        }
        if (begins) {
            return new Closeness(Way.BEGINNING, asked.text().length() >= 4 ? 5 : 6);
        }
        if (slips == 2 && slips(asked.text()) == MOST_SLIPS) {
            var sameStart = asked.text().charAt(0) == word.charAt(0);
            return isAlike(asked, known) ? new Closeness(Way.SOUND, 7) : new Closeness(Way.TWO_SLIPS, sameStart ? 10 : 11);
        }
        return null;
    }

    /** How near a form from the table of variants is. */
    public static Closeness of(NameVariants.Kind kind) {
        return switch (kind) {
            case SPELLING -> new Closeness(Way.SPELLING, 2);
            case NICKNAME -> new Closeness(Way.NICKNAME, 3);
        };
    }

    public boolean isFar() {
        return cost >= FAR;
    }

    /** How many slips a word of this length bears before it could be any other. */
    private static int slips(String word) {
        return word.length() <= 1 ? 0 : word.length() <= 3 ? 1 : MOST_SLIPS;
    }

    private static boolean isAlike(Asked asked, KnownWord word) {
        return !Collections.disjoint(asked.sounds(), word.sounds());
    }

    private static boolean isAboutAsLong(String one, String other) {
        return Math.abs(one.length() - other.length()) <= 3;
    }
}
