package org.vigil.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.TimeZone;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.generated.Tables;
import org.vigil.testkit.Databases;
import org.vigil.testkit.VigilTest;

@VigilTest
class DatabaseTest {

    @Autowired
    private DSLContext sql;

    @Autowired
    private Databases databases;

    @Autowired
    private Transactions transactions;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE %s SET %s = %s",
                "DELETE FROM %s WHERE %s IS NOT NULL OR %s IS NULL",
                "TRUNCATE TABLE %s -- %s %s"
            })
    void the_consoles_own_user_can_change_nothing_that_is_append_only(String attempt) throws SQLException {
        for (var table : Grants.APPEND_ONLY) {
            try (var console = databases.asConsole();
                    var statement = console.createStatement()) {
                var column = firstColumn(table);
                assertThatThrownBy(() -> statement.execute(attempt.formatted(table, column, column)))
                        .as(attempt + " on " + table)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("command denied");
            }
        }
    }

    @Test
    void times_are_kept_to_the_microsecond_even_in_the_hour_that_london_skips() {
        var skipped = Instant.parse("2026-03-29T01:30:00.123456Z");
        var kept = transactions.call(() -> {
            sql.insertInto(Tables.LOGIN_FAILURE)
                    .set(Tables.LOGIN_FAILURE.USERNAME, "skipped-hour")
                    .set(Tables.LOGIN_FAILURE.ADDRESS, "127.0.0.1")
                    .set(Tables.LOGIN_FAILURE.FAILURES, 1)
                    .set(Tables.LOGIN_FAILURE.LAST_FAILED_AT, skipped)
                    .set(Tables.LOGIN_FAILURE.NOT_BEFORE, skipped)
                    .execute();
            var read = sql.select(Tables.LOGIN_FAILURE.LAST_FAILED_AT)
                    .from(Tables.LOGIN_FAILURE)
                    .where(Tables.LOGIN_FAILURE.USERNAME.eq("skipped-hour"))
                    .fetchSingle()
                    .value1();
            sql.deleteFrom(Tables.LOGIN_FAILURE)
                    .where(Tables.LOGIN_FAILURE.USERNAME.eq("skipped-hour"))
                    .execute();
            return read;
        });
        assertThat(kept).isEqualTo(skipped);
        assertThat(TimeZone.getDefault().getID()).isEqualTo("UTC");
    }

    @Test
    void the_server_is_as_durable_as_the_alerts_need() {
        assertThat(variable("innodb_flush_log_at_trx_commit")).isEqualTo("1");
        assertThat(variable("secure_timestamp")).isEqualTo("YES");
        assertThat(variable("time_zone")).isEqualTo("+00:00");
        assertThat(variable("sql_mode")).contains("STRICT_TRANS_TABLES");
        assertThat(variable("bind_address")).isEqualTo("127.0.0.1");
        assertThat(variable("tx_isolation")).isEqualTo("READ-COMMITTED");
        assertThat(variable("innodb_lock_wait_timeout")).isEqualTo("10");
    }

    @Test
    void a_transaction_that_loses_a_deadlock_is_run_again() {
        var attempts = new ArrayList<Timestamp>();
        var answer = transactions.call(() -> {
            attempts.add(new Timestamp(0));
            if (attempts.size() < 3) {
                throw new IllegalStateException(new SQLException("Deadlock found", "40001", 1213));
            }
            return "done";
        });
        assertThat(answer).isEqualTo("done");
        assertThat(attempts).hasSize(3);
    }

    private String variable(String name) {
        return sql.fetchSingle("SHOW VARIABLES LIKE {0}", DSL.inline(name)).get(1, String.class);
    }

    private String firstColumn(String table) throws SQLException {
        try (var owner = databases.asOwner();
                var columns = owner.getMetaData().getColumns("vigil", null, table, "%")) {
            columns.next();
            return columns.getString("COLUMN_NAME");
        }
    }
}
