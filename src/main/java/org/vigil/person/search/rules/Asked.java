package org.vigil.person.search.rules;

import java.util.List;
import java.util.Set;

/**
 * One word of a name as it was asked for.
 *
 * @param text folded
 * @param joined how it would be written together with its neighbour: "obrien" for "o brien"
 * @param sounds its sound keys
 * @param optional a small word such as "al" that may as well belong to its neighbour
 * @param written as it was typed
 */
public record Asked(String text, List<String> joined, Set<String> sounds, boolean optional, String written) {

    public static Asked of(String text) {
        return new Asked(text, List.of(), SoundKeys.of(text), false, text);
    }

    /** Whether it is a single letter. */
    public boolean isInitial() {
        return text.length() == 1;
    }

    Asked withJoined(String join) {
        return new Asked(text, List.of(join), sounds, optional, written);
    }

    Asked asOptional() {
        return new Asked(text, joined, sounds, true, written);
    }
}
