package org.vigil.person.rules;

import java.util.Locale;
import org.apache.commons.codec.language.DoubleMetaphone;

/** How a name sounds, for names heard over a radio. */
public final class Sounds {

    /** Stateless once its length is set, and so shared. */
    private static final DoubleMetaphone METAPHONE = new DoubleMetaphone();

    private static final int LENGTH = 6;

    static {
        METAPHONE.setMaxCodeLen(LENGTH);
    }

    private Sounds() {}

    /** The sound of a key; the key itself where it has none, as a name in another script. */
    public static String of(String key) {
        var code = METAPHONE.doubleMetaphone(TextKeys.squeezed(key).toUpperCase(Locale.ROOT));
        return code == null || code.isEmpty() ? key : code;
    }
}
