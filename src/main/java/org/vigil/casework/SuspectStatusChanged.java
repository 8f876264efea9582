package org.vigil.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A suspect of a case has another status; told within the transaction that changed it.
 *
 * @param from null where they are new to the case
 * @param at since when the new status holds
 * @param why in a few words where somebody said so
 */
public record SuspectStatusChanged(
        long caseId,
        int place,
        @Nullable SuspectStatus from,
        SuspectStatus to,
        Instant at,
        @Nullable String why,
        Instant now) {}
