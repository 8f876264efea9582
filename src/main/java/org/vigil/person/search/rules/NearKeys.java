package org.vigil.person.search.rules;

import java.util.HashMap;
import java.util.Map;

/**
 * The spellings that are left when letters are taken out of a word. Two words that are at most two slips of the finger
 * apart (a letter wrong, missing, too many, or two swapped) always share one: so a misspelt word finds its neighbours by
 * equality, in an index, and no word that is near is overlooked. Only the first seven letters count, which bounds the
 * number to 29 a word and loses nothing of that.
 */
public final class NearKeys {

    public static final int MOST_SLIPS = 2;
    private static final int LETTERS = 7;

    private NearKeys() {}

    /**
     * Each key with how many letters were taken out for it.
     *
     * @param most how many may be taken out: 0 to 2
     */
    public static Map<String, Integer> of(String word, int most) {
        var keys = new HashMap<String, Integer>();
        collect(word.length() <= LETTERS ? word : word.substring(0, LETTERS), 0, Math.min(most, slips(word)), keys);
        return keys;
    }

    /** How many slips a word of this length bears before it could be any other. */
    public static int slips(String word) {
        return word.length() <= 1 ? 0 : word.length() <= 3 ? 1 : MOST_SLIPS;
    }

    private static void collect(String rest, int taken, int most, Map<String, Integer> keys) {
        keys.merge(rest, taken, Math::min);
        if (taken == most || rest.length() == 1) {
            return;
        }
        for (var at = 0; at < rest.length(); at++) {
            collect(rest.substring(0, at) + rest.substring(at + 1), taken + 1, most, keys);
        }
    }
}
