package org.vigil.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What counts about a call for its clocks: the feed's word, with what people put right laid over it.
 *
 * @param arrivedAt the first officers at the scene
 * @param arrivalByHand whether a person entered the arrival
 * @param domesticAbuse the flag that counts
 * @param flagByHand the evidence of the person who set the flag, or null where it is the feed's
 * @param steps the grading history, in order
 * @param crimeByHand the crime or the no-crime decision that a person entered
 * @param knownAt when the console learnt all this: an arrival later than that is in the future
 */
public record CallFacts(
        Instant receivedAt,
        @Nullable Instant createdAt,
        @Nullable Instant gradedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant arrivedAt,
        boolean arrivalByHand,
        @Nullable Instant closedAt,
        @Nullable String grade,
        @Nullable String firstGrade,
        boolean domesticAbuse,
        @Nullable String flagByHand,
        List<GradeStep> steps,
        @Nullable Disposal disposal,
        @Nullable Locality locality,
        List<Crime> crimes,
        @Nullable Crime crimeByHand,
        Instant changedAt,
        Instant knownAt) {

    /** The facts of a call, each corrected field taken from the last person who corrected it. */
    public static CallFacts of(Call call) {
        var times = call.times();
        var grading = call.grading();
        var flag = call.correction(CorrectedField.DOMESTIC_ABUSE);
        var arrival = call.correction(CorrectedField.ARRIVED_AT);
        return new CallFacts(
                times.receivedAt(),
                times.createdAt(),
                times.gradedAt(),
                times.dispatchedAt(),
                arrival.map(Correction::time).orElse(times.arrivedAt()),
                arrival.isPresent(),
                times.closedAt(),
                grading.grade(),
                grading.firstGrade(),
                flag.map(Correction::flag).orElse(grading.domesticAbuse()),
                flag.map(Correction::evidence).orElse(null),
                grading.steps(),
                call.details().disposal(),
                call.place().locality(),
                call.crimes(),
                crimeByHand(call),
                call.changedAt(),
                call.takenInAt());
    }

    private static @Nullable Crime crimeByHand(Call call) {
        var recorded = call.correction(CorrectedField.CRIME_RECORDED_AT);
        if (recorded.isPresent()) {
            return new Crime(recorded.get().text(), recorded.get().time(), null);
        }
        return call.correction(CorrectedField.NO_CRIME)
                .map(decision -> new Crime(null, decision.time(), decision.text()))
                .orElse(null);
    }
}
