package org.vigil.person.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Into which group a record belongs and when it is reviewed next.
 *
 * @param why why it is in the group, in words
 * @param basis why it is reviewed then, in words
 * @param keptUntil the day before which it is not erased, or null where there is none or nobody can tell
 * @param lastEvent the day of what happened last
 */
public record NextReview(
        int group, String why, LocalDate on, String basis, @Nullable LocalDate keptUntil, LocalDate lastEvent) {}
