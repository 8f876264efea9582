package org.vigil.victim;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contact, or an attempt, as an officer enters it.
 *
 * @param told the updates that it told, by key
 * @param outsideWhy why it was made where it was not safe by what is recorded
 */
public record NewContact(
        Instant at,
        ContactMeans means,
        ContactOutcome outcome,
        @Nullable String note,
        Set<Long> told,
        @Nullable String outsideWhy) {

    public NewContact {
        told = Set.copyOf(told);
    }
}
