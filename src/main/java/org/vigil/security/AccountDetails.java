package org.vigil.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.Duty;
import org.vigil.shared.OfficerRank;

/**
 * What an administrator enters about an account.
 *
 * @param areaIds empty means the whole force
 */
public record AccountDetails(
        String username,
        String displayName,
        @Nullable String collarNumber,
        @Nullable OfficerRank rank,
        @Nullable String email,
        AccountKind kind,
        Set<Duty> duties,
        Set<Long> areaIds) {

    public AccountDetails {
        duties = Set.copyOf(duties);
        areaIds = Set.copyOf(areaIds);
    }

    /** What stands in the account now. */
    public static AccountDetails of(Account account) {
        return new AccountDetails(
                account.username(),
                account.displayName(),
                account.collarNumber(),
                account.rank(),
                account.email(),
                account.kind(),
                account.duties(),
                account.areaIds());
    }
}
