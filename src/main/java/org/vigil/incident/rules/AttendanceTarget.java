package org.vigil.incident.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.CallFacts;
import org.vigil.incident.ClockStart;
import org.vigil.incident.GradeStep;

/**
 * By when officers should be at the scene under one grade. Source: force grade policy; DOMAIN.md section 2.
 *
 * @param starts the time that the policy counts from
 * @param startedAt the time that it was counted from, which differs where the feed did not give the policy's own
 * @param evidence how the start was found, for the screen
 */
public record AttendanceTarget(String grade, int minutes, ClockStart starts, Instant startedAt, String evidence) {

    public Instant dueAt() {
        return startedAt.plus(Duration.ofMinutes(minutes));
    }

    /** The target of a call under the grade that counts, or nothing where the grade has none. */
    public static Optional<AttendanceTarget> of(CallFacts facts, GradePolicy policy, @Nullable String name) {
        return of(facts, policy, name, false);
    }

    /** The target under the grade first given, counted from when it was first given. */
    public static Optional<AttendanceTarget> ofFirst(CallFacts facts, GradePolicy policy) {
        return of(facts, policy, facts.firstGrade(), true);
    }

    private static Optional<AttendanceTarget> of(
            CallFacts facts, GradePolicy policy, @Nullable String name, boolean first) {
        var grade = policy.grade(name);
        if (grade.isEmpty()) {
            return Optional.empty();
        }
        var minutes = grade.get().minutes(facts.locality());
        if (minutes.isEmpty()) {
            return Optional.empty();
        }
        var start = start(facts, grade.get(), first);
        var evidence = start.evidence() + locality(facts, grade.get());
        return Optional.of(new AttendanceTarget(
                grade.get().name(), minutes.getAsInt(), grade.get().clockStarts(), start.at(), evidence));
    }

    private static String locality(CallFacts facts, GradePolicy.Grade grade) {
        var same = grade.urbanMinutes() != null && grade.urbanMinutes().equals(grade.ruralMinutes());
        return facts.locality() != null || same ? "" : "; urban or rural not given, so the shorter target";
    }

    private static Start start(CallFacts facts, GradePolicy.Grade grade, boolean first) {
        var wanted = grade.clockStarts();
        var given = switch (wanted) {
            case RECEIVED -> facts.receivedAt();
            case CREATED -> facts.createdAt();
            case GRADED -> gradedAt(facts, grade.name(), first);
            case DISPATCHED -> facts.dispatchedAt();
        };
        if (given != null) {
            return new Start(given, "from " + wanted.label());
        }
        // A call whose start is not known runs from the earliest time that is, so that it is not forgotten.
        if (wanted == ClockStart.GRADED && facts.createdAt() != null) {
            return new Start(facts.createdAt(), "from created: the time of grading was not given");
        }
        var missing = wanted == ClockStart.DISPATCHED ? "not dispatched yet" : "the time it was " + wanted.label()
                + " was not given";
        return new Start(facts.receivedAt(), "from received: " + missing);
    }

    /**
     * When the call was moved to this grade: for the grade first given the first time, else the last time that officers
     * could act on it. A move after they arrived starts nothing. The feed's own graded time where the history is silent.
     */
    private static @Nullable Instant gradedAt(CallFacts facts, String grade, boolean first) {
        var arrived = ImpossibleTimes.credibleArrival(facts);
        Instant found = null;
        String current = null;
        for (GradeStep step : facts.steps()) {
            if (step.grade() != null) {
                var moved = step.grade().equals(grade) && !step.grade().equals(current);
                var counts = !first && (arrived == null || !step.at().isAfter(arrived));
                if (moved && (found == null || counts)) {
                    found = step.at();
                }
                current = step.grade();
            }
        }
        if (found != null) {
            return found;
        }
        return grade.equals(facts.grade()) || facts.steps().isEmpty() ? facts.gradedAt() : null;
    }

    private record Start(Instant at, String evidence) {}
}
