package org.vigil.deadline.rules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.SubjectRef;

/**
 * One clock, running or ended. What may become of it is decided here, from recorded times alone.
 *
 * @param id 0 until it is stored
 * @param ruleId the version of the rule that it runs under
 * @param calendarId the edition of the bank holidays that its due time rests on
 * @param supersedesId the deadline whose start or terms this one corrected
 */
public record Deadline(
        long id,
        long ruleId,
        String rule,
        SubjectRef subject,
        String title,
        @Nullable Long areaId,
        ClockStart start,
        Standing standing,
        Timing timing,
        @Nullable Closing closing,
        Instant openedAt,
        @Nullable Long calendarId,
        @Nullable Long supersedesId,
        int version) {

    /** Names the problem that this deadline's one alert is about. */
    public static String alertKey(String rule, SubjectRef subject) {
        return rule + ":" + subject.type() + ":" + subject.id();
    }

    public String alertKey() {
        return alertKey(rule, subject);
    }

    public boolean isStored() {
        return id != 0;
    }

    /** Whether it was, or is at {@code now}, not done when it was due. Never true of what rests on an assumption. */
    public boolean isBreachedAt(Instant now) {
        var due = timing.dueAt();
        if (due == null || !timing.breachable()) {
            return false;
        }
        return !lastInstantThatCounts(now).isBefore(due);
    }

    private Instant lastInstantThatCounts(Instant now) {
        if (closing == null) {
            return now;
        }
        return closing.metAt() == null ? closing.closedAt() : closing.metAt();
    }

    /** Done: met by anything before the due time, met late from it on. */
    public Deadline met(Instant metAt, String evidence, Instant now, String by) {
        var due = timing.dueAt();
        var counts = due != null && timing.breachable();
        var late = counts && !metAt.isBefore(due);
        var recordedLate = counts && !late && !now.isBefore(due);
        return ended(late ? Standing.MET_LATE : Standing.MET, new Closing(now, metAt, evidence, recordedLate, null, by));
    }

    public Deadline cancelled(String reason, Instant now, String by) {
        return ended(Standing.CANCELLED, new Closing(now, null, null, false, reason, by));
    }

    /** Replaced by another row; what was met or breached stays on this one. */
    public Deadline superseded(String reason, Instant now, String by) {
        return ended(
                Standing.SUPERSEDED,
                closing == null
                        ? new Closing(now, null, null, false, reason, by)
                        : new Closing(
                                closing.closedAt(),
                                closing.metAt(),
                                closing.evidence(),
                                closing.recordedLate(),
                                reason,
                                by));
    }

    /** Stopped: the time that has run is put on record, and there is no due time until it runs on. */
    public Deadline paused(Instant at) {
        var since = timing.runningSince();
        var run = since == null ? 0 : Math.max(0, ChronoUnit.MICROS.between(since, at));
        return with(Standing.PAUSED, timing.stopped(timing.consumedMicros() + run));
    }

    public Deadline with(Standing newStanding, Timing newTiming) {
        return new Deadline(
                id, ruleId, rule, subject, title, areaId, start, newStanding, newTiming, closing, openedAt, calendarId,
                supersedesId, version);
    }

    /** A row of its own for the same clock, not stored yet, which takes this one's place. */
    public Deadline anew(Timing newTiming, Instant now) {
        return new Deadline(
                0, ruleId, rule, subject, title, areaId, start, Standing.RUNNING, newTiming, null, now, calendarId, id, 0);
    }

    /** The same clock under the words and the area that its subject has now. */
    public Deadline relabelled(SubjectRef newSubject, String newTitle, @Nullable Long newArea) {
        return new Deadline(
                id, ruleId, rule, newSubject, newTitle, newArea, start, standing, timing, closing, openedAt, calendarId,
                supersedesId, version);
    }

    private Deadline ended(Standing newStanding, Closing how) {
        return new Deadline(
                id, ruleId, rule, subject, title, areaId, start, newStanding, timing.quiet(), how, openedAt, calendarId,
                supersedesId, version);
    }
}
