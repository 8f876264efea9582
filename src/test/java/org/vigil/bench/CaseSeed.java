package org.vigil.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.vigil.person.BirthDate;
import org.vigil.person.NameKind;
import org.vigil.person.PersonDetails;
import org.vigil.person.PersonPart;
import org.vigil.person.Sex;
import org.vigil.person.rules.ContentHash;

/**
 * Cases of a population, the same each time: a victim and a suspect of the seeded people each, an assessment, a call and a
 * crime; the open ones with what lists look for in the shares of a busy force.
 */
final class CaseSeed {

    /** Goes up when other cases are made, so that nobody measures with those of an earlier version. */
    static final int VERSION = 1;

    private final Connection owner;
    private final int people;

    /** @param people how many {@link PeopleSeed} made */
    CaseSeed(Connection owner, int people) {
        this.owner = owner;
        this.people = people;
    }

    /** Makes the cases of these numbers, all open or all closed, and answers how long that took. */
    Duration make(int from, int to, boolean open) throws SQLException {
        var started = System.nanoTime();
        try (var statement = owner.createStatement()) {
            statement.setQueryTimeout(1_800);
            statement.execute("SET SESSION unique_checks = 0, foreign_key_checks = 0");
            cases(statement, from, to, open);
            parties(statement, from, to, open);
            around(statement, from, to, open);
            links(from, to);
            statement.execute("SET SESSION unique_checks = 1, foreign_key_checks = 1");
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Lets the server count what it holds, as it does by itself in time. */
    void analyse() throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.setQueryTimeout(1_800);
            for (var table : List.of("case_file", "case_party", "case_suspect", "case_risk", "case_call", "case_crime",
                    "person_named_record", "person_named_party", "person_link", "deadline")) {
                statement.execute("ANALYZE TABLE " + table);
            }
        }
    }

    private static void cases(Statement statement, int from, int to, boolean open) throws SQLException {
        // Open cases are of the last 400 days, closed ones of the ten years before.
        var reported = open ? "UTC_TIMESTAMP(6) - INTERVAL (s.seq * 7919) % 576000 MINUTE"
                : "UTC_TIMESTAMP(6) - INTERVAL 576000 + (s.seq * 7919) % 4700000 MINUTE";
        statement.executeUpdate("INSERT INTO case_file (id, source, reference, changed_at, taken_in_at, content_hash, reported_at,"
                + " title, area_id, level, level_why, lead_name, lead_collar, lead_pip, team, state, closed_at, outcome, risk_grade,"
                + " outstanding, outstanding_since, review_due_at, attention_at)"
                + " SELECT c.id, 'BENCH', CONCAT('B/', c.id), c.at, c.at, REPEAT('0', 64), c.at, 'Assault', 3 + c.id % 2,"
                + " IF(c.id % 5 = 0, 'SERIOUS_COMPLEX', 'VOLUME'), 'Seeded', IF(c.id % 11 = 0, NULL, 'Officer Bench'), '1234', 2,"
                + " 'Team A', '" + (open ? "OPEN" : "CLOSED") + "', " + (open ? "NULL, NULL" : "c.at + INTERVAL 90 DAY, 'Charged'")
                + ", ELT(1 + c.id % 4, 'STANDARD', 'MEDIUM', 'HIGH', NULL), "
                + (open ? "c.id % 6 = 0, IF(c.id % 6 = 0, c.at + INTERVAL 1 DAY, NULL), c.at + INTERVAL 1 + c.id % 500 DAY,"
                        + " c.at + INTERVAL 1 + c.id % 700 DAY" : "0, NULL, NULL, NULL")
                + " FROM (SELECT s.seq id, " + reported + " at FROM seq_" + from + "_to_" + to + " s) c ORDER BY c.id");
    }

    private void parties(Statement statement, int from, int to, boolean open) throws SQLException {
        statement.executeUpdate("INSERT INTO case_party (case_id, place, role, origin) SELECT s.seq, p.seq,"
                + " IF(p.seq = 0, 'VICTIM', 'SUSPECT'), 'FEED' FROM seq_" + from + "_to_" + to + " s JOIN seq_0_to_1 p"
                + " ORDER BY s.seq, p.seq");
        statement.executeUpdate("INSERT INTO case_suspect (case_id, place, status, status_since, status_source)"
                + " SELECT f.id, 1, " + (open ? "IF(f.outstanding = 1, 'OUTSTANDING', 'UNDER_INVESTIGATION')" : "'NO_FURTHER_ACTION'")
                + ", f.reported_at + INTERVAL 1 DAY, 'FEED' FROM case_file f WHERE f.id BETWEEN " + from + " AND " + to
                + " ORDER BY f.id");
        statement.executeUpdate("INSERT INTO person_named_record (id, subject_type, subject_id, reference, version, changed_at,"
                + " people_version) SELECT s.seq, 'CASE', s.seq, CONCAT('B/', s.seq), 1, UTC_TIMESTAMP(6), 1"
                + " FROM seq_" + from + "_to_" + to + " s ORDER BY s.seq");
        statement.executeUpdate("INSERT INTO person_named_party (record_id, place, role, given_name, family_name, date_of_birth)"
                + " SELECT s.seq, p.seq, IF(p.seq = 0, 'VICTIM', 'SUSPECT'), b.given, b.family,"
                + " STR_TO_DATE(CONCAT(b.year, '-', b.month, '-', b.day), '%Y-%c-%e')"
                + " FROM seq_" + from + "_to_" + to + " s JOIN seq_0_to_1 p JOIN bench_person b ON b.id = " + person("s.seq", "p.seq")
                + " ORDER BY s.seq, p.seq");
    }

