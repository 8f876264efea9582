package org.vigil.audit.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the log, all of it covered by its hash.
 *
 * @param at UTC to the microsecond: the database's own time, never the console's shifted or pinned one
 * @param duties the names of the account's duties at that moment, sorted, with commas
 * @param detail see {@link Detail}
 */
public record Entry(
        EntryPlace place,
        Instant at,
        @Nullable Long accountId,
        String username,
        String duties,
        String action,
        String subjectType,
        @Nullable Long subjectId,
        @Nullable String subjectReference,
        String what,
        @Nullable String purpose,
        String address,
        String detail) {

    /** The hash that chains this entry to the one before it in its stream. */
    public String hashAfter(String previousHash) {
        return new ChainText("vigil audit entry 1")
                .with("previous", previousHash)
                .with("stream", place.stream())
                .with("position", place.position())
                .with("at", at)
                .with("account", accountId)
                .with("username", username)
                .with("duties", duties)
                .with("action", action)
                .with("subject type", subjectType)
                .with("subject id", subjectId)
                .with("reference", subjectReference)
                .with("what", what)
                .with("purpose", purpose)
                .with("address", address)
                .with("detail", detail)
                .hash();
    }
}
