package org.vigil.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person put right on a call; the feed never replaces it, a later correction of the same field does.
 *
 * @param flag the domestic abuse flag, for that field
 * @param time when officers arrived, the crime was recorded or the decision made
 * @param text the crime's reference, or why there was no crime
 * @param evidence what the correction rests on
 * @param correctedBy the account
 * @param name how colleagues know whoever it was
 */
public record Correction(
        CorrectedField field,
        @Nullable Boolean flag,
        @Nullable Instant time,
        @Nullable String text,
        String evidence,
        long correctedBy,
        String name,
        Instant correctedAt) {

    /** The same without what was written; the reference of a crime is no such word. */
    Correction withoutWords() {
        return new Correction(
                field, flag, time, field == CorrectedField.NO_CRIME ? Call.held(text) : text, "held back", correctedBy,
                name, correctedAt);
    }
}
