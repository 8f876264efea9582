package org.vigil.incident.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigil.incident.CallFacts;
import org.vigil.incident.KnownCrime;
import org.vigil.shared.UkTime;

/**
 * When the crime was recorded, or the decision that there was none: within 24 hours of the report. Source: Home Office
 * counting rules; DEADLINES.md, CRIME_RECORDING.
 */
public final class CrimeRecording {

    private CrimeRecording() {}

    /**
     * What met the duty to record.
     *
     * @param noCrime whether it is the decision that there was no crime
     * @param evidence for the clock
     */
    public record Recorded(Instant at, boolean noCrime, String evidence) {}

    /** The earliest crime or reasoned no-crime decision; a decision without a reason counts for nothing. */
    public static Optional<Recorded> of(CallFacts facts) {
        var byHand = Stream.ofNullable(facts.crimeByHand()).flatMap(crime -> recorded(crime, facts, " (entered by hand)"));
        return Stream.concat(facts.crimes().stream().flatMap(crime -> recorded(crime, facts, "")), byHand)
                .min(Comparator.comparing(Recorded::at));
    }

    private static Stream<Recorded> recorded(KnownCrime crime, CallFacts facts, String source) {
        var noCrime = crime.noCrimeReason() != null;
        if (!noCrime && crime.reference() == null && crime.recordedAt() == null) {
            return Stream.empty();
        }
        var given = crime.recordedAt();
        // Without a time of its own it was recorded, at the latest, when it was first heard of.
        var heard = crime.heardAt() != null ? crime.heardAt() : facts.changedAt();
        var at = given != null ? given : heard;
        // A call about a crime that was on record before it came in was recorded at once.
        var counted = at.isBefore(facts.receivedAt()) ? facts.receivedAt() : at;
        var what = noCrime
                ? "No crime: " + crime.noCrimeReason()
                : "Crime " + (crime.reference() == null ? "" : crime.reference() + " ") + "recorded";
        var when = given == null ? ", not later than " : ", ";
        return Stream.of(new Recorded(counted, noCrime, what + when + UkTime.moment(at) + source));
    }
}
