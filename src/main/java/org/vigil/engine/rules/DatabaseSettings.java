package org.vigil.engine.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a server's settings bear what the engine promises: a commit that was answered survives a power cut, a bad value
 * is refused and not bent, and times are UTC.
 *
 * @param refusals why the engine does not run on this server, each a sentence that names the remedy
 * @param warnings what weakens the console without endangering alerts
 */
public record DatabaseSettings(List<String> refusals, List<String> warnings) {

    /** The server variables to read; one that a server lacks is left out of the map. */
    public static final List<String> VARIABLES = List.of(
            "innodb_flush_log_at_trx_commit",
            "innodb_doublewrite",
            "log_bin",
            "sync_binlog",
            "sql_mode",
            "time_zone",
            "character_set_database",
            "transaction_isolation",
            "tx_isolation",
            "secure_timestamp",
            "wsrep_on");

    public DatabaseSettings {
        refusals = List.copyOf(refusals);
        warnings = List.copyOf(warnings);
    }

    /**
     * Judges the variables as a session of the console sees them.
     *
     * @param values by lower-case name
     * @param nonInnoDbTables tables of the schema that no transaction covers
     * @param allowGalera whether the operator vouches for a single writer
     */
    public static DatabaseSettings judge(
            Map<String, String> values, List<String> nonInnoDbTables, boolean allowGalera) {
        var refusals = new ArrayList<String>();
        var warnings = new ArrayList<String>();
        if (!"1".equals(values.get("innodb_flush_log_at_trx_commit"))) {
            refusals.add("innodb_flush_log_at_trx_commit must be 1: otherwise a power cut loses alerts that were raised.");
        }
        if (!isOn(values.get("innodb_doublewrite"))) {
            refusals.add("innodb_doublewrite must be ON: otherwise a power cut can tear a page.");
        }
        if (isOn(values.get("log_bin")) && !"1".equals(values.get("sync_binlog"))) {
            refusals.add("sync_binlog must be 1 while the binary log is on: otherwise replicas lose what was committed.");
        }
        if (!values.getOrDefault("sql_mode", "").contains("STRICT_TRANS_TABLES")) {
            refusals.add("sql_mode must contain STRICT_TRANS_TABLES: otherwise bad values are bent and not refused.");
        }
        if (!"+00:00".equals(values.get("time_zone"))) {
            refusals.add("The session's time_zone must be +00:00: the console keeps all times in UTC.");
        }
        if (!values.getOrDefault("character_set_database", "").equals("utf8mb4")) {
            refusals.add("The schema's character set must be utf8mb4: otherwise names are not kept as given.");
        }
        var isolation = values.getOrDefault("transaction_isolation", values.getOrDefault("tx_isolation", ""));
        if (!isolation.equals("READ-COMMITTED")) {
            refusals.add("Sessions must run at READ COMMITTED: otherwise the sweep blocks new deadlines.");
        }
        if (!nonInnoDbTables.isEmpty()) {
            refusals.add("Every table must be InnoDB; these are not: " + String.join(", ", nonInnoDbTables) + ".");
        }
        if (isOn(values.get("wsrep_on")) && !allowGalera) {
            refusals.add("This is a Galera cluster, whose row locks do not reach across its nodes. Send all writers to one"
                    + " node and say so with vigil.engine.allow-galera=true.");
        }
        if (!"YES".equalsIgnoreCase(values.get("secure_timestamp"))) {
            warnings.add("secure_timestamp should be YES: otherwise a database session can choose its own time.");
        }
        return new DatabaseSettings(refusals, warnings);
    }

    private static boolean isOn(@Nullable String value) {
        return value != null && List.of("1", "ON", "YES").contains(value.toUpperCase(Locale.ROOT));
    }
}
