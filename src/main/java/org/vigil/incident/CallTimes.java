package org.vigil.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The times of a call as the feed gave them, UTC. */
public record CallTimes(
        Instant receivedAt,
        @Nullable Instant createdAt,
        @Nullable Instant gradedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant closedAt) {}
