package org.vigil.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Attendance clocks whose warning and due time fall within the run, written straight into the database as an open clock
 * stands there. Each has a subject of its own, so each is one alert with two rungs.
 */
public final class Seeds {

    /** Subjects from here on are the seeds'. */
    public static final long FIRST_SUBJECT = 900_000_000L;

    /** Warning at three quarters of this, due at its end. */
    static final Duration BUDGET = Duration.ofSeconds(8);

    private final FaultDatabase database;
    private long last = FIRST_SUBJECT;

    public Seeds(FaultDatabase database) {
        this.database = database;
    }

    /**
     * Adds clocks whose warnings fall due evenly over a window.
     *
     * @param firstWarning UTC by the database's clock
     * @param window from the first warning to the last; zero lets all fall due at once
     */
    public synchronized void add(int count, Instant firstWarning, Duration window) throws SQLException {
        var toWarning = BUDGET.multipliedBy(3).dividedBy(4);
        var step = count == 1 ? 0 : window.toNanos() / 1_000 / (count - 1);
        var sql =
                """
                INSERT INTO deadline (rule_id, rule_code, subject_type, subject_id, subject_reference, title,
                    started_at, start_evidence, given_minutes, status, due_at, first_due_at, soon_at, breachable,
                    running_since, next_rung, next_rung_at, opened_at)
                SELECT r.id, r.code, 'INCIDENT', %1$d + s.seq, CONCAT('F-', %1$d + s.seq), 'Attendance at a call',
                    s.started, 'seeded', 1, 'RUNNING', s.started + INTERVAL %2$d MICROSECOND,
                    s.started + INTERVAL %2$d MICROSECOND, s.started + INTERVAL %3$d MICROSECOND, TRUE,
                    s.started, 1, s.started + INTERVAL %3$d MICROSECOND, s.started
                FROM (SELECT seq, TIMESTAMP'%4$s' + INTERVAL (seq - 1) * %5$d MICROSECOND AS started
                      FROM seq_1_to_%6$d) s
                JOIN deadline_rule r ON r.code = 'CALL_ATTENDANCE' AND r.valid_to IS NULL
                """
                        .formatted(
                                last,
                                micros(BUDGET),
                                micros(toWarning),
                                LocalDateTime.ofInstant(firstWarning.minus(toWarning), ZoneOffset.UTC)
                                        .toString()
                                        .replace('T', ' '),
                                step,
                                count);
        try (Connection owner = database.connect();
                var statement = owner.createStatement()) {
            if (statement.executeUpdate(sql) != count) {
                throw new IllegalStateException("not every clock was seeded");
            }
        }
        last += count;
    }

    /** Adds clocks that are due this moment, their warning long past. */
    public void addDue(int count) throws SQLException {
        addDue(count, Duration.ZERO, Duration.ZERO);
    }

    /** Adds clocks whose due times, their warnings long past, lie evenly in a window that begins after a while. */
    public synchronized void addDue(int count, Duration startsIn, Duration window) throws SQLException {
        try (var owner = database.connect();
                var statement = owner.createStatement()) {
            statement.executeUpdate(
                    """
                    INSERT INTO deadline (rule_id, rule_code, subject_type, subject_id, subject_reference, title,
                        started_at, start_evidence, given_minutes, status, due_at, first_due_at, soon_at, breachable,
                        running_since, next_rung, next_rung_at, opened_at)
                    SELECT r.id, r.code, 'INCIDENT', %1$d + s.seq, CONCAT('F-', %1$d + s.seq), 'Attendance at a call',
                        s.at - INTERVAL 1 HOUR, 'seeded', 60, 'RUNNING', s.at, s.at, s.at - INTERVAL 15 MINUTE, TRUE,
                        s.at - INTERVAL 1 HOUR, 4, s.at, s.at - INTERVAL 1 HOUR
                    FROM (SELECT seq, utc_timestamp(6) + INTERVAL (%3$d + seq * %4$d) MICROSECOND AS at
                          FROM seq_1_to_%2$d) s
                    JOIN deadline_rule r ON r.code = 'CALL_ATTENDANCE' AND r.valid_to IS NULL
                    """
                            .formatted(last, count, micros(startsIn), micros(window) / count));
        }
        last += count;
    }

    /** How many clocks there are by now. */
    public synchronized long count() {
        return last - FIRST_SUBJECT;
    }

    private static long micros(Duration span) {
        return span.toNanos() / 1_000;
    }
}
