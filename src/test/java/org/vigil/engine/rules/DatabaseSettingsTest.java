package org.vigil.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseSettingsTest {

    private static final Map<String, String> DURABLE = Map.of(
            "innodb_flush_log_at_trx_commit", "1",
            "innodb_doublewrite", "ON",
            "log_bin", "ON",
            "sync_binlog", "1",
            "sql_mode", "NO_ZERO_DATE,STRICT_TRANS_TABLES",
            "time_zone", "+00:00",
            "character_set_database", "utf8mb4",
            "tx_isolation", "READ-COMMITTED",
            "secure_timestamp", "YES",
            "wsrep_on", "OFF");

    @Test
    void a_durable_server_is_taken_without_a_word() {
        var judged = DatabaseSettings.judge(DURABLE, List.of(), false);
        assertThat(judged.refusals()).isEmpty();
        assertThat(judged.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "innodb_flush_log_at_trx_commit, 2",
        "innodb_flush_log_at_trx_commit, 0",
        "innodb_doublewrite, OFF",
        "sync_binlog, 0",
        "sql_mode, NO_ZERO_DATE",
        "time_zone, SYSTEM",
        "time_zone, Europe/London",
        "character_set_database, latin1",
        "tx_isolation, REPEATABLE-READ",
        "wsrep_on, ON"
    })
    void one_setting_that_loses_alerts_is_refused_by_name(String variable, String value) {
        var refusals = DatabaseSettings.judge(with(variable, value), List.of(), false).refusals();
        assertThat(refusals).hasSize(1);
    }

    @Test
    void a_server_that_answers_nothing_is_refused() {
        assertThat(DatabaseSettings.judge(Map.of(), List.of(), false).refusals()).isNotEmpty();
    }

    @Test
    void the_binary_log_counts_only_where_it_is_on() {
        var values = new HashMap<>(with("log_bin", "OFF"));
        values.put("sync_binlog", "0");
        assertThat(DatabaseSettings.judge(values, List.of(), false).refusals()).isEmpty();
    }

    @Test
    void galera_is_taken_only_on_the_operators_word() {
        assertThat(DatabaseSettings.judge(with("wsrep_on", "ON"), List.of(), true).refusals())
                .isEmpty();
    }

    @Test
    void a_table_without_transactions_is_named() {
        assertThat(DatabaseSettings.judge(DURABLE, List.of("alert"), false).refusals())
                .singleElement()
                .asString()
                .contains("alert");
    }

    @Test
    void an_insecure_timestamp_is_a_warning_and_keeps_alerts_running() {
        var judged = DatabaseSettings.judge(with("secure_timestamp", "NO"), List.of(), false);
        assertThat(judged.refusals()).isEmpty();
        assertThat(judged.warnings()).singleElement().asString().contains("secure_timestamp");
    }

    private static Map<String, String> with(String variable, String value) {
        var values = new HashMap<>(DURABLE);
        values.put(variable, value);
        return values;
    }
}
