package org.vigil.casework.rules;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.StatusSource;
import org.vigil.casework.Suspect;
import org.vigil.casework.SuspectStatus;

/**
 * What a status that is told does to a suspect: the one that began last stands, whoever told it and in whatever order; what
 * comes too late is kept as history, and what comes twice does nothing.
 */
public final class SuspectStatuses {

    private SuspectStatuses() {}

    /**
     * A status that somebody told.
     *
     * @param since when it began
     * @param recordedBy who told it
     */
    public record Told(
            SuspectStatus status,
            Instant since,
            StatusSource source,
            @Nullable String reason,
            Instant recordedAt,
            String recordedBy) {

        Suspect.Step step(boolean counted) {
            return new Suspect.Step(0, status, since, source, reason, counted, recordedAt, recordedBy);
        }
    }

    /** Somebody who is new to the case. */
    public static Suspect fresh(int place, Told told) {
        return new Suspect(place, told.status(), told.since(), told.source(), told.reason(), null, null, null, null,
                List.of(), List.of(told.step(true)));
    }

    /** The suspect after a status was told; the same where that tells nothing new. */
    public static Suspect told(Suspect held, Told told) {
        var known = held.history().stream()
                .anyMatch(step -> step.status() == told.status() && step.since().equals(told.since()));
        if (known) {
            return held;
        }
        if (told.since().isBefore(held.since()) && !(told.status() == held.status() && told.source() == held.source())) {
            return with(held, held.status(), held.since(), held.source(), held.reason(), told.step(false));
        }
        return with(held, told.status(), told.since(), told.source(), told.reason(), told.step(true));
    }

    private static Suspect with(
            Suspect held,
            SuspectStatus status,
            Instant since,
            StatusSource source,
            @Nullable String reason,
            Suspect.Step step) {
        return new Suspect(held.place(), status, since, source, reason, held.releaseOn(), held.releaseFrom(),
                held.feedStatus(), held.feedSince(), held.attempts(),
                Stream.concat(held.history().stream(), Stream.of(step)).toList());
    }
}
