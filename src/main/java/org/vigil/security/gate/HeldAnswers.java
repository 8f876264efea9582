package org.vigil.security.gate;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * Makes whoever ignores the wait keep it: the answer to a wrong password that came too early is held back until the
 * wait is over. Only a few answers are held for one account and address, and only so many in all, so that nobody can
 * tie up the console's threads; where no place is left, a wrong password is refused as one too many and counted like any
 * other. A right one never comes here.
 */
@Component
class HeldAnswers {

    private static final int MOST_OF_ONE = 4;
    private static final int MOST_OF_ALL = 32;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Map<String, Integer> held = new HashMap<>();
    private int all;

    /**
     * Waits on the caller's thread.
     *
     * @return false, at once, where there is something to wait for and too many wait already
     */
    boolean hold(String key, Duration wait) {
        if (wait.isZero()) {
            return true;
        }
        if (!enter(key)) {
            return false;
        }
        try {
            var until = System.nanoTime() + Math.min(wait.toNanos(), LONGEST.toNanos());
            for (var left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
                LockSupport.parkNanos(left);
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
            }
            return true;
        } finally {
            leave(key);
        }
    }

    private synchronized boolean enter(String key) {
        if (all >= MOST_OF_ALL || held.getOrDefault(key, 0) >= MOST_OF_ONE) {
            return false;
        }
        all++;
        held.merge(key, 1, Integer::sum);
        return true;
    }

    private synchronized void leave(String key) {
        all--;
        held.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
    }
}
