package org.vigil.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A merge, which stays in the ledger when it is undone.
 *
 * @param matchId the pair of the queue that it came of, or null
 * @param mergedBy null where the console was certain by itself
 */
public record PersonMerge(
        long id,
        long mergedId,
        long intoId,
        @Nullable Long matchId,
        String reason,
        Instant mergedAt,
        @Nullable Long mergedBy,
        @Nullable Instant undoneAt,
        @Nullable Long undoneBy,
        @Nullable String undoReason) {

    public boolean isUndone() {
        return undoneAt != null;
    }
}
