package org.vigil.victim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that a need took; entries are never changed.
 *
 * @param at when it happened, which may be before it was recorded
 * @param detail the service or the measure, where there is one
 */
public record NeedEntry(
        long id,
        long caseId,
        int place,
        Need need,
        NeedStep step,
        Instant at,
        @Nullable String detail,
        @Nullable String note,
        Instant recordedAt,
        String recordedBy) {

    /** "Referred, Haven" */
    public String words() {
        return detail == null ? step.label() : step.label() + ", " + detail;
    }
}
