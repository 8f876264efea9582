package org.vigil.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an alert's history.
 *
 * @param by who did it, as colleagues know them; null where the console did
 */
public record AlertEvent(
        long id,
        Instant at,
        AlertEventKind kind,
        @Nullable String by,
        @Nullable Severity severity,
        @Nullable String note) {}
