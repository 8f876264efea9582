package org.vigil.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * A population, the same each time: made by the server itself from the lists of names, with dates of birth, one address
 * and one phone each. A number that is drawn by a hash of the person's key stands for chance.
 */
final class PeopleSeed {

    /** Goes up when other people are made, so that nobody measures with those of an earlier version. */
    static final int VERSION = 1;

    private static final int PLACES = 1 << 18;

    private PeopleSeed() {}

    /** Fills the tables of people and answers how long that took. */
    static Duration people(Connection owner, int count) throws SQLException, IOException {
        var started = System.nanoTime();
        names(owner, "bench_given", NameLists.spread(NameLists.given(), PLACES));
        names(owner, "bench_family", NameLists.spread(NameLists.family(), PLACES));
        try (var statement = owner.createStatement()) {
            statement.setQueryTimeout(1_800);
            statement.execute("SET SESSION unique_checks = 0, foreign_key_checks = 0");
            statement.execute("CREATE TABLE bench_person (id BIGINT PRIMARY KEY, given VARCHAR(40) NOT NULL,"
                    + " family VARCHAR(40) NOT NULL, year SMALLINT NOT NULL, month TINYINT NOT NULL, day TINYINT NOT NULL,"
                    + " house INT NOT NULL, street VARCHAR(60) NOT NULL, postcode VARCHAR(10) NOT NULL,"
                    + " phone VARCHAR(20) NOT NULL)");
            statement.executeUpdate("INSERT INTO bench_person SELECT s.seq, g.name, f.name,"
                    + " 1940 + " + chance("y") + " % 70, 1 + " + chance("m") + " % 12, 1 + " + chance("d") + " % 28,"
                    + " 1 + " + chance("h") + " % 150, CONCAT(t.name, ' ', ELT(1 + " + chance("k") + " % 8,"
                    + " 'Road', 'Street', 'Lane', 'Avenue', 'Close', 'Drive', 'Court', 'Way')),"
                    + " CONCAT(ELT(1 + " + chance("a") + " % 6, 'PR', 'BB', 'L', 'M', 'OL', 'WN'), 1 + " + chance("o") + " % 20, ' ',"
                    + " 1 + " + chance("s") + " % 9, CHAR(65 + " + chance("u") + " % 2), CHAR(65 + " + chance("v") + " % 8)),"
                    + " CONCAT('07', LPAD(" + chance("p") + " % 1000000000, 9, '0'))"
                    + " FROM seq_1_to_" + count + " s"
                    + " JOIN bench_given g ON g.place = " + chance("g") + " % " + PLACES
                    + " JOIN bench_family f ON f.place = " + chance("f") + " % " + PLACES
                    + " JOIN bench_family t ON t.place = " + chance("t") + " % 4096 * 64");
            statement.executeUpdate("INSERT INTO person (id, created_at) SELECT id, utc_timestamp(6) FROM bench_person");
            statement.executeUpdate("INSERT INTO person_name (person_id, kind, given_name, family_name, given_key, family_key,"
                    + " origin, source, added_at) SELECT id, 'LEGAL', given, family,"
                    + " LOWER(given), LOWER(REPLACE(REPLACE(family, '''', ''), '-', ' ')), 'FEED', 'bench', utc_timestamp(6)"
                    + " FROM bench_person ORDER BY id");
            statement.executeUpdate("INSERT INTO person_birth (person_id, birth_year, birth_month, birth_day, origin, source,"
                    + " added_at) SELECT id, year, month, day, 'FEED', 'bench', utc_timestamp(6) FROM bench_person ORDER BY id");
            statement.executeUpdate("INSERT INTO person_phone (person_id, number, digits, origin, source, added_at)"
                    + " SELECT id, phone, CONCAT('44', SUBSTRING(phone, 2)), 'FEED', 'bench', utc_timestamp(6)"
                    + " FROM bench_person ORDER BY id");
            statement.executeUpdate("INSERT INTO person_address (person_id, line, postcode, line_key, postcode_key, origin,"
                    + " source, added_at) SELECT id, CONCAT(house, ' ', street), postcode, LOWER(CONCAT(house, ' ', street)),"
                    + " REPLACE(postcode, ' ', ''), 'FEED', 'bench', utc_timestamp(6) FROM bench_person ORDER BY id");
            statement.execute("SET SESSION unique_checks = 1, foreign_key_checks = 1");
            statement.executeUpdate("UPDATE search_backfill SET next_id = 1, last_id = " + count);
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** What the search is measured beside: the same names under SOUNDEX and in a full text index. */
    static void rivals(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.setQueryTimeout(1_800);
            statement.execute("CREATE TABLE bench_soundex (id BIGINT PRIMARY KEY, given CHAR(4) NOT NULL, family CHAR(4) NOT NULL)"
                    + " SELECT id, LEFT(SOUNDEX(given), 4) given, LEFT(SOUNDEX(family), 4) family FROM bench_person");
            statement.execute("CREATE INDEX bench_soundex_name ON bench_soundex (family, given)");
            statement.execute("CREATE TABLE bench_fulltext (id BIGINT PRIMARY KEY, name VARCHAR(82) NOT NULL)"
                    + " SELECT id, CONCAT(given, ' ', family) name FROM bench_person");
            statement.execute("CREATE FULLTEXT INDEX bench_fulltext_name ON bench_fulltext (name)");
            for (var table : List.of("person", "person_name", "person_birth", "person_phone", "person_address",
                    "search_word", "search_name", "search_place", "bench_soundex")) {
                statement.execute("ANALYZE TABLE " + table);
            }
        }
    }

    private static String chance(String what) {
        return "CAST(CONV(SUBSTRING(MD5(CONCAT('" + what + "', s.seq)), 1, 8), 16, 10) AS UNSIGNED)";
    }

    private static void names(Connection owner, String table, List<String> names) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("CREATE TABLE " + table + " (place INT PRIMARY KEY, name VARCHAR(40) NOT NULL)");
        }
        try (var insert = owner.prepareStatement("INSERT INTO " + table + " VALUES (?, ?)")) {
            for (var place = 0; place < names.size(); place++) {
                insert.setInt(1, place);
                insert.setString(2, names.get(place));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
