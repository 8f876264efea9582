package org.vigil.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A system that sends calls.
 *
 * @param silentAfterMinutes for how long it may send nothing before somebody is told; 0 where nobody wants to be
 * @param silentSince since when its silence is told, or null while it is heard
 */
public record Feed(
        long id, String source, Instant lastHeardAt, int silentAfterMinutes, @Nullable Instant silentSince) {}
