package org.vigil.person.search;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vigil.db.Transactions;
import org.vigil.person.IdentifierScheme;
import org.vigil.person.MarkerType;
import org.vigil.person.rules.IdentifierKey;
import org.vigil.person.rules.PhoneKeys;
import org.vigil.person.rules.TextKeys;
import org.vigil.testkit.Databases;

/** Puts people into the database for searches: {@code known.as("Bob", "Smith").born("1984-03-12").keep()}. */
public final class Known {

    private final Databases databases;
    private final PersonIndex index;
    private final Transactions transactions;

    public Known(Databases databases, PersonIndex index, Transactions transactions) {
        this.databases = databases;
        this.index = index;
        this.transactions = transactions;
    }

    public Being as(String given, String family) {
        return new Being().alsoAs("LEGAL", given, family);
    }

    /** Runs one statement with these values. */
    public void change(String sql, Object... values) {
        try (var owner = databases.asOwner();
                var statement = owner.prepareStatement(sql)) {
            for (var at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        } catch (SQLException problem) {
            throw new AssertionError(problem);
        }
    }

    /** Sets a marker that stands. */
    public void warn(long person, MarkerType type) {
        change("INSERT INTO person_marker (person_id, type, reason, set_at, set_by, valid_from, review_on)"
                + " SELECT ?, ?, 'Knife', '2026-01-01', MIN(id), '2026-01-01', '2027-01-01' FROM account", person, type.name());
        follow(person);
    }

    /** Makes one record a part of another, as a merge does. */
    public void merge(long merged, long into) {
        change("UPDATE person SET merged_into = ?, survivor_id = ? WHERE id = ?", into, into, merged);
        transactions.run(() -> index.changed(merged));
    }

    /** Lets the index follow what was changed of somebody. */
    public void follow(long person) {
        transactions.run(() -> index.follow(List.of(person)));
    }

    /** Somebody to be. */
    public final class Being {

        private static final String SAID = "origin, source, added_at) VALUES (?, ";
        private static final String BY = "'FEED', 'test', '2026-01-01')";
        private final List<Object[]> rows = new ArrayList<>();
        private String restriction = "OPEN";

        public Being alsoAs(String kind, String given, String family) {
            return row("INSERT INTO person_name (person_id, kind, given_name, family_name, given_key, family_key, " + SAID
                    + "?, ?, ?, ?, ?, " + BY, kind, given, family, TextKeys.fold(given, 120), TextKeys.fold(family, 120));
        }

        public Being born(String iso) {
            var day = LocalDate.parse(iso);
            return row("INSERT INTO person_birth (person_id, birth_year, birth_month, birth_day, " + SAID + "?, ?, ?, " + BY,
                    day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        }

        public Being phone(String number) {
            return row("INSERT INTO person_phone (person_id, number, digits, " + SAID + "?, ?, " + BY, number, PhoneKeys.of(number));
        }

        public Being email(String address) {
            return row("INSERT INTO person_email (person_id, email, email_key, " + SAID + "?, ?, " + BY, address,
                    address.toLowerCase(java.util.Locale.UK));
        }

        /** What another system calls its record of them. */
        public Being heldElsewhereAs(String reference) {
            return row("INSERT INTO person_external_record (person_id, kind, system, reference, dated_on, content, " + SAID
                    + "'RISK', 'Elsewhere', ?, '2026-01-01', 'x', " + BY, reference);
        }

        /** Nobody knows more than the month. */
        public Being bornIn(int year, int month) {
            return row("INSERT INTO person_birth (person_id, birth_year, birth_month, " + SAID + "?, ?, " + BY, year, month);
        }

        public Being at(String line, String postcode) {
            return address(line, postcode, false);
        }

        public Being hidingAt(String line, String postcode) {
            return address(line, postcode, true);
        }

        private Being address(String line, String postcode, boolean hidden) {
            return row("INSERT INTO person_address (person_id, line, postcode, line_key, postcode_key, protected, " + SAID
                    + "?, ?, ?, ?, ?, " + BY, line, postcode, TextKeys.fold(line, 200), postcode.replace(" ", ""), hidden);
        }

        public Being pnc(String number) {
            return row("INSERT INTO person_identifier (person_id, scheme, value, value_key, " + SAID + "'PNC', ?, ?, " + BY,
                    number, IdentifierKey.of(IdentifierScheme.PNC, number).value());
        }

        public Being restricted(String how) {
            restriction = how;
            return this;
        }

        private Being row(String sql, Object... values) {
            var row = new Object[values.length + 1];
            row[0] = sql;
            System.arraycopy(values, 0, row, 1, values.length);
            rows.add(row);
            return this;
        }

        /** Stores them, findable; answers their key. */
        public long keep() {
            try (var owner = databases.asOwner();
                    var person = owner.prepareStatement(
                            "INSERT INTO person (created_at, restriction, restriction_reason, restriction_duty)"
                                    + " VALUES ('2026-01-01', ?, ?, ?)",
                            Statement.RETURN_GENERATED_KEYS)) {
                person.setString(1, restriction);
                person.setString(2, restriction.equals("OPEN") ? null : "For the test");
                person.setString(3, restriction.equals("OPEN") ? null : "SUPERVISOR");
                person.executeUpdate();
                long key;
                try (var keys = person.getGeneratedKeys()) {
                    keys.next();
                    key = keys.getLong(1);
                }
                for (var row : rows) {
                    var values = new Object[row.length];
                    System.arraycopy(row, 0, values, 0, row.length);
                    values[0] = key;
                    change((String) row[0], values);
                }
                follow(key);
                return key;
            } catch (SQLException problem) {
                throw new AssertionError(problem);
            }
        }
    }
}
