package org.vigil.victim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to contact a victim, or a contact.
 *
 * @param safe whether it kept to the safe window and the safe means
 * @param outsideWhy why it was made all the same
 */
public record VictimContact(
        long id,
        long caseId,
        int place,
        Instant at,
        ContactMeans means,
        ContactOutcome outcome,
        @Nullable String note,
        boolean safe,
        @Nullable String outsideWhy,
        Instant recordedAt,
        long accountId,
        String recordedBy) {}
