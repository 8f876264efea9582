package org.vigil.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/** Writes down four times a second how the sweep stands in the store: what to read when a fault test fails. */
final class Timeline implements AutoCloseable {

    private static final String LOOK =
            """
            SELECT CONCAT_WS(' ', DATE_FORMAT(utc_timestamp(3), '%H:%i:%s.%f'), t.TRIGGER_STATE,
                CONCAT('next ', ROUND(t.NEXT_FIRE_TIME / 1000 - UNIX_TIMESTAMP(utc_timestamp(3)), 1)),
                (SELECT GROUP_CONCAT(f.INSTANCE_NAME, ':', f.STATE, ':', f.TRIGGER_GROUP) FROM QRTZ_FIRED_TRIGGERS f
                 WHERE f.TRIGGER_NAME = t.TRIGGER_NAME OR f.JOB_NAME = t.JOB_NAME),
                (SELECT CONCAT('beat ', ROUND(TIMESTAMPDIFF(MICROSECOND, h.finished_at, utc_timestamp(6)) / 1000000, 1), ' ',
                 h.node) FROM engine_heartbeat h WHERE h.job = 'deadline-sweep'),
                CONCAT('due ', (SELECT COUNT(*) FROM deadline WHERE next_rung_at <= utc_timestamp(6))))
            FROM QRTZ_TRIGGERS t WHERE t.TRIGGER_NAME = 'deadline-sweep'
            """;

    private final FaultDatabase database;
    private final Path file;
    private final Thread thread = Thread.ofPlatform().daemon().name("timeline").unstarted(this::watch);
    private volatile boolean closed;

    private Timeline(FaultDatabase database, Path file) {
        this.database = database;
        this.file = file;
    }

    static Timeline write(FaultDatabase database, Path file) {
        var timeline = new Timeline(database, file);
        timeline.thread.start();
        return timeline;
    }

    private void watch() {
        while (!closed) {
            try (var owner = database.connect()) {
                while (!closed) {
                    look(owner);
                    LockSupport.parkNanos(250_000_000L);
                }
            } catch (SQLException away) {
                note("the database is away: " + away.getMessage());
                LockSupport.parkNanos(250_000_000L);
            }
        }
    }

    private void look(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery(LOOK)) {
            note(row.next() ? row.getString(1) : "no trigger for the sweep");
        }
    }

    /** Adds a line of the test's own. */
    void note(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new IllegalStateException(full);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
