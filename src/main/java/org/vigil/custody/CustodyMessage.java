package org.vigil.custody;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.person.NamedPerson;

/**
 * One event as the custody system tells it. Only source, reference, at and event are required; what an event of its kind
 * does not carry is left out.
 *
 * @param source the sending system; with the reference it is the key of the record
 * @param station where the suspect is held; it names the area too, where its code or name is one
 * @param area code or name of the area that answers for the record
 * @param rank on whose authority a detention or a bail was extended
 * @param conditionsIncluded whether the victim was told the conditions too
 * @param viewsNotAsked why the victim's views could not be asked
 */
public record CustodyMessage(
        @Nullable String source,
        @Nullable String reference,
        @Nullable NamedPerson person,
        @Nullable Instant at,
        @Nullable CustodyEventKind event,
        @Nullable String station,
        @Nullable String area,
        @Nullable String officer,
        @Nullable CustodyAuthority rank,
        @Nullable String reason,
        @Nullable List<@Nullable String> conditions,
        @Nullable Instant bailEndsAt,
        @Nullable String court,
        @Nullable Instant hearingAt,
        @Nullable List<@Nullable String> offences,
        @Nullable Instant detentionEndsAt,
        @Nullable ArrestedFor arrestedFor,
        @Nullable Instant surrenderAt,
        @Nullable Instant orderHearingAt,
        @Nullable Boolean murder,
        @Nullable Boolean domesticAbuse,
        @Nullable Instant releaseAt,
        @Nullable String how,
        @Nullable Boolean conditionsIncluded,
        @Nullable String attempts,
        @Nullable String safeguarding,
        @Nullable String victimRisk,
        @Nullable List<@Nullable String> considered,
        @Nullable String victimViews,
        @Nullable String viewsNotAsked) {

    /** A message with nothing but its key, kind and time. */
    public static CustodyMessage of(String source, String reference, CustodyEventKind event, Instant at) {
        return new CustodyMessage(source, reference, null, at, event, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same, told of this record. */
    CustodyMessage in(CustodyKey key) {
        return new CustodyMessage(key.source(), key.reference(), person, at, event, station, area, officer, rank, reason,
                conditions, bailEndsAt, court, hearingAt, offences, detentionEndsAt, arrestedFor, surrenderAt, orderHearingAt,
                murder, domesticAbuse, releaseAt, how, conditionsIncluded, attempts, safeguarding, victimRisk, considered,
                victimViews, viewsNotAsked);
    }
}
