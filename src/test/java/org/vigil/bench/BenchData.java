package org.vigil.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.vigil.faults.FaultDatabase;
import org.vigil.faults.Seeds;

/** What the scenarios seed, in bulk by the server itself, and where the console's rows about it stand. */
final class BenchData {

    private static final String SEEDS = "subject_id > " + Seeds.FIRST_SUBJECT;
    private static final String SEEDED_ALERTS = "alert_id IN (SELECT id FROM alert WHERE " + SEEDS + ")";

    /** The rows that raising alerts of seeded clocks writes, parents first. */
    static final List<String[]> RAISED = List.of(
            new String[] {"deadline_rung", "deadline_id IN (SELECT id FROM deadline WHERE " + SEEDS + ")"},
            new String[] {"alert", SEEDS},
            new String[] {"alert_audience", SEEDED_ALERTS},
            new String[] {"alert_event", SEEDED_ALERTS},
            new String[] {"alert_notification", SEEDED_ALERTS},
            new String[] {"alert_outbox", "1 = 1"});

    static final List<String[]> SEEDED = List.<String[]>of(new String[] {"deadline", SEEDS});

    private BenchData() {}

    /** The owner's connection that, unlike the database's own, waits for statements that take minutes. */
    static Connection connect(FaultDatabase database) throws SQLException {
        var environment = database.environment();
        return DriverManager.getConnection(
                database.url() + "&sessionVariables=time_zone='+00:00'",
                environment.get("VIGIL_DB_OWNER_USER"),
                environment.get("VIGIL_DB_OWNER_PASSWORD"));
    }

    /** Ten officers signed on, so that alerts call somebody as they would on a shift. */
    static void signOn(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.executeUpdate("INSERT INTO account (username, display_name, password_hash, signed_on_since, created_at)"
                    + " SELECT CONCAT('bench-', seq), CONCAT('Bench ', seq), '-', utc_timestamp(6), utc_timestamp(6)"
                    + " FROM seq_1_to_10");
            statement.executeUpdate("INSERT INTO account_duty (account_id, duty) SELECT id,"
                    + " IF(id % 2 = 0, 'CALLS', 'SUPERVISOR') FROM account WHERE username LIKE 'bench-%'");
        }
    }

    /**
     * Fills up to a number of open clocks, none due for days.
     *
     * @return how long that took
     */
    static Duration openClocks(Connection owner, int from, int to) throws SQLException {
        var started = System.nanoTime();
        if (to <= from) {
            return Duration.ZERO;
        }
        try (var statement = owner.createStatement()) {
            statement.executeUpdate(
                    """
                    INSERT INTO deadline (rule_id, rule_code, subject_type, subject_id, subject_reference, title,
                        started_at, start_evidence, status, due_at, first_due_at, soon_at, breachable, running_since,
                        next_rung, next_rung_at, opened_at)
                    SELECT r.id, r.code, 'INCIDENT', s.seq, CONCAT('B-', s.seq), 'Crime recording',
                        s.at, 'seeded', 'RUNNING', s.at + INTERVAL 40 DAY, s.at + INTERVAL 40 DAY,
                        s.at + INTERVAL 30 DAY, TRUE, s.at, 1, s.at + INTERVAL 30 DAY, s.at
                    FROM (SELECT seq, utc_timestamp(6) - INTERVAL (seq %% 1000000) SECOND AS at FROM seq_%d_to_%d) s
                    JOIN deadline_rule r ON r.code = 'CRIME_RECORDING' AND r.valid_to IS NULL
                    """
                            .formatted(from + 1, to));
            statement.execute("ANALYZE TABLE deadline");
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
