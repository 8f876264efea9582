package org.vigil.person.rules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** E-mail addresses as they are compared. */
public final class EmailKeys {

    private static final int LONGEST = 254;

    private EmailKeys() {}

    /** In lower case, without what a mail program puts before it; empty where there is none. */
    public static String of(@Nullable String typed) {
        if (typed == null || typed.length() > LONGEST) {
            return "";
        }
        var key = typed.strip().toLowerCase(Locale.ROOT);
        return key.startsWith("mailto:") ? key.substring("mailto:".length()) : key;
    }
}
