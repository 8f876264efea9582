package org.vigil.shared;

import org.jspecify.annotations.Nullable;

/** Fits words into the place that holds them. */
public final class Texts {

    private Texts() {}

    /** At most so many characters, as the database counts them: none is cut in half, what is left out shows as "…". */
    public static String cut(String text, int length) {
        return text.length() <= length || text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
    }

    /** As {@link #cut}; nothing stays nothing. */
    public static @Nullable String cutOrNull(@Nullable String text, int length) {
        return text == null ? null : cut(text, length);
    }
}
