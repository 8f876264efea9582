package org.vigil.deadline.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a deadline ended.
 *
 * @param metAt when the thing was done, which is what decides, not when that was recorded
 * @param recordedLate done in time and only recorded after due
 * @param by the user name, or "engine"
 */
public record Closing(
        Instant closedAt,
        @Nullable Instant metAt,
        @Nullable String evidence,
        boolean recordedLate,
        @Nullable String reason,
        String by) {}
