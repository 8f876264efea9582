package org.vigil.person.search;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import org.vigil.testkit.Databases;

/** Waits until another transaction wants what this one holds. */
final class Waiting {

    private Waiting() {}

    /** Until another of the console's statements about people takes longer than any that need not wait. */
    static void forPerson(Databases databases) {
        await().atMost(Duration.ofSeconds(6)).until(() -> isAnybodyWaiting(databases));
    }

    private static boolean isAnybodyWaiting(Databases databases) throws SQLException {
        try (var console = databases.asConsole();
                var rows = console.createStatement().executeQuery("SELECT COUNT(*) FROM information_schema.processlist"
                        + " WHERE command = 'Query' AND info LIKE '%`person%' AND info NOT LIKE '%turn%' AND time_ms > 250")) {
            rows.next();
            return rows.getInt(1) > 0;
        }
    }
}
