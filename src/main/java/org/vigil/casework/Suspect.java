package org.vigil.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a suspect of a case.
 *
 * @param place their number in the case
 * @param feedStatus what the feed last said: while it says the same, what was learned since stands
 * @param attempts to arrest them, oldest first
 * @param history every status told of them, the latest last; those that came too late to count included
 */
public record Suspect(
        int place,
        SuspectStatus status,
        Instant since,
        StatusSource source,
        @Nullable String reason,
        @Nullable LocalDate releaseOn,
        @Nullable ReleaseFrom releaseFrom,
        @Nullable SuspectStatus feedStatus,
        @Nullable Instant feedSince,
        List<Attempt> attempts,
        List<Step> history) {

    public Suspect {
        attempts = List.copyOf(attempts);
        history = List.copyOf(history);
    }

    /**
     * An attempt to arrest.
     *
     * @param id 0 while it is not stored
     * @param by who went
     */
    public record Attempt(long id, Instant at, String by, String note, Instant recordedAt, String recordedBy) {}

    /**
     * A status that was told.
     *
     * @param id 0 while it is not stored
     * @param counted whether it became the status
     */
    public record Step(
            long id,
            SuspectStatus status,
            Instant since,
            StatusSource source,
            @Nullable String reason,
            boolean counted,
            Instant recordedAt,
            String recordedBy) {}

    /** Attempts made since they became outstanding. */
    public List<Attempt> attemptsSince() {
        return attempts.stream().filter(attempt -> !attempt.at().isBefore(since)).toList();
    }

    Suspect withoutWords() {
        return new Suspect(place, status, since, source, null, releaseOn, releaseFrom, feedStatus, feedSince,
                attempts.stream()
                        .map(each -> new Attempt(each.id(), each.at(), each.by(), "", each.recordedAt(), each.recordedBy()))
                        .toList(),
                history.stream()
                        .map(each -> new Step(each.id(), each.status(), each.since(), each.source(), null, each.counted(),
                                each.recordedAt(), each.recordedBy()))
                        .toList());
    }

    /** The same with another attempt to arrest them. */
    public Suspect attempted(Attempt another) {
        return new Suspect(place, status, since, source, reason, releaseOn, releaseFrom, feedStatus, feedSince,
                Stream.concat(attempts.stream(), Stream.of(another)).sorted(Comparator.comparing(Attempt::at)).toList(), history);
    }

    /** The same with another release to come. */
    public Suspect releasedOn(@Nullable LocalDate day, @Nullable ReleaseFrom from) {
        return new Suspect(
                place, status, since, source, reason, day, from, feedStatus, feedSince, attempts, history);
    }
}
