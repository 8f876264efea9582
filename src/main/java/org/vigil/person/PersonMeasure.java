package org.vigil.person;

import org.jspecify.annotations.Nullable;

/**
 * Something in force about a person now.
 *
 * @param words what an officer must know of it, in one line
 * @param urgent whether somebody may have to act on it at once
 * @param href where more of it stands, relative to the console's root, or null
 */
public record PersonMeasure(String words, boolean urgent, @Nullable String href) {}
