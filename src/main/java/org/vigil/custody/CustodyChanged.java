package org.vigil.custody;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something happened in custody; published once for each new event, in the transaction that records it.
 *
 * @param before where the record stood until it was told, or null where it is new
 * @param at when it happened, UTC
 * @param now when it was told, UTC
 */
public record CustodyChanged(
        long record,
        @Nullable CustodyStanding before,
        CustodyStanding after,
        CustodyEventKind kind,
        Instant at,
        Instant now) {}
