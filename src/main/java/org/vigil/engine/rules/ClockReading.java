package org.vigil.engine.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A node's clock beside the database's. The database answered somewhere between asking and answer; half the round trip is
 * the best guess, and the other half is what is not known.
 *
 * @param asked the node's clock before the question
 * @param database what the database said
 * @param answered the node's clock after the answer
 */
public record ClockReading(Instant asked, Instant database, Instant answered) {

    /** Quartz's cluster needs clocks within a second of each other; a node further out fires early, or never. */
    public static final Duration LIMIT = Duration.ofSeconds(1);

    /** How far the node is ahead of the database; negative when it is behind. */
    public Duration skew() {
        return Duration.between(database, asked.plus(roundTrip().dividedBy(2)));
    }

    public Duration roundTrip() {
        return Duration.between(asked, answered);
    }

    /** The sentence to show when the node's clock is certainly out by more than a second. */
    public Optional<String> problem() {
        var certain = skew().abs().minus(roundTrip().abs().dividedBy(2));
        if (certain.compareTo(LIMIT) <= 0) {
            return Optional.empty();
        }
        var seconds = Math.max(1, Math.round(skew().abs().toMillis() / 1000.0));
        return Optional.of("The clock of this server is %d s %s the database's. It must be within 1 s; set it, and checking goes on."
                .formatted(seconds, skew().isNegative() ? "behind" : "ahead of"));
    }
}
