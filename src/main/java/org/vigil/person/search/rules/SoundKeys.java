package org.vigil.person.search.rules;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.commons.codec.language.DoubleMetaphone;

/** How a word sounds to an English ear: one or two keys by Double Metaphone. */
public final class SoundKeys {

    /** Stateless once its length is set, and so shared. */
    private static final DoubleMetaphone METAPHONE = new DoubleMetaphone();

    /** Four letters, as is usual, make longer names sound alike that don't. */
    private static final int LONGEST = 6;

    static {
        METAPHONE.setMaxCodeLen(LONGEST);
    }

    private SoundKeys() {}

    /** The keys of a folded word; none where it has no sound, as a name in another script. */
    public static Set<String> of(String word) {
        var keys = new LinkedHashSet<String>();
        for (var alternate : new boolean[] {false, true}) {
            var key = METAPHONE.doubleMetaphone(word, alternate);
            if (key != null && !key.isEmpty()) {
                keys.add(key);
            }
        }
        return keys;
    }
}
