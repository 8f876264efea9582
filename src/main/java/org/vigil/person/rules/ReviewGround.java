package org.vigil.person.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What puts a record into a review group, as in force from a day on.
 *
 * @param code the part in a call, the type of a marker or the system of a flag; null asks for none, as do the two that follow
 * @param why in an officer's words: "suspect in a domestic abuse call"
 * @param validTo the first day on which it no longer holds, or null
 */
public record ReviewGround(
        Kind kind,
        @Nullable String code,
        @Nullable Boolean domesticAbuse,
        @Nullable Boolean highRisk,
        int group,
        String why,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** What a ground looks at. */
    public enum Kind {
        CALL,
        MARKER,
        FLAG,
        NONE
    }

    /** Whether it applies to this of a record. */
    boolean fits(ReviewFacts.Sign sign) {
        return kind == sign.kind()
                && (code == null || code.equals(sign.code()))
                && (domesticAbuse == null || domesticAbuse == sign.domesticAbuse())
                && (highRisk == null || highRisk == sign.highRisk());
    }
}
