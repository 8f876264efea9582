package org.vigil.incident.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.vigil.incident.CallFacts;
import org.vigil.incident.Disposal;
import org.vigil.incident.Grading;
import org.vigil.shared.UkTime;

/** The first question about a call, answered in words: is it graded right, and who is late. */
public final class CallAnswer {

    private CallAnswer() {}

    /**
     * The answer in three sentences.
     *
     * @param grade how it is graded, and how it first was
     * @param attendance whether officers are late, against the grade that counts
     * @param first the same against the grade first given; empty where that is the same
     * @param crime what was recorded, or that nothing was yet
     */
    public record Sentences(String grade, String attendance, String first, String crime) {}

    public static Sentences of(CallFacts facts, GradePolicy policy, AttendanceTimes times, Instant now) {
        return new Sentences(
                grade(facts, policy),
                attendance(facts, times.inForce(), now),
                times.first().equals(times.inForce()) ? "" : first(times.first(), now),
                crime(facts));
    }

    private static String grade(CallFacts facts, GradePolicy policy) {
        var grade = Grading.words(facts.grade());
        var removed = GradeChanges.flagRemoved(facts)
                .map(flag -> flag.sentence() + " ")
                .orElse("");
        var lowered = GradeChanges.lowered(facts, policy);
        if (!lowered.isEmpty()) {
            var last = lowered.getLast();
            return removed + "Graded " + grade + ". " + last.sentence();
        }
        if (facts.firstGrade() != null && !facts.firstGrade().equals(facts.grade())) {
            return removed + "Graded " + grade + ", first " + Grading.words(facts.firstGrade()) + ".";
        }
        return removed + (facts.grade() == null ? "Not graded." : "Graded " + grade + " from the start.");
    }

    private static String attendance(CallFacts facts, AttendanceTimes.Measure measure, Instant now) {
        var target = measure.target();
        return switch (measure.outcome()) {
            case NO_TARGET -> facts.arrivedAt() == null
                    ? Grading.words(measure.grade()) + " has no attendance target."
                    : "Officers arrived " + UkTime.moment(facts.arrivedAt()) + "; there is no target to measure by.";
            case NOT_ATTENDED -> Objects.requireNonNull(ClocksOfCall.endedWithoutAttendance(facts))
                    .replace("Call ", "Nobody attended: the call was ");
            case ARRIVAL_NOT_GIVEN -> (facts.disposal() == Disposal.ATTENDED ? "Attended" : "Closed")
                    + "; the arrival time was not given: enter it.";
            case DATA_ERROR -> "The arrival can't be true: "
                    // One reason is enough here; the call's own story tells them all.
                    + ImpossibleTimes.of(facts).getFirst()
                    + ". It counts as not arrived until it is put right.";
            case WAITING -> "Nobody is at the scene yet: "
                    + UkTime.span(Duration.between(now, Objects.requireNonNull(target).dueAt())) + " left of "
                    + target.minutes() + " min.";
            case OVERDUE -> "Late: nobody is at the scene, "
                    + UkTime.span(Duration.between(Objects.requireNonNull(target).dueAt(), now)) + " past the "
                    + target.minutes() + " min target.";
            case IN_TIME -> "Officers were in time: " + taken(measure) + " of " + Objects.requireNonNull(target).minutes()
                    + " min.";
            case LATE -> "Officers were late: " + taken(measure) + " against a target of "
                    + Objects.requireNonNull(target).minutes() + " min.";
        };
    }

    private static String first(AttendanceTimes.Measure measure, Instant now) {
        var grade = "Against " + Grading.words(measure.grade()) + ", the grade first given: ";
        var target = measure.target();
        if (target == null) {
            return grade + "no target.";
        }
        return grade + switch (measure.outcome()) {
            case IN_TIME -> "in time, " + taken(measure) + " of " + target.minutes() + " min.";
            case LATE -> "late, " + taken(measure) + " against " + target.minutes() + " min.";
            case WAITING -> UkTime.span(Duration.between(now, target.dueAt())) + " left.";
            case OVERDUE -> "late by " + UkTime.span(Duration.between(target.dueAt(), now)) + " so far.";
            case DATA_ERROR, ARRIVAL_NOT_GIVEN -> "can't be told.";
            case NOT_ATTENDED -> "nobody attended.";
            case NO_TARGET -> "no target.";
        };
    }

    private static String taken(AttendanceTimes.Measure measure) {
        return UkTime.span(Objects.requireNonNull(measure.taken()));
    }

    private static String crime(CallFacts facts) {
        return CrimeRecording.of(facts)
                .map(recorded -> recorded.evidence() + ".")
                .orElse("No crime is recorded, and no decision that there was none.");
    }
}
