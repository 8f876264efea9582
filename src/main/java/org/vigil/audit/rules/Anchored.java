package org.vigil.audit.rules;

import java.time.Instant;

/**
 * Where a stream ended at a moment, as written down outside the database.
 *
 * @param at UTC, the database's own time
 */
public record Anchored(long position, String hash, Instant at) {}
