package org.vigil.security;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.Duty;
import org.vigil.shared.OfficerRank;

/**
 * An account as it stands in the database; it never carries the password's hash.
 *
 * @param areaIds the areas that were given to the account, without the areas inside them; empty means the whole force
 * @param demonstration made with the demonstration data
 * @param securityVersion moves whenever sessions and remembered credentials of the account must end
 * @param signedOnSince when the person signed on duty, UTC; null while off duty
 * @param alertSound whether an alert sounds on the person's screen
 * @param alertTitleCount whether the browser's title shows the number of open alerts
 */
public record Account(
        long id,
        String username,
        String displayName,
        @Nullable String collarNumber,
        @Nullable OfficerRank rank,
        @Nullable String email,
        AccountKind kind,
        boolean demonstration,
        boolean enabled,
        Set<Duty> duties,
        Set<Long> areaIds,
        @Nullable Instant signedOnSince,
        boolean alertSound,
        boolean alertTitleCount,
        int securityVersion,
        int version) {

    public Account {
        duties = Set.copyOf(duties);
        areaIds = Set.copyOf(areaIds);
    }

    public boolean signedOn() {
        return signedOnSince != null;
    }

    public boolean has(Duty duty) {
        return duties.contains(duty);
    }
}
