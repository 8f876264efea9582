package org.vigil.audit.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.UkTime;

/**
 * Follows one stream from its origin, entry by entry, and says which is the first that does not fit. It remembers
 * nothing of an entry but its hash and time.
 */
public final class StreamWalk {

    /**
     * How far time may run backwards within a stream. An entry takes the database's own time while it holds the
     * stream's head, so it never should; but a database's clock may be stepped, or a replica of a slightly different
     * clock take over, and more than a second between clocks makes a node stand by.
     */
    public static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final NavigableMap<Long, Anchored> anchors;
    private final Instant now;
    private EntryPlace place;
    private String hash;
    private Instant latest = Instant.MIN;
    private @Nullable Misfit suspected;

    /**
     * @param origin what the first entry is chained to
     * @param anchors by position, from outside the database
     * @param now UTC, the database's own time at the start of the verification
     */
    public StreamWalk(int stream, String origin, NavigableMap<Long, Anchored> anchors, Instant now) {
        place = new EntryPlace(stream, 0);
        hash = origin;
        this.anchors = anchors;
        this.now = now;
        pass(anchors.get(0L));
    }

    /** Takes the next entry that the database holds, in the order of keys. */
    public Optional<Misfit> next(StoredEntry stored) {
        var expected = place.next();
        if (suspected != null) {
            return Optional.of(stored.previousHash().equals(hash) ? suspected : new Misfit(place, REHASHED));
        }
        if (stored.id() != expected.id()) {
            return misfit(expected, "it is missing; the stream goes on at position "
                    + EntryPlace.of(stored.id()).position());
        }
        if (!stored.entry().place().equals(expected)) {
            return misfit(expected, "its key is not that of its stream and position");
        }
        if (!stored.fitsItself()) {
            return misfit(expected, "its text does not give its hash, so it was changed");
        }
        if (!stored.previousHash().equals(hash)) {
            if (place.position() == 0) {
                return misfit(expected, "it is not chained to the stream's origin");
            }
            // Either the one before was changed and given a new hash, or this one was: what follows tells.
            suspected = new Misfit(place, REHASHED);
        }
        return timeProblem(expected, stored.entry().at()).or(() -> {
            place = expected;
            hash = stored.hash();
            latest = stored.entry().at().isAfter(latest) ? stored.entry().at() : latest;
            return suspected == null ? anchorProblem(stored) : Optional.empty();
        });
    }

    /** Compares the end with the stream's head, as it stood when the verification began. */
    public Optional<Misfit> end(long headPosition, String headHash) {
        if (suspected != null) {
            return Optional.of(headHash.equals(hash) ? suspected : new Misfit(place, REHASHED));
        }
        if (place.position() < headPosition) {
            return misfit(place.next(), "it is missing; the stream's head stands at position " + headPosition);
        }
        if (!headHash.equals(hash)) {
            return misfit(place, "its hash is not the one that the stream's head holds");
        }
        if (!anchors.isEmpty() && anchors.lastKey() > headPosition) {
            var outside = anchors.lastEntry().getValue();
            return misfit(place.next(), "it is missing; outside the database the stream is known up to position "
                    + outside.position() + " at " + UkTime.moment(outside.at()));
        }
        return Optional.empty();
    }

    private static final String REHASHED = "it was changed and given a new hash, to which the next entry is not chained";

    private Optional<Misfit> timeProblem(EntryPlace at, Instant time) {
        if (time.isBefore(latest.minus(latest.equals(Instant.MIN) ? Duration.ZERO : TOLERANCE))) {
            return misfit(at, "it is dated " + UkTime.momentWithSeconds(time) + ", before what was there already at "
                    + UkTime.momentWithSeconds(latest));
        }
        return time.isAfter(now.plus(TOLERANCE))
                ? misfit(at, "it is dated " + UkTime.momentWithSeconds(time) + ", which is yet to come")
                : Optional.empty();
    }

    private Optional<Misfit> anchorProblem(StoredEntry stored) {
        var outside = anchors.get(place.position());
        if (outside == null) {
            return Optional.empty();
        }
        if (!outside.hash().equals(stored.hash())) {
            var good = anchors.lowerKey(place.position());
            return misfit(place, "it is not the one that was anchored outside on " + UkTime.moment(outside.at())
                    + "; the stream was rewritten somewhere after position " + (good == null ? 0 : good));
        }
        if (stored.entry().at().isAfter(outside.at().plus(TOLERANCE))) {
            return misfit(place, "it is dated after it was anchored outside on " + UkTime.moment(outside.at()));
        }
        pass(outside);
        return Optional.empty();
    }

    /** Whatever comes after an anchor was written after it. */
    private void pass(@Nullable Anchored outside) {
        if (outside != null && outside.at().isAfter(latest)) {
            latest = outside.at();
        }
    }

    private static Optional<Misfit> misfit(EntryPlace at, String problem) {
        return Optional.of(new Misfit(at, problem));
    }
}
