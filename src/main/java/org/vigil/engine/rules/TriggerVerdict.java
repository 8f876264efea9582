package org.vigil.engine.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the watch does about a job's trigger. */
public enum TriggerVerdict {
    WELL,
    /** Quartz parked it after one failure to create its job, and would never look at it again. */
    RESET,
    /** Nobody pauses the fixed jobs; whatever did is undone. */
    RESUME,
    /** It should have fired long ago: a firing was lost with a node or with the database. */
    RESCHEDULE,
    /** It is not in the store at all. */
    REGISTER;

    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_WHILE_RUNNING = Duration.ofMinutes(2);

    /** A trigger's state as far as the watch tells them apart. */
    public enum Condition {
        MISSING,
        ERROR,
        PAUSED,
        WAITING,
        /** Its job is running just now, or the store believes so. */
        RUNNING
    }

    /**
     * Judges one trigger.
     *
     * @param nextFire when the store means to fire it next
     * @param interval the time between two firings
     */
    public static TriggerVerdict of(Condition condition, @Nullable Instant nextFire, Duration interval, Instant now) {
        return switch (condition) {
            case MISSING -> REGISTER;
            case ERROR -> RESET;
            case PAUSED -> RESUME;
            case WAITING -> overdue(nextFire, patience(interval), now);
            case RUNNING -> overdue(nextFire, patience(interval).plus(PATIENCE_WHILE_RUNNING), now);
        };
    }

    /** How late a job may be before that is a fault: three intervals, at least half a minute. */
    public static Duration patience(Duration interval) {
        var three = interval.multipliedBy(3);
        return three.compareTo(LEAST_PATIENCE) > 0 ? three : LEAST_PATIENCE;
    }

    private static TriggerVerdict overdue(@Nullable Instant nextFire, Duration patience, Instant now) {
        return nextFire == null || nextFire.isBefore(now.minus(patience)) ? RESCHEDULE : WELL;
    }
}
