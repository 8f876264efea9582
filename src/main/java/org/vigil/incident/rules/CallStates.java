package org.vigil.incident.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.CallFacts;
import org.vigil.incident.CallState;

/** Draws from a call's facts what lists are sorted and filtered by. */
public final class CallStates {

    private static final int NEARLY_LATE_PERCENT = 75;

    private CallStates() {}

    public static CallState of(CallFacts facts, GradePolicy policy) {
        var grade = AttendanceTimes.gradeThatCounts(facts);
        var target = AttendanceTarget.of(facts, policy, grade).orElse(null);
        var arrived = ImpossibleTimes.credibleArrival(facts);
        var awaited = target != null
                && arrived == null
                && ClocksOfCall.endedWithoutAttendance(facts) == null
                && GradeChanges.isWatched(facts);
        return new CallState(
                facts.domesticAbuse(),
                GradeChanges.flagRemoved(facts).isPresent(),
                !GradeChanges.lowered(facts, policy).isEmpty(),
                !ImpossibleTimes.of(facts).isEmpty(),
                grade,
                target == null ? null : target.dueAt(),
                target == null ? null : warnAt(target),
                firstDue(facts, policy),
                arrived,
                awaited ? target.dueAt() : null,
                CrimeRecording.of(facts).map(CrimeRecording.Recorded::at).orElse(null));
    }

    private static @Nullable Instant firstDue(CallFacts facts, GradePolicy policy) {
        return AttendanceTarget.ofFirst(facts, policy).map(AttendanceTarget::dueAt).orElse(null);
    }

    private static Instant warnAt(AttendanceTarget target) {
        var seconds = Duration.ofMinutes(target.minutes()).toSeconds() * NEARLY_LATE_PERCENT / 100;
        return target.startedAt().plusSeconds(seconds);
    }
}
