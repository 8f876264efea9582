package org.vigil.incident;

import org.jspecify.annotations.Nullable;

/** What else the feed says about a call; no clock depends on it but on the disposal. */
public record CallDetails(
        @Nullable String openingCode,
        @Nullable String closingCode,
        @Nullable Disposal disposal,
        @Nullable String description,
        @Nullable CallerType callerType,
        @Nullable String callTakerTeam,
        @Nullable Boolean childrenPresent,
        @Nullable RiskAssessment risk) {

    /** The same without the free text. */
    CallDetails withoutDescription() {
        return new CallDetails(
                openingCode, closingCode, disposal, null, callerType, callTakerTeam, childrenPresent, risk);
    }
}
