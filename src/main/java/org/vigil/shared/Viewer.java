package org.vigil.shared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is looking or acting, and what that lets them see. Every query that reads personal data takes one.
 *
 * @param accountId the account's key, or null for the console's own engine
 * @param areaIds every area the account covers, beats of its districts included; empty means the whole force
 * @param address where the request came from, for the audit log
 */
public record Viewer(
        @Nullable Long accountId,
        String username,
        String displayName,
        Set<Duty> duties,
        @Nullable OfficerRank rank,
        Set<Long> areaIds,
        String address) {

    public Viewer {
        duties = Set.copyOf(duties);
        areaIds = Set.copyOf(areaIds);
    }

    /** The console itself, acting on a clock rather than for a person. */
    public static Viewer engine() {
        return new Viewer(null, "engine", "Vigil", Set.of(), null, Set.of(), "console");
    }

    public boolean isEngine() {
        return accountId == null;
    }

    public boolean hasAny(Set<Duty> wanted) {
        return wanted.stream().anyMatch(duties::contains);
    }

    public boolean has(Duty duty) {
        return duties.contains(duty);
    }

    public boolean coversWholeForce() {
        return areaIds.isEmpty();
    }

    /** Whether a record of this area is within the viewer's areas; a record without an area is the whole force's. */
    public boolean covers(@Nullable Long areaId) {
        return areaIds.isEmpty() || areaId == null || areaIds.contains(areaId);
    }
}
