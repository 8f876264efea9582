package org.vigil.person.search.rules;

import java.util.Set;

/**
 * A word of the dictionary of names.
 *
 * @param people how many bear it, as last counted
 * @param sounds its sound keys
 */
public record KnownWord(int id, String word, int people, Set<String> sounds) {

    public KnownWord(int id, String word, int people) {
        this(id, word, people, SoundKeys.of(word));
    }
}
