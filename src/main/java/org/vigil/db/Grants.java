package org.vigil.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the console's own database user may do, table by table. A right over the whole schema can't be taken back for one
 * table, so append-only holds only where each table is granted by itself.
 */
final class Grants {

    /** What nobody but the schema's owner can change or remove: the audit log, fired rungs, histories, certificates. */
    static final Set<String> APPEND_ONLY = Set.of(
            "audit_entry", "audit_shown", "audit_value", "audit_verification", "alert_event", "deadline_rung",
            "person_erasure", "person_erasure_count", "person_erasure_subject", "person_erasure_log");

    private static final Set<String> READ_ONLY = Set.of("flyway_schema_history");
    private static final Pattern WHOLE_SCHEMA =
            Pattern.compile("GRANT (.*(ALL PRIVILEGES|UPDATE|DELETE).*) ON (\\*|`[^`]+`)\\.\\* TO .*");

    private final DatabaseAccess access;

    Grants(DatabaseAccess access) {
        this.access = access;
    }

    /**
     * Re-applies every grant; run after each migration.
     *
     * @throws IllegalStateException when the console's user holds rights that would defeat append-only tables
     */
    void apply() {
        // Before its first grant the console's user may not even name the schema.
        var server = access.url().replaceFirst("^(jdbc:mariadb:[^?]*//[^/?]+/)[^?]*", "$1");
        try (var owner = DriverManager.getConnection(access.url(), access.ownerUser(), access.ownerPassword());
                var user = DriverManager.getConnection(server, access.user(), access.password())) {
            var held = held(user);
            refuseRightsOverTheSchema(held, owner.getCatalog());
            var account = quotedAccount(user);
            for (var table : tables(owner)) {
                grant(owner, account, table, held);
            }
        } catch (SQLException problem) {
            throw new IllegalStateException("The console's database user could not be given its rights: "
                    + problem.getMessage(), problem);
        }
    }

    private void grant(Connection owner, String account, String table, List<String> held) throws SQLException {
        var name = table.toLowerCase(Locale.ROOT);
        var rights = READ_ONLY.contains(name)
                ? "SELECT"
                : APPEND_ONLY.contains(name) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
        try (var statement = owner.createStatement()) {
            if (!rights.contains("UPDATE") && held.stream().anyMatch(line -> grantsChange(line, name))) {
                statement.execute("REVOKE UPDATE, DELETE ON `" + table + "` FROM " + account);
            }
            statement.execute("GRANT " + rights + " ON `" + table + "` TO " + account);
        }
    }

    private static boolean grantsChange(String line, String table) {
        return line.toLowerCase(Locale.ROOT).contains("`." + "`" + table + "`")
                && (line.contains("UPDATE") || line.contains("DELETE"));
    }

    private static void refuseRightsOverTheSchema(List<String> held, String schema) {
        var covering = List.of("*", "`" + schema + "`", "`" + schema.replace("_", "\\_") + "`");
        held.stream().filter(line -> changes(line, covering)).findFirst().ifPresent(line -> {
            throw new IllegalStateException("The console's database user holds rights over a whole schema, so the audit"
                    + " log would not be append-only. Take them back, and let the console grant table by table: " + line);
        });
    }

    private static boolean changes(String line, List<String> covering) {
        var matcher = WHOLE_SCHEMA.matcher(line);
        return matcher.matches() && covering.contains(matcher.group(3));
    }

    private static List<String> held(Connection user) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = user.createStatement();
                var rows = statement.executeQuery("SHOW GRANTS")) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private static String quotedAccount(Connection user) throws SQLException {
        try (var statement = user.createStatement();
                var rows = statement.executeQuery("SELECT CURRENT_USER()")) {
            rows.next();
            var account = rows.getString(1);
            var at = account.lastIndexOf('@');
            return "'" + account.substring(0, at) + "'@'" + account.substring(at + 1) + "'";
        }
    }

    private static List<String> tables(Connection owner) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
