package org.vigil.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;

/** Transactions that lock the sweep's own rows in every order, so that some always lose. */
final class Storm {

    private static final String SOME_DUE = "SELECT id FROM deadline WHERE subject_id > " + Seeds.FIRST_SUBJECT
            + " AND next_rung_at <= utc_timestamp(6) + INTERVAL 2 SECOND ORDER BY RAND(%d) LIMIT 12";

    private Storm() {}

    static void blow(FaultDatabase database, long seed, Duration length) {
        var random = new Random(seed);
        var end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            try (var owner = database.connect()) {
                owner.setAutoCommit(false);
                owner.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                while (System.nanoTime() < end) {
                    gust(owner, random);
                }
            } catch (SQLException lost) {
                // That is what a storm is for; the next connection goes on.
            }
        }
    }

    private static void gust(Connection owner, Random random) throws SQLException {
        try (var statement = owner.createStatement()) {
            var ids = new ArrayList<Long>();
            try (var rows = statement.executeQuery(SOME_DUE.formatted(random.nextInt(1_000_000)))) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            if (random.nextInt(4) == 0) {
                statement.executeUpdate("UPDATE alert_change_counter SET value = value WHERE id = 1");
            }
            for (var id : ids) {
                statement.executeUpdate("UPDATE deadline SET sweep_failures = sweep_failures WHERE id = " + id);
            }
            if (random.nextInt(4) == 0) {
                statement.executeUpdate("UPDATE alert_change_counter SET value = value WHERE id = 1");
            }
            owner.commit();
        } catch (SQLException lost) {
            owner.rollback();
        }
    }
}
