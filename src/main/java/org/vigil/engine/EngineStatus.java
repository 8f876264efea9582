package org.vigil.engine;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a screen, the health check and the load balancer's operator are told.
 *
 * @param checkedAt when alerts were last checked, UTC; null when that is not known
 * @param age how long ago that was, by the database's clock; null when that is not known
 * @param problem one sentence for a person, or null when all is well
 */
public record EngineStatus(
        EngineState state, @Nullable Instant checkedAt, @Nullable Duration age, @Nullable String problem) {

    /** After this long without a check, every screen turns to a red banner. */
    public static final Duration STALE_AFTER = Duration.ofSeconds(30);
}
