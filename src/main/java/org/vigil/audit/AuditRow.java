package org.vigil.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the list shows it.
 *
 * @param subject what it is about, in words: "Call C-2026-4711"
 */
public record AuditRow(
        long id, Instant at, String username, Action action, String subject, String what, @Nullable String purpose) {}
