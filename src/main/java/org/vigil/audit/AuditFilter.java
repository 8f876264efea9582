package org.vigil.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.SubjectType;

/**
 * Which entries to list; null does not narrow.
 *
 * @param username the whole name of an account, in any case of letters
 * @param type what kind of record
 * @param reference a record's reference as people write it or, with a type, its key; entries that merely showed the
 *     record are found as well
 * @param from UTC, inclusive
 * @param to UTC, exclusive
 */
public record AuditFilter(
        @Nullable String username,
        @Nullable SubjectType type,
        @Nullable String reference,
        @Nullable Action action,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static AuditFilter everything() {
        return new AuditFilter(null, null, null, null, null, null);
    }
}
