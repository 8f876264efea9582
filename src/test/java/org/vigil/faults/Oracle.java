package org.vigil.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Recomputes from the clocks and the rules alone which stages had to fire, and compares with what did. It shares no code
 * with the console.
 */
public final class Oracle {

    /** Each stage of each seeded clock with its instant, as the rule's own rows say. */
    private static final String EXPECTED =
            """
            SELECT d.id, d.subject_type, d.subject_id, g.position,
                CASE WHEN g.percent IS NOT NULL
                     THEN d.started_at + INTERVAL TIMESTAMPDIFF(MICROSECOND, d.started_at, d.first_due_at)
                          * g.percent DIV 100 MICROSECOND
                     WHEN g.minutes_from_due IS NOT NULL THEN d.due_at + INTERVAL g.minutes_from_due MINUTE
                     ELSE d.started_at + INTERVAL g.days_from_start DAY END AS at
            FROM deadline d JOIN deadline_rule_rung g ON g.rule_id = d.rule_id
            WHERE d.subject_id > %d AND d.status = 'RUNNING'
            """
                    .formatted(Seeds.FIRST_SUBJECT);

    private final FaultDatabase database;

    public Oracle(FaultDatabase database) {
        this.database = database;
    }

    /**
     * The verdict over all seeded clocks.
     *
     * @param due stages that had to fire by now
     * @param alerts alerts that had to stand
     * @param missed stages without their row, and clocks without their alert
     * @param doubled alerts beyond one for a clock, and stages told twice in an alert's history
     * @param early stages fired before their time, and clocks that were said to have failed
     * @param badTriggers triggers in ERROR, or stuck outside WAITING for no running job
     * @param max the latest firing, as recorded
     * @param p99 99 of 100 firings were no later, as recorded
     */
    public record Verdict(
            long due, long alerts, long missed, long doubled, long early, long badTriggers, Duration max, Duration p99) {

        /** Nothing missed, doubled, early or stuck. */
        public boolean isSound() {
            return missed == 0 && doubled == 0 && early == 0 && badTriggers == 0;
        }
    }

    public Verdict judge() throws SQLException {
        try (var owner = database.connect()) {
            var due = number(owner, "SELECT COUNT(*) FROM (" + EXPECTED + ") e WHERE e.at <= utc_timestamp(6)");
            var alerts = number(owner, "SELECT COUNT(DISTINCT e.subject_id) FROM (" + EXPECTED
                    + ") e WHERE e.at <= utc_timestamp(6)");
            return new Verdict(
                    due,
                    alerts,
                    missedStages(owner) + missedAlerts(owner),
                    doubledAlerts(owner) + doubledHistory(owner),
                    // An innocent clock that is told to have failed is a false alarm: as wrong as a doubled alert.
                    number(owner, "SELECT COUNT(*) FROM alert WHERE kind = 'ENGINE_ITEM_FAILED'")
                            + number(owner, "SELECT COUNT(*) FROM (" + EXPECTED + ") e JOIN deadline_rung f ON f.deadline_id = e.id"
                            + " AND f.rung = e.position WHERE f.fired_at < e.at OR f.due_at <> e.at"),
                    badTriggers(owner),
                    lateness(owner, 1.0),
                    lateness(owner, 0.99));
        }
    }

    private static long missedStages(Connection owner) throws SQLException {
        return number(owner, "SELECT COUNT(*) FROM (" + EXPECTED + ") e LEFT JOIN deadline_rung f"
                + " ON f.deadline_id = e.id AND f.rung = e.position"
                + " WHERE e.at <= utc_timestamp(6) AND f.deadline_id IS NULL");
    }

    private static long missedAlerts(Connection owner) throws SQLException {
        return number(owner, "SELECT COUNT(DISTINCT e.subject_id) FROM (" + EXPECTED + ") e LEFT JOIN alert a"
                + " ON a.subject_type = e.subject_type AND a.subject_id = e.subject_id AND a.due_at IS NOT NULL"
                + " WHERE e.at <= utc_timestamp(6) AND a.id IS NULL");
    }

    private static long doubledAlerts(Connection owner) throws SQLException {
        return number(owner, "SELECT COALESCE(SUM(n - 1), 0) FROM (SELECT COUNT(*) AS n FROM alert WHERE subject_id > "
                + Seeds.FIRST_SUBJECT + " GROUP BY kind, subject_type, subject_id) t WHERE n > 1");
    }

    /** An alert's history must tell each stage once: one raising and one rung for each further stage. */
    private static long doubledHistory(Connection owner) throws SQLException {
        return number(owner, "SELECT COALESCE(SUM(GREATEST(told - fired, 0)), 0) FROM (SELECT a.subject_id,"
                + " (SELECT COUNT(*) FROM alert_event v WHERE v.alert_id = a.id AND v.kind IN ('RAISED', 'RUNG')) AS told,"
                + " (SELECT COUNT(*) FROM deadline d JOIN deadline_rung f ON f.deadline_id = d.id"
                + "  WHERE d.subject_type = a.subject_type AND d.subject_id = a.subject_id) AS fired"
                + " FROM alert a WHERE a.subject_id > " + Seeds.FIRST_SUBJECT + ") t");
    }

    private static long badTriggers(Connection owner) throws SQLException {
        return number(owner, "SELECT COUNT(*) FROM QRTZ_TRIGGERS t WHERE t.TRIGGER_STATE IN ('ERROR', 'PAUSED')"
                + " OR (t.TRIGGER_STATE <> 'WAITING' AND NOT EXISTS (SELECT 1 FROM QRTZ_FIRED_TRIGGERS f"
                + " WHERE f.TRIGGER_NAME = t.TRIGGER_NAME AND f.TRIGGER_GROUP = t.TRIGGER_GROUP"
                + " OR f.JOB_NAME = t.JOB_NAME AND f.JOB_GROUP = t.JOB_GROUP))");
    }

    private static Duration lateness(Connection owner, double share) throws SQLException {
        var fired = " FROM deadline_rung f JOIN deadline d ON d.id = f.deadline_id WHERE d.subject_id > " + Seeds.FIRST_SUBJECT;
        var count = number(owner, "SELECT COUNT(*)" + fired);
        if (count == 0) {
            return Duration.ZERO;
        }
        var place = Math.min(count - 1, (long) Math.ceil(count * share) - 1);
        return Duration.ofNanos(1_000
                * number(owner, "SELECT TIMESTAMPDIFF(MICROSECOND, f.due_at, f.fired_at) AS late" + fired
                        + " ORDER BY late LIMIT 1 OFFSET " + place));
    }

    private static long number(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
