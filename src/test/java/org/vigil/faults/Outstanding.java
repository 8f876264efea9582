package org.vigil.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Watches from outside how old the oldest stage is that has fallen due and is not raised: lateness as a person would feel
 * it, commit included. While the database is away nothing is seen, and the first look afterwards sees the whole wait.
 */
public final class Outstanding implements AutoCloseable {

    private static final String OLDEST =
            "SELECT TIMESTAMPDIFF(MICROSECOND, MIN(next_rung_at), utc_timestamp(6)) FROM deadline"
                    + " WHERE next_rung_at <= utc_timestamp(6) AND subject_id > " + Seeds.FIRST_SUBJECT;

    private final FaultDatabase database;
    private final AtomicReference<Duration> worst = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<Duration> now = new AtomicReference<>(Duration.ZERO);
    private final Thread thread = Thread.ofPlatform().daemon().name("outstanding").unstarted(this::watch);

    private @Nullable Connection connection;
    private volatile boolean closed;

    private Outstanding(FaultDatabase database) {
        this.database = database;
    }

    public static Outstanding watch(FaultDatabase database) {
        var watch = new Outstanding(database);
        watch.thread.start();
        return watch;
    }

    /** The longest wait seen since this was last asked for. */
    public Duration takeWorst() {
        return worst.getAndSet(Duration.ZERO);
    }

    /** The wait at the last look. */
    public Duration latest() {
        return now.get();
    }

    private void watch() {
        while (!closed) {
            try {
                var wait = look();
                now.set(wait);
                worst.accumulateAndGet(wait, (one, other) -> one.compareTo(other) >= 0 ? one : other);
            } catch (SQLException away) {
                drop();
            }
            LockSupport.parkNanos(100_000_000L);
        }
        drop();
    }

    private Duration look() throws SQLException {
        if (connection == null) {
            connection = database.connect();
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(OLDEST)) {
            row.next();
            return Duration.ofNanos(row.getLong(1) * 1_000);
        }
    }

    private void drop() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException gone) {
                // It is gone either way.
            }
            connection = null;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
