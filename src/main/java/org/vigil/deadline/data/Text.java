package org.vigil.deadline.data;

import org.jspecify.annotations.Nullable;

/** Fits words into the column that holds them. */
final class Text {

    private Text() {}

    static @Nullable String cut(@Nullable String text, int length) {
        if (text == null || text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
    }
}
