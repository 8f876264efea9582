package org.vigil.incident.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.CallFacts;

/**
 * How long officers took, against the grade that was in force when they arrived and, apart from that, against the
 * grade first given: a call lowered on the way shows both. Source: DOMAIN.md section 2, met and breach.
 *
 * @param inForce against the grade in force at arrival or, before it, the grade in force now
 * @param first against the grade first given
 */
public record AttendanceTimes(Measure inForce, Measure first) {

    /** How a call stands against one grade. */
    public enum Outcome {
        IN_TIME,
        LATE,
        WAITING,
        OVERDUE,
        NO_TARGET,
        NOT_ATTENDED,
        ARRIVAL_NOT_GIVEN,
        DATA_ERROR
    }

    /**
     * One measurement.
     *
     * @param taken from the start of the clock to the arrival, or until now while officers are awaited
     */
    public record Measure(
            @Nullable String grade, @Nullable AttendanceTarget target, Outcome outcome, @Nullable Duration taken) {}

    /** Both measurements of a call at an instant. */
    public static AttendanceTimes of(CallFacts facts, GradePolicy policy, Instant now) {
        var grade = gradeThatCounts(facts);
        return new AttendanceTimes(
                measure(facts, grade, AttendanceTarget.of(facts, policy, grade).orElse(null), now),
                measure(facts, facts.firstGrade(), AttendanceTarget.ofFirst(facts, policy).orElse(null), now));
    }

    /** The grade in force when officers arrived or, while they have not, the grade in force. */
    public static @Nullable String gradeThatCounts(CallFacts facts) {
        var arrived = ImpossibleTimes.credibleArrival(facts);
        if (arrived == null) {
            return facts.grade();
        }
        String grade = null;
        for (var step : facts.steps()) {
            if (step.grade() != null && (grade == null || !step.at().isAfter(arrived))) {
                grade = step.grade();
            }
        }
        return grade == null ? facts.grade() : grade;
    }

    private static Measure measure(
            CallFacts facts, @Nullable String grade, @Nullable AttendanceTarget target, Instant now) {
        if (!ImpossibleTimes.of(facts).isEmpty()) {
            return new Measure(grade, target, Outcome.DATA_ERROR, null);
        }
        var arrived = facts.arrivedAt();
        if (target == null) {
            return new Measure(grade, null, Outcome.NO_TARGET, null);
        }
        if (arrived == null && ClocksOfCall.endedWithoutAttendance(facts) != null) {
            return new Measure(grade, target, Outcome.NOT_ATTENDED, null);
        }
        if (ClocksOfCall.lacksArrival(facts)) {
            return new Measure(grade, target, Outcome.ARRIVAL_NOT_GIVEN, null);
        }
        if (arrived == null) {
            var waited = Duration.between(target.startedAt(), now);
            return new Measure(grade, target, now.isBefore(target.dueAt()) ? Outcome.WAITING : Outcome.OVERDUE, waited);
        }
        // Officers who were there before the clock of their grade began were there in time.
        var taken = arrived.isBefore(target.startedAt()) ? Duration.ZERO : Duration.between(target.startedAt(), arrived);
        return new Measure(grade, target, arrived.isBefore(target.dueAt()) ? Outcome.IN_TIME : Outcome.LATE, taken);
    }
}
