package org.vigil.audit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a screen that stays open was last put on the log: a look of its own is an entry, and what stays on screen is one
 * again in a quarter of an hour. Whoever shows something else takes a new one, so that a reading which is still under way
 * can't mark the new look as logged.
 */
public final class LiveLook {

    public static final Duration LOGGED_AGAIN_AFTER = Duration.ofMinutes(15);

    private volatile @Nullable Instant loggedAt;

    /** Whether what is shown now is to be logged. */
    public boolean isDue(Instant now) {
        var last = loggedAt;
        return last == null || !now.isBefore(last.plus(LOGGED_AGAIN_AFTER));
    }

    /** Whether it was logged before: what is due then is the same look once more. */
    public boolean wasLogged() {
        return loggedAt != null;
    }

    /** It was logged; to be called once the reading and its entry have succeeded, so that no look is lost. */
    public void logged(Instant now) {
        loggedAt = now;
    }
}
