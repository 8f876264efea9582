package org.vigil.person;

import org.jspecify.annotations.Nullable;

/**
 * Somebody named in a record of another module, and how much of them the one who looks may see.
 *
 * @param person the record that stands for them now
 * @param seen null where nothing of them may show, not even that they are there
 */
public record PartySight(PersonLink link, long person, @Nullable Seen seen) {}
