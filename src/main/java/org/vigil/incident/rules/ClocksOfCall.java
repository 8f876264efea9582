package org.vigil.incident.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.deadline.DeadlineChange;
import org.vigil.incident.CallFacts;
import org.vigil.incident.Disposal;
import org.vigil.incident.Grading;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.Texts;
import org.vigil.shared.UkTime;

/**
 * Which clocks a call has, and what a change of its facts does to them. Sources: DEADLINES.md, CALL_ATTENDANCE and
 * CRIME_RECORDING; DOMAIN.md section 2.
 */
public final class ClocksOfCall {

    public static final String ATTENDANCE = "CALL_ATTENDANCE";
    public static final String CRIME = "CRIME_RECORDING";
    public static final List<String> RULES = List.of(ATTENDANCE, CRIME);

    private static final int LONGEST = 255;

    private ClocksOfCall() {}

    /** How a clock stands by the facts alone. */
    sealed interface Standing {

        /** There is none; the reason says why one that ran has ended. */
        record None(String reason) implements Standing {}

        record Running(Terms terms) implements Standing {}

        record Met(Terms terms, Instant at, String evidence) implements Standing {}
    }

    /** What a clock was started with. */
    record Terms(String title, Instant startedAt, String evidence, @Nullable Integer minutes) {}

    /**
     * The changes of both clocks, in the order in which they must be applied; empty where nothing about them changed.
     *
     * @param before null for a call that is new
     * @param moved whether the area is another than before: a clock that runs goes with its call
     */
    public static List<DeadlineChange> changes(
            @Nullable CallFacts before,
            CallFacts after,
            GradePolicy policy,
            SubjectRef call,
            @Nullable Long areaId,
            boolean moved) {
        var none = new Standing.None("");
        var changes = new ArrayList<DeadlineChange>();
        var attendanceBefore = before == null ? none : attendance(before, policy);
        var crimeBefore = before == null ? none : crime(before);
        var clock = new Clock(call, areaId, moved);
        clock.move(ATTENDANCE, attendanceBefore, attendance(after, policy), whyRestarted(before, after), changes);
        clock.move(CRIME, crimeBefore, crime(after), "The time of the report was put right.", changes);
        return changes;
    }

    /** Why nobody is awaited any more though nobody came, or null. */
    static @Nullable String endedWithoutAttendance(CallFacts facts) {
        return switch (facts.disposal()) {
            case CANCELLED -> "Call cancelled.";
            case RESOLVED_WITHOUT_DEPLOYMENT -> "Call resolved without deployment.";
            case ATTENDED, APPOINTMENT -> null;
            case null -> null;
        };
    }

    /** Whether officers were there, or the call is over, and nobody said when they came: the clock waits for the time. */
    static boolean lacksArrival(CallFacts facts) {
        return facts.arrivedAt() == null
                && endedWithoutAttendance(facts) == null
                && (facts.disposal() == Disposal.ATTENDED || facts.closedAt() != null);
    }

    static Standing attendance(CallFacts facts, GradePolicy policy) {
        if (!GradeChanges.isWatched(facts)) {
            return notWatched(facts);
        }
        var grade = AttendanceTimes.gradeThatCounts(facts);
        var target = AttendanceTarget.of(facts, policy, grade);
        if (target.isEmpty()) {
            return new Standing.None(Grading.words(grade) + " has no attendance target.");
        }
        var title = "Attend: " + Grading.words(grade) + ", " + target.get().minutes() + " min";
        var terms = new Terms(title, target.get().startedAt(), target.get().evidence(), target.get().minutes());
        var arrived = ImpossibleTimes.credibleArrival(facts);
        if (arrived != null) {
            var source = facts.arrivalByHand() ? " (entered by hand)" : "";
            return new Standing.Met(terms, arrived, "At scene " + UkTime.momentWithSeconds(arrived) + source);
        }
        var ended = endedWithoutAttendance(facts);
        return ended == null ? new Standing.Running(terms) : new Standing.None(ended);
    }

    static Standing crime(CallFacts facts) {
        if (!GradeChanges.isWatched(facts)) {
            return notWatched(facts);
        }
        var terms = new Terms("Record the crime, or the decision that there was none", facts.receivedAt(),
                "from received", null);
        return CrimeRecording.of(facts)
                .<Standing>map(recorded -> new Standing.Met(terms, recorded.at(), recorded.evidence()))
                .orElse(new Standing.Running(terms));
    }

    private static Standing notWatched(CallFacts facts) {
        return new Standing.None(GradeChanges.flagRemoved(facts)
                .map(GradeChanges.FlagRemoved::sentence)
                .orElse("Not flagged as domestic abuse."));
    }

    private static String whyRestarted(@Nullable CallFacts before, CallFacts after) {
        if (before != null && before.grade() != null && !before.grade().equals(after.grade())) {
            return "Regraded from " + Grading.words(before.grade()) + " to " + Grading.words(after.grade())
                    + ".";
        }
        return "A time that the clock is counted from was put right.";
    }

    /** Writes down one clock's changes. */
    private record Clock(SubjectRef call, @Nullable Long areaId, boolean moved) {

        void move(String rule, Standing before, Standing after, String why, List<DeadlineChange> changes) {
            if (before.equals(after) && !(moved && after instanceof Standing.Running)) {
                return;
            }
            switch (after) {
                case Standing.None none -> {
                    if (before instanceof Standing.Running) {
                        changes.add(new DeadlineChange.Cancel(rule, call, Texts.cut(none.reason(), LONGEST)));
                    }
                }
                case Standing.Running running -> start(rule, before, running.terms(), why, changes);
                case Standing.Met met -> {
                    start(rule, before, met.terms(), why, changes);
                    changes.add(new DeadlineChange.Meet(rule, call, met.at(), Texts.cut(met.evidence(), LONGEST)));
                }
            }
        }

        private void start(String rule, Standing before, Terms terms, String why, List<DeadlineChange> changes) {
            var open = new DeadlineChange.Open(
                    rule, call, terms.title(), areaId, terms.startedAt(), terms.evidence(), terms.minutes(), null, null);
            switch (before) {
                case Standing.None none -> changes.add(open);
                case Standing.Running running -> {
                    if (!running.terms().equals(terms)) {
                        changes.add(new DeadlineChange.Restart(open, why));
                    } else if (moved) {
                        changes.add(open);
                    }
                }
                case Standing.Met met -> changes.add(new DeadlineChange.Restart(open, "What met it was put right: " + why));
            }
        }
    }
}
