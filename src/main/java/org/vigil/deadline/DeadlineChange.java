package org.vigil.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.deadline.rules.Circumstance;
import org.vigil.shared.SubjectRef;

/** Something that happened to a clock. One rule has at most one open deadline per subject. */
public sealed interface DeadlineChange {

    /** The rule's code. */
    String rule();

    SubjectRef subject();

    /**
     * Starts a clock. Opening what is open with the same start and terms, or was met with them, changes nothing; with
     * another start it supersedes the open one.
     *
     * @param title what is to be done, as the alert and the lists show it, at most 160 characters
     * @param startedAt the moment that starts the clock, which may be past
     * @param evidence where the start time comes from
     * @param givenMinutes the length, where the rule leaves it to the case (attendance)
     * @param givenEnd the end, sitting, release or day, where the case sets it
     * @param notLaterThan an earlier limit that overrides the computed time: an order hearing, a time to surrender
     * @param circumstances what else the rule asks about the case
     */
    record Open(
            String rule,
            SubjectRef subject,
            String title,
            @Nullable Long areaId,
            Instant startedAt,
            String evidence,
            @Nullable Integer givenMinutes,
            @Nullable Instant givenEnd,
            @Nullable Instant notLaterThan,
            Set<Circumstance> circumstances)
            implements DeadlineChange {

        public Open {
            circumstances = Set.copyOf(circumstances);
        }

        public Open(
                String rule,
                SubjectRef subject,
                String title,
                @Nullable Long areaId,
                Instant startedAt,
                String evidence,
                @Nullable Integer givenMinutes,
                @Nullable Instant givenEnd,
                @Nullable Instant notLaterThan) {
            this(rule, subject, title, areaId, startedAt, evidence, givenMinutes, givenEnd, notLaterThan, Set.of());
        }

        /** A clock that needs nothing but its start. */
        public static Open of(
                String rule, SubjectRef subject, String title, @Nullable Long areaId, Instant startedAt, String evidence) {
            return new Open(rule, subject, title, areaId, startedAt, evidence, null, null, null);
        }
    }

    /**
     * The thing was done. Done before due: met, marked as recorded late when that is only told after due; otherwise met
     * late. Does nothing where no deadline of the rule is open.
     */
    record Meet(String rule, SubjectRef subject, Instant metAt, String evidence) implements DeadlineChange {}

    /** Withdrawn or not applicable; a breach that happened stays one. */
    record Cancel(String rule, SubjectRef subject, String reason) implements DeadlineChange {}

    /**
     * The start, or what the clock was given, was wrong: the open row is superseded by a new one, and its breach stays.
     * Where neither start nor terms of an open row differ, nothing happens. A row that was met is superseded as well, for
     * what met it was put right; where there is none, the clock opens.
     */
    record Restart(Open fresh, String reason) implements DeadlineChange {
        @Override
        public String rule() {
            return fresh.rule();
        }

        @Override
        public SubjectRef subject() {
            return fresh.subject();
        }
    }

    /**
     * What is to be done again and again is due once more: opens a clock beside the one that was met or cancelled, which
     * stays what it is. Where one is open still, or one was met with the same start and terms, it is as {@link Open}.
     */
    record Renew(Open fresh) implements DeadlineChange {
        @Override
        public String rule() {
            return fresh.rule();
        }

        @Override
        public SubjectRef subject() {
            return fresh.subject();
        }
    }

    /** Stops a clock whose rule allows it; it has no due time until it resumes. */
    record Pause(String rule, SubjectRef subject, Instant at, String reason) implements DeadlineChange {}

    /**
     * Lets a paused clock run on.
     *
     * @param leastDaysLeft days, the day of resuming included, that the clock has left at least, or 0
     */
    record Resume(String rule, SubjectRef subject, Instant at, int leastDaysLeft) implements DeadlineChange {}

    /** Days in hospital: they don't count where the person is an in-patient on the clock's last day (PACE s.47ZM). */
    record LeaveOutDays(String rule, SubjectRef subject, LocalDate from, LocalDate to, String reason)
            implements DeadlineChange {}
}
