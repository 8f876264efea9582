package org.vigil.person.search;

import java.util.List;

/**
 * A text of a result with the parts that matched.
 *
 * @param marks from the first, without overlap
 */
public record MarkedText(String text, List<Range> marks) {

    /** Part of a text, in UTF-16 units: from one place up to, and without, another. */
    public record Range(int from, int to) {}

    public MarkedText {
        marks = List.copyOf(marks);
    }

    public static MarkedText plain(String text) {
        return new MarkedText(text, List.of());
    }

    public static MarkedText whole(String text) {
        return new MarkedText(text, List.of(new Range(0, text.length())));
    }
}
