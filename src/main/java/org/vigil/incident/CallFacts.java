package org.vigil.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What counts about a call for its clocks: the feed's word, with what people put right laid over it.
 *
 * @param arrivedAt the first officers at the scene
 * @param arrivalByHand whether a person entered the arrival
 * @param domesticAbuse the flag that counts
 * @param flagByHand the step by which a person set the flag or took it off, or null where it is the feed's
 * @param steps the grading history, in order, what people did to the flag among it
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
        @Nullable GradeStep flagByHand,
        List<GradeStep> steps,
        @Nullable Disposal disposal,
        @Nullable Locality locality,
        List<KnownCrime> crimes,
        @Nullable KnownCrime crimeByHand,
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
                flag.map(CallFacts::step).orElse(null),
                steps(call),
                call.details().disposal(),
                call.place().locality(),
                call.crimes(),
                crimeByHand(call),
                call.changedAt(),
                call.takenInAt());
    }

    private static List<GradeStep> steps(Call call) {
        if (call.corrections().isEmpty()) {
            return call.grading().steps();
        }
        return Stream.concat(
                        call.grading().steps().stream(),
                        call.corrections().stream()
                                .filter(correction -> correction.field() == CorrectedField.DOMESTIC_ABUSE)
                                .map(CallFacts::step))
                .sorted(Comparator.comparing(GradeStep::at))
                .toList();
    }

    private static GradeStep step(Correction flag) {
        return new GradeStep(null, flag.flag(), flag.correctedAt(), flag.name(), flag.evidence(), null);
    }

    private static @Nullable KnownCrime crimeByHand(Call call) {
        var recorded = call.correction(CorrectedField.CRIME_RECORDED_AT);
        if (recorded.isPresent()) {
            var crime = recorded.get();
            return new KnownCrime(crime.text(), crime.time(), null, crime.correctedAt());
        }
        return call.correction(CorrectedField.NO_CRIME)
                .map(decision -> new KnownCrime(null, decision.time(), decision.text(), decision.correctedAt()))
                .orElse(null);
    }
}
