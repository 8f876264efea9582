package org.vigil.audit;

import org.jspecify.annotations.Nullable;

/**
 * One field of a record as it was and as it is now. The values are kept apart from the chained entry, masked on the
 * audit screen and erasable.
 *
 * @param field the field's name as a programmer knows it, at most 64 characters
 * @param before the value before, or null where there was none
 * @param after the value after, or null where there is none any more
 */
public record FieldChange(String field, @Nullable String before, @Nullable String after) {}
