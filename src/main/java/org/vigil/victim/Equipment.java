package org.vigil.victim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that was issued to make a victim's home safer. */
public record Equipment(
        long id,
        long caseId,
        int place,
        String item,
        Instant issuedAt,
        String issuedBy,
        @Nullable Instant returnedAt,
        @Nullable String returnedBy) {}
