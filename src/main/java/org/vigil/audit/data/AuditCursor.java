package org.vigil.audit.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a page of the log ended: the entries before it in time, and by key within the same microsecond, follow. */
record AuditCursor(Instant at, long id) {

    String text() {
        return at + "_" + id;
    }

    static Optional<AuditCursor> read(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var parts = text.split("_", 2);
            return Optional.of(new AuditCursor(Instant.parse(parts[0]), Long.parseLong(parts[1])));
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }
}
