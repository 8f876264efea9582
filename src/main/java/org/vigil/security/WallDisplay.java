package org.vigil.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wall screen that shows counts only and never signs in.
 *
 * @param areaId the area that it shows; null for the whole force
 * @param revokedAt when an administrator took its link back, UTC
 */
public record WallDisplay(
        long id, String name, @Nullable Long areaId, Instant createdAt, String createdBy, @Nullable Instant revokedAt) {}
