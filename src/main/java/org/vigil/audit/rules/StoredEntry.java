package org.vigil.audit.rules;

/**
 * An entry with what the database holds around it.
 *
 * @param id the key as stored, which must be that of the entry's place
 */
public record StoredEntry(long id, Entry entry, String previousHash, String hash) {

    /** Whether the entry gives its own hash, after the hash that it says it follows. */
    boolean fitsItself() {
        return entry.hashAfter(previousHash).equals(hash);
    }
}
