package org.vigil.person.search.rules;

/**
 * A word of the dictionary of names.
 *
 * @param people how many bear it, as last counted
 */
public record KnownWord(int id, String word, int people) {}
