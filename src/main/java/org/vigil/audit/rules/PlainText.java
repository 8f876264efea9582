package org.vigil.audit.rules;

import org.jspecify.annotations.Nullable;
import org.vigil.shared.Texts;

/** Makes any text fit its column, so that it comes back from the database exactly as it was hashed. */
public final class PlainText {

    private static final char REPLACEMENT = '\uFFFD';

    private PlainText() {}

    /** One line of at most {@code max} characters: control characters become blanks, what is too long ends in "…". */
    public static @Nullable String line(@Nullable String text, int max) {
        if (text == null) {
            return null;
        }
        var whole = cut(text, max);
        var line = new StringBuilder(whole.length());
        for (var i = 0; i < whole.length(); i++) {
            line.append(Character.isISOControl(whole.charAt(i)) ? ' ' : whole.charAt(i));
        }
        return line.toString();
    }

    /** A field's name: as {@link #line}, blanks as underscores; an empty one is called "field". */
    public static String name(String text, int max) {
        var name = cut(text, max).replaceAll("[\\s\\p{Cntrl}]", "_");
        return name.isEmpty() ? "field" : name;
    }

    /** At most {@code max} characters, halves of broken surrogate pairs replaced: no database stores them. */
    public static String cut(String text, int max) {
        var cut = Texts.cut(text, max);
        for (var i = 0; i < cut.length(); i++) {
            if (Character.isSurrogate(cut.charAt(i))) {
                return withoutHalves(cut);
            }
        }
        return cut;
    }

    private static String withoutHalves(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> whole.appendCodePoint(
                        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? REPLACEMENT : point));
        return whole.toString();
    }
}
