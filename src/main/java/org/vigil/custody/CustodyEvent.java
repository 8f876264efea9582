package org.vigil.custody;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in custody, as a feed or an officer told it. What an event of its kind does not carry is null.
 * All times are UTC.
 *
 * @param id its key, or 0 while it is not stored
 * @param recordedBy the feed, or the officer's name
 * @param byHand whether an officer typed it
 * @param current false once another telling put it right
 */
public record CustodyEvent(
        long id,
        CustodyEventKind kind,
        Instant at,
        Details details,
        String contentHash,
        Instant recordedAt,
        String recordedBy,
        boolean byHand,
        boolean current) {

    /** By when they happened; at the same instant in the order of the kinds, then as they were told. */
    public static final Comparator<CustodyEvent> IN_TIME = Comparator.comparing(CustodyEvent::at)
            .thenComparing(CustodyEvent::kind)
            .thenComparing(event -> event.id() == 0 ? Long.MAX_VALUE : event.id());

    /**
     * What an event carries beside its kind and time.
     *
     * @param officer who decided or did it
     * @param bailEndsAt when a suspect must answer bail; the day that a court set
     * @param detentionEndsAt until when a detention was extended
     * @param surrenderAt when they had to surrender to a court whose bail they broke
     * @param orderHearingAt the hearing of the order for which a breached notice was an application
     * @param domesticAbuse whether the arrest is for domestic abuse; null says nothing of it
     * @param releaseAt when they will be released
     */
    public record Details(
            @Nullable String station,
            @Nullable String officer,
            @Nullable String reason,
            List<String> conditions,
            @Nullable Instant bailEndsAt,
            @Nullable String court,
            @Nullable Instant hearingAt,
            List<String> offences,
            @Nullable CustodyAuthority authority,
            @Nullable Instant detentionEndsAt,
            @Nullable ArrestedFor arrestedFor,
            @Nullable Instant surrenderAt,
            @Nullable Instant orderHearingAt,
            boolean murder,
            @Nullable Boolean domesticAbuse,
            @Nullable Instant releaseAt,
            VictimContact victim,
            ReleaseRisk risk) {

        public static final Details NONE = new Details(
                null, null, null, List.of(), null, null, null, List.of(), null, null, null, null, null, false, null, null,
                VictimContact.NONE, ReleaseRisk.NONE);

        public Details {
            conditions = List.copyOf(conditions);
            offences = List.copyOf(offences);
        }

        /** What a telling that puts another right leaves unsaid stays as it was. */
        Details filledFrom(Details held) {
            return new Details(
                    or(station, held.station),
                    or(officer, held.officer),
                    or(reason, held.reason),
                    conditions.isEmpty() ? held.conditions : conditions,
                    or(bailEndsAt, held.bailEndsAt),
                    or(court, held.court),
                    or(hearingAt, held.hearingAt),
                    offences.isEmpty() ? held.offences : offences,
                    or(authority, held.authority),
                    or(detentionEndsAt, held.detentionEndsAt),
                    or(arrestedFor, held.arrestedFor),
                    or(surrenderAt, held.surrenderAt),
                    or(orderHearingAt, held.orderHearingAt),
                    murder || held.murder,
                    or(domesticAbuse, held.domesticAbuse),
                    or(releaseAt, held.releaseAt),
                    victim.equals(VictimContact.NONE) ? held.victim : victim,
                    risk.equals(ReleaseRisk.NONE) ? held.risk : risk);
        }

        private static <T> @Nullable T or(@Nullable T said, @Nullable T held) {
            return said == null ? held : said;
        }
    }

    /** The same where it puts a telling right: of what happens once, what is not said again stays. */
    public CustodyEvent puttingRight(@Nullable CustodyEvent replaced) {
        return replaced == null || !kind.isOnce()
                ? this
                : new CustodyEvent(
                        id, kind, at, details.filledFrom(replaced.details), contentHash, recordedAt, recordedBy, byHand, current);
    }

    /** The same, with the key under which it is stored. */
    public CustodyEvent withId(long key) {
        return new CustodyEvent(key, kind, at, details, contentHash, recordedAt, recordedBy, byHand, current);
    }

    /** The same, put right by another telling. */
    public CustodyEvent replaced() {
        return new CustodyEvent(id, kind, at, details, contentHash, recordedAt, recordedBy, byHand, false);
    }
}
