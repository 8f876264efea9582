package org.vigil.security.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long somebody who mistyped a password waits. The first two wrong passwords cost nothing; from the third on the
 * wait is 1, 2, 4 … seconds, at most a minute. A quarter of an hour without a wrong one, or a right one, clears it.
 */
public final class LoginDelay {

    private static final int FREE = 2;
    private static final int DOUBLINGS = 6;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** After this long without a wrong password the count starts afresh. */
    public static final Duration FORGIVEN_AFTER = Duration.ofMinutes(15);

    private LoginDelay() {}

    /**
     * Wrong passwords for one account from one address.
     *
     * @param notBefore when the next try may come
     */
    public record Failures(int count, Instant lastFailedAt, Instant notBefore) {}

    /** What is remembered after one more wrong password. */
    public static Failures afterFailure(@Nullable Failures before, Instant now) {
        var count = before == null || isForgiven(before, now) ? 1 : before.count() + 1;
        return new Failures(count, now, now.plus(waitAfter(count)));
    }

    /** How long this many wrong passwords in a row cost. */
    public static Duration waitAfter(int failures) {
        if (failures <= FREE) {
            return Duration.ZERO;
        }
        var doublings = Math.min(failures - FREE - 1, DOUBLINGS);
        var wait = Duration.ofSeconds(1L << doublings);
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** What is left of the wait; zero when there is none. */
    public static Duration left(@Nullable Failures failures, Instant now) {
        return failures == null || !failures.notBefore().isAfter(now)
                ? Duration.ZERO
                : Duration.between(now, failures.notBefore());
    }

    private static boolean isForgiven(Failures before, Instant now) {
        return !before.lastFailedAt().plus(FORGIVEN_AFTER).isAfter(now);
    }
}