    private static void around(Statement statement, int from, int to, boolean open) throws SQLException {
        var range = " FROM case_file f WHERE f.id BETWEEN " + from + " AND " + to;
        statement.executeUpdate("INSERT INTO case_risk (case_id, tool, tool_version, grade, at, at_said, assessor, origin,"
                + " recorded_at, recorded_by) SELECT f.id, 'DASH', '2009', f.risk_grade, f.reported_at, TRUE, 'Officer Bench', 'FEED',"
                + " f.reported_at, 'bench'" + range + " AND f.risk_grade IS NOT NULL ORDER BY f.id");
        statement.executeUpdate("INSERT INTO case_call (case_id, incident_reference, origin) SELECT f.id, CONCAT('CALL-', f.id),"
                + " 'FEED'" + range + " ORDER BY f.id");
        statement.executeUpdate("INSERT INTO case_crime (case_id, reference, offence, origin) SELECT f.id, CONCAT('CR-', f.id),"
                + " 'Assault by beating', 'FEED'" + range + " ORDER BY f.id");
        if (open) {
            statement.executeUpdate("INSERT INTO deadline (rule_id, rule_code, subject_type, subject_id, subject_reference, title,"
                    + " area_id, started_at, start_evidence, status, due_at, first_due_at, soon_at, breachable, running_since,"
                    + " next_rung, next_rung_at, opened_at)"
                    + " SELECT r.id, r.code, 'CASE', f.id, f.reference, 'Review the risk', f.area_id, f.reported_at, 'seeded', 'RUNNING',"
                    + " f.review_due_at, f.review_due_at, f.review_due_at - INTERVAL 1 DAY, TRUE, f.reported_at, 1,"
                    + " f.review_due_at - INTERVAL 1 DAY, f.reported_at" + range.replace("FROM case_file f",
                            "FROM case_file f JOIN deadline_rule r ON r.code = 'RISK_REVIEW' AND r.valid_to IS NULL")
                    + " ORDER BY f.id");
        }
    }

    /** Who is who: the link carries the print of what was said, as the matching would have left it. */
    private void links(int from, int to) throws SQLException {
        owner.setAutoCommit(false);
        try (var read = owner.createStatement();
                var rows = read.executeQuery("SELECT s.seq, p.seq, b.id, b.given, b.family, b.year, b.month, b.day FROM seq_" + from
                        + "_to_" + to + " s JOIN seq_0_to_1 p JOIN bench_person b ON b.id = " + person("s.seq", "p.seq")
                        + " ORDER BY s.seq, p.seq");
                var write = owner.prepareStatement("INSERT INTO person_link (person_id, subject_type, subject_id, place, role, origin,"
                        + " content_hash, linked_at) VALUES (?, 'CASE', ?, ?, ?, 'FEED', ?, UTC_TIMESTAMP(6))")) {
            var pending = 0;
            while (rows.next()) {
                var said = new PersonDetails(Sex.ofFeed(null), List.of(
                        new PersonPart.Name(NameKind.USED, rows.getString(4), rows.getString(5)),
                        new PersonPart.Birth(BirthDate.of(LocalDate.of(rows.getInt(6), rows.getInt(7), rows.getInt(8))))));
                write.setLong(1, rows.getLong(3));
                write.setLong(2, rows.getLong(1));
                write.setInt(3, rows.getInt(2));
                write.setString(4, rows.getInt(2) == 0 ? "VICTIM" : "SUSPECT");
                write.setString(5, ContentHash.of(said));
                write.addBatch();
                if (++pending % 2_000 == 0) {
                    write.executeBatch();
                    owner.commit();
                }
            }
            write.executeBatch();
            owner.commit();
        }
        owner.setAutoCommit(true);
    }

    /** The victim and the suspect of a case: two of the people, drawn by its number. */
    private String person(String number, String place) {
        return "1 + (" + number + " * 48271 + " + place + " * 500009) % " + people;
    }
}
