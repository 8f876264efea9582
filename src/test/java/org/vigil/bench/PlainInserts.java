package org.vigil.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The same rows by hand: read back from the tables that the console wrote, taken out, and put in again by a plain JDBC
 * batch with the same driver and URL, 500 rows a commit. What the machine could do at best.
 */
final class PlainInserts {

    private static final int ROWS_A_COMMIT = 500;

    /** Rows of one table. */
    private record Rows(String table, List<String> columns, List<Object[]> values) {}

    private final List<Rows> tables = new ArrayList<>();

    /**
     * Reads the rows that a run wrote.
     *
     * @param tables parents before children, each with the condition that picks the run's rows
     */
    static PlainInserts read(Connection owner, List<String[]> tables) throws SQLException {
        var inserts = new PlainInserts();
        for (var table : tables) {
            inserts.tables.add(rows(owner, table[0], table[1]));
        }
        return inserts;
    }

    long count() {
        return tables.stream().mapToLong(rows -> rows.values().size()).sum();
    }

    /** How many rows of each table there are. */
    String describe() {
        return tables.stream()
                .filter(rows -> !rows.values().isEmpty())
                .map(rows -> rows.values().size() + " " + rows.table())
                .collect(Collectors.joining(", "));
    }

    /** Takes the rows out and times putting them in again, several times over. */
    Duration median(Connection owner, List<String[]> conditions, int times) throws SQLException {
        var taken = new ArrayList<Duration>();
        for (var turn = 0; turn < times; turn++) {
            delete(owner, conditions);
            taken.add(insert(owner));
        }
        return Figures.median(taken);
    }

    private Duration insert(Connection owner) throws SQLException {
        owner.setAutoCommit(false);
        var started = System.nanoTime();
        for (var rows : tables) {
            if (rows.values().isEmpty()) {
                continue;
            }
            var marks = String.join(",", Collections.nCopies(rows.columns().size(), "?"));
            var sql = "INSERT INTO " + rows.table() + " (" + String.join(",", rows.columns()) + ") VALUES (" + marks + ")";
            try (var statement = owner.prepareStatement(sql)) {
                var pending = 0;
                for (var values : rows.values()) {
                    for (var column = 0; column < values.length; column++) {
                        statement.setObject(column + 1, values[column]);
                    }
                    statement.addBatch();
                    if (++pending == ROWS_A_COMMIT) {
                        statement.executeBatch();
                        owner.commit();
                        pending = 0;
                    }
                }
                if (pending > 0) {
                    statement.executeBatch();
                    owner.commit();
                }
            }
        }
        var taken = Duration.ofNanos(System.nanoTime() - started);
        owner.setAutoCommit(true);
        return taken;
    }

    private static Rows rows(Connection owner, String table, String condition) throws SQLException {
        try (var statement = owner.createStatement();
                var result = statement.executeQuery(
                        "SELECT " + String.join(",", stored(owner, table)) + " FROM " + table + " WHERE " + condition)) {
            var meta = result.getMetaData();
            var columns = new ArrayList<String>();
            for (var column = 1; column <= meta.getColumnCount(); column++) {
                columns.add("`" + meta.getColumnName(column) + "`");
            }
            var values = new ArrayList<Object[]>();
            while (result.next()) {
                var row = new Object[columns.size()];
                for (var column = 0; column < row.length; column++) {
                    row[column] = result.getObject(column + 1);
                }
                values.add(row);
            }
            return new Rows(table, columns, values);
        }
    }

    /** The columns that are written, without those that the server works out by itself. */
    private static List<String> stored(Connection owner, String table) throws SQLException {
        try (var select = owner.prepareStatement("SELECT column_name FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND table_name = ? AND is_generated = 'NEVER' ORDER BY ordinal_position")) {
            select.setString(1, table);
            try (var rows = select.executeQuery()) {
                var columns = new ArrayList<String>();
                while (rows.next()) {
                    columns.add("`" + rows.getString(1) + "`");
                }
                return columns;
            }
        }
    }

    /** Removes rows, children before parents. */
    static void delete(Connection owner, List<String[]> conditions) throws SQLException {
        for (var table : conditions.reversed()) {
            try (var statement = owner.createStatement()) {
                statement.executeUpdate("DELETE FROM " + table[0] + " WHERE " + table[1]);
            }
        }
    }
}
