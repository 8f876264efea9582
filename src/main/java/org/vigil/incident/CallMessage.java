package org.vigil.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says about a call: the whole of it, each time. Only source, reference and receivedAt are required; a
 * grade or a flag that is absent was not said, which is not the same as taken off.
 *
 * @param source the sending system; with the reference it is the key
 * @param changedAt when the sender last changed the call; an older message than what is held changes nothing
 * @param area code or name of the area that answers for the call
 */
public record CallMessage(
        @Nullable String source,
        @Nullable String reference,
        @Nullable Instant changedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant createdAt,
        @Nullable Instant gradedAt,
        @Nullable String grade,
        @Nullable List<@Nullable GradeStep> gradeHistory,
        @Nullable Boolean domesticAbuse,
        @Nullable String openingCode,
        @Nullable String closingCode,
        @Nullable Disposal disposal,
        @Nullable String description,
        @Nullable CallAddress address,
        @Nullable String area,
        @Nullable CallerType callerType,
        @Nullable String callTakerTeam,
        @Nullable Boolean childrenPresent,
        @Nullable List<@Nullable Party> parties,
        @Nullable Instant dispatchedAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant closedAt,
        @Nullable List<@Nullable String> units,
        @Nullable List<@Nullable Arrest> arrests,
        @Nullable List<@Nullable Crime> crimes,
        @Nullable RiskAssessment riskAssessment) {

    /** The content alone: two messages that differ only in when they were sent are equal without it. */
    CallMessage withoutChangedAt() {
        return new CallMessage(
                source,
                reference,
                null,
                receivedAt,
                createdAt,
                gradedAt,
                grade,
                gradeHistory,
                domesticAbuse,
                openingCode,
                closingCode,
                disposal,
                description,
                address,
                area,
                callerType,
                callTakerTeam,
                childrenPresent,
                parties,
                dispatchedAt,
                arrivedAt,
                closedAt,
                units,
                arrests,
                crimes,
                riskAssessment);
    }
}
