package org.vigil.custody;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a custody record stands by all its events. All times are UTC.
 *
 * @param inCell whether the suspect is held: arrested, and neither released nor handed to a court
 * @param since when the state began
 * @param limitAt when the earliest of the clocks that press now ends, for the order of lists; null where none does
 * @param doubts what is odd, in sentences
 */
public record CustodyStanding(
        CustodyState state,
        boolean inCell,
        boolean domesticAbuse,
        Arrest arrest,
        @Nullable String station,
        List<String> offences,
        @Nullable Detention detention,
        @Nullable Bail bail,
        @Nullable Court court,
        VictimWarning victim,
        Instant since,
        @Nullable Instant limitAt,
        List<String> doubts) {

    public CustodyStanding {
        offences = List.copyOf(offences);
        doubts = List.copyOf(doubts);
    }

    /** Of the arrest what is known; murder is asked for arrests on court bail alone. */
    public record Arrest(
            @Nullable Instant at,
            ArrestedFor reason,
            @Nullable Instant arrivedAt,
            @Nullable Instant authorisedAt,
            @Nullable String authorisedBy,
            @Nullable Instant surrenderAt,
            @Nullable Instant orderHearingAt,
            boolean murder) {}

    /** What ended something: when, and in words. */
    public record End(Instant at, String evidence) {}

    /**
     * Detention without charge.
     *
     * @param startedAt the relevant time (PACE s.41(2))
     * @param endsAt until when they may be held, extensions included; null where no rule says
     */
    public record Detention(
            Instant startedAt,
            String evidence,
            boolean section46A,
            @Nullable Instant endsAt,
            List<Extension> extensions,
            @Nullable End end) {

        public Detention {
            extensions = List.copyOf(extensions);
        }
    }

    /** A detention that an authority let run on before its end. */
    public record Extension(Instant at, CustodyAuthority by, Instant endsAt) {}

    /**
     * Bail before charge.
     *
     * @param conditions as they stand now
     * @param endsAt when the suspect must answer it, as the notice says
     * @param lawEndsAt when the law ends it, pauses included; null while a prosecutor decides, or where no rule says
     * @param steps the periods that the law gives, in order; the last one runs
     * @param notices the days to which it was given, in order
     */
    public record Bail(
            Instant releasedAt,
            List<String> conditions,
            @Nullable Instant endsAt,
            @Nullable Instant lawEndsAt,
            List<Step> steps,
            List<Notice> notices,
            List<Pause> pauses,
            @Nullable End end) {

        public Bail {
            conditions = List.copyOf(conditions);
            steps = List.copyOf(steps);
            notices = List.copyOf(notices);
            pauses = List.copyOf(pauses);
        }

        /** Whether it waits for a prosecutor's decision and does not run (PACE s.47ZL). */
        public boolean isPaused() {
            return end == null && !pauses.isEmpty() && pauses.getLast().to() == null;
        }

        /** The earlier of what the notice and what the law says. */
        public @Nullable Instant endsFirst() {
            return endsAt == null || lawEndsAt != null && lawEndsAt.isBefore(endsAt) ? lawEndsAt : endsAt;
        }
    }

    /** A period of bail under one authority; givenEnd is the court's day. */
    public record Step(String rule, CustodyAuthority by, Instant at, @Nullable Instant givenEnd) {}

    /** A day to which bail was given, and since when. */
    public record Notice(Instant at, Instant endsAt) {}

    /** A time in which bail did not run; without an end it still does not. */
    public record Pause(Instant from, @Nullable Instant to) {}

    /** The court that they go to, or that dealt with them. */
    public record Court(@Nullable String name, @Nullable Instant hearingAt, @Nullable End end) {}

    /**
     * The warning of the victim before the release (PACE s.47ZZA).
     *
     * @param decidedAt when the release was decided, or null
     * @param releaseAt when it was to be, or was
     * @param released whether it took place
     * @param impossible whether no decision was known before the release
     * @param told when and how it was met, or null
     * @param overReason why nobody needs to be warned any more, or null
     */
    public record VictimWarning(
            @Nullable Instant decidedAt,
            @Nullable Instant releaseAt,
            boolean released,
            boolean impossible,
            @Nullable End told,
            @Nullable String overReason) {

        public static final VictimWarning NONE = new VictimWarning(null, null, false, false, null, null);

        /** Whether somebody still has to tell the victim. */
        public boolean isDue() {
            return (decidedAt != null || released) && told == null && overReason == null;
        }
    }
}
