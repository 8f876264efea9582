package org.vigil.engine.data;

import static org.vigil.db.generated.Tables.ENGINE_HEARTBEAT;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.vigil.engine.rules.DatabaseSettings;

/** Reads of the engine. */
@Repository
public class EngineQueries {

    private final DSLContext sql;

    EngineQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * How a job last ran.
     *
     * @param finishedAt when it last ran through to its end, or null when it never did
     * @param problem what its last run threw, or null when it ran through
     */
    public record Beat(String job, @Nullable Instant finishedAt, String node, @Nullable String problem) {}

    /** How each job last ran, by job name. */
    public Map<String, Beat> beats() {
        return sql.select(
                        ENGINE_HEARTBEAT.JOB,
                        ENGINE_HEARTBEAT.FINISHED_AT,
                        ENGINE_HEARTBEAT.NODE,
                        ENGINE_HEARTBEAT.PROBLEM)
                .from(ENGINE_HEARTBEAT)
                .fetchMap(ENGINE_HEARTBEAT.JOB, Records.mapping(Beat::new));
    }

    /** The server variables that durability rests on, by lower-case name. */
    public Map<String, String> serverVariables() {
        var names = DatabaseSettings.VARIABLES.stream().map(name -> "'" + name + "'").toList();
        var values = new HashMap<String, String>();
        sql.resultQuery("SHOW VARIABLES WHERE Variable_name IN (" + String.join(",", names) + ")")
                .forEach(row -> values.put(
                        row.get(0, String.class).toLowerCase(Locale.ROOT), row.get(1, String.class)));
        return values;
    }

    /** Tables of the console's schema that are not InnoDB. */
    public List<String> tablesWithoutTransactions() {
        return sql.resultQuery("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_type = 'BASE TABLE' AND engine <> 'InnoDB' ORDER BY table_name")
                .fetch(0, String.class);
    }

    /** The newest migration that the schema went through, as Flyway's four digits. */
    public Optional<String> schemaVersion() {
        return sql.select(DSL.field("version", String.class))
                .from("flyway_schema_history")
                .where("success = 1 AND version IS NOT NULL")
                .orderBy(DSL.field("version").desc())
                .limit(1)
                .fetchOptional(0, String.class);
    }
}
