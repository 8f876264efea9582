package org.vigil.security.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a session lasts.
 *
 * @param idle without a key or a touch
 * @param absolute in all
 */
public record SessionLimits(Duration idle, Duration absolute) {

    public SessionLimits {
        if (idle.isNegative() || idle.isZero() || absolute.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "vigil.session.idle must be positive, and vigil.session.absolute no shorter than it");
        }
    }

    /** What is left of both limits; never negative. */
    public record Left(Duration idle, Duration absolute) {}

    public Left left(Instant startedAt, Instant lastActiveAt, Instant now) {
        return new Left(remaining(lastActiveAt.plus(idle), now), remaining(startedAt.plus(absolute), now));
    }

    /** Why the session is over, if it is: a limit counts from its very instant on. */
    public Optional<SessionEnd> over(Instant startedAt, Instant lastActiveAt, Instant now) {
        if (!now.isBefore(startedAt.plus(absolute))) {
            return Optional.of(SessionEnd.ABSOLUTE);
        }
        return now.isBefore(lastActiveAt.plus(idle)) ? Optional.empty() : Optional.of(SessionEnd.IDLE);
    }

    private static Duration remaining(Instant end, Instant now) {
        return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
    }
}
