package org.vigil.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something said about a person, as it is held.
 *
 * @param personId the record that holds it, which may be one merged into the person
 * @param source who said it, as people name it: a call's reference, an officer
 * @param addedBy null where a feed said it
 */
public record HeldPart<P extends PersonPart>(
        long id,
        long personId,
        P part,
        PartState state,
        Origin origin,
        String source,
        Instant addedAt,
        @Nullable Long addedBy,
        @Nullable Instant endedAt,
        @Nullable Long endedBy,
        @Nullable String endReason) {}
