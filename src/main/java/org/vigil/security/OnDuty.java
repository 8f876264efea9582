package org.vigil.security;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.Duty;
import org.vigil.shared.OfficerRank;

/**
 * Somebody who has signed on duty.
 *
 * @param areaIds the areas that were given to the account; empty means the whole force
 * @param since when they signed on, UTC
 */
public record OnDuty(
        long accountId,
        String displayName,
        @Nullable String collarNumber,
        @Nullable OfficerRank rank,
        Set<Duty> duties,
        Set<Long> areaIds,
        Instant since) {}
