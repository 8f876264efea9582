package org.vigil.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call as the console holds it: what the feed said last, and beside it what people put right.
 *
 * @param id 0 before it is stored
 * @param changedAt how far the feed's own changes are known
 * @param takenInAt when the console last took in a message about it
 * @param contentHash of the message that it was last made from
 * @param corrections oldest first
 */
public record Call(
        long id,
        int version,
        String source,
        String reference,
        Instant changedAt,
        Instant takenInAt,
        String contentHash,
        CallTimes times,
        Grading grading,
        Place place,
        CallDetails details,
        List<Party> parties,
        List<String> units,
        List<Arrest> arrests,
        List<KnownCrime> crimes,
        List<Correction> corrections) {

    public Call {
        parties = List.copyOf(parties);
        units = List.copyOf(units);
        arrests = List.copyOf(arrests);
        crimes = List.copyOf(crimes);
        corrections = List.copyOf(corrections);
    }

    /** The correction in force of a field: the last one. */
    public Optional<Correction> correction(CorrectedField field) {
        return corrections.stream()
                .filter(correction -> correction.field() == field)
                .reduce((earlier, later) -> later);
    }

    Call withId(long key) {
        return new Call(key, version, source, reference, changedAt, takenInAt, contentHash, times, grading, place,
                details, parties, units, arrests, crimes, corrections);
    }

    /** The same call without where it is but the area. */
    Call withoutPlace() {
        return new Call(id, version, source, reference, changedAt, takenInAt, contentHash, times, grading,
                new Place(null, null, false, place.locality(), place.areaId()), details, parties, units, arrests, crimes,
                corrections);
    }

    /** The same call with other parties, as many or none; an arrest keeps its party only where there is one. */
    public Call naming(List<Party> shown) {
        return new Call(id, version, source, reference, changedAt, takenInAt, contentHash, times, grading, place, details,
                shown, units,
                arrests.stream()
                        .map(arrest -> shown.isEmpty() ? new Arrest(null, arrest.at(), arrest.reasonForNone()) : arrest)
                        .toList(),
                crimes, corrections);
    }

    /** The same call without what anybody wrote about it; that a reason was given still shows. */
    Call withoutWords() {
        return new Call(id, version, source, reference, changedAt, takenInAt, contentHash, times, grading.withoutWords(),
                place, details.withoutDescription(), parties, units,
                arrests.stream()
                        .map(arrest -> new Arrest(arrest.party(), arrest.at(), held(arrest.reasonForNone())))
                        .toList(),
                crimes.stream()
                        .map(crime -> new KnownCrime(
                                crime.reference(), crime.recordedAt(), held(crime.noCrimeReason()), crime.heardAt()))
                        .toList(),
                corrections.stream().map(Correction::withoutWords).toList());
    }

    /** Says that there are words, and not which. */
    static @Nullable String held(@Nullable String words) {
        return words == null ? null : "held back";
    }

    /** The same call with one more correction. */
    public Call corrected(Correction correction) {
        var all = new ArrayList<>(corrections);
        all.add(correction);
        return new Call(id, version, source, reference, changedAt, takenInAt, contentHash, times, grading, place,
                details, parties, units, arrests, crimes, all);
    }
}
