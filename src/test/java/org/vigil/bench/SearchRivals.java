package org.vigil.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a table can do by itself for a mistyped name: LIKE in several forms, SOUNDEX, a full text index. */
final class SearchRivals {

    /** One way to ask; each marker takes a word of the name as typed. */
    record Rival(String name, String sql, String before, String after, int longest) {}

    /** What a way took for each query and whom it showed. */
    record Run(List<Duration> taken, List<List<Integer>> people) {}

    static final List<Rival> LIKE = List.of(
            new Rival(
                    "as the names are written",
                    "SELECT person_id FROM person_name WHERE given_name LIKE ? AND family_name LIKE ? LIMIT 20",
                    "%",
                    "%",
                    99),
            new Rival(
                    "over the index of folded names, byte by byte",
                    "SELECT person_id FROM person_name FORCE INDEX (person_name_family)"
                            + " WHERE given_key LIKE ? AND family_key LIKE ? LIMIT 20",
                    "%",
                    "%",
                    99),
            new Rival(
                    "the family name alone over that index",
                    "SELECT person_id FROM person_name FORCE INDEX (person_name_family)"
                            + " WHERE '' <> ? AND family_key LIKE ? LIMIT 20",
                    "%",
                    "%",
                    99));

    static final Rival SOUNDEX = new Rival(
            "SOUNDEX",
            "SELECT id FROM bench_soundex WHERE given = LEFT(SOUNDEX(?), 4) AND family = LEFT(SOUNDEX(?), 4) LIMIT 20",
            "",
            "",
            99);

    static final Rival FULLTEXT = new Rival(
            "FULLTEXT",
            "SELECT id FROM bench_fulltext WHERE MATCH(name) AGAINST (CONCAT('+', ?, ' +', ?) IN BOOLEAN MODE) LIMIT 20",
            "",
            "*",
            4);

    private final Connection owner;

    SearchRivals(Connection owner) {
        this.owner = owner;
    }

    /** Asks for each query's two words, in the order in which they were meant. */
    Run run(Rival rival, List<List<String>> names) throws SQLException {
        var taken = new ArrayList<Duration>();
        var people = new ArrayList<List<Integer>>();
        try (var ask = owner.prepareStatement(rival.sql())) {
            for (var name : names) {
                for (var at = 0; at < 2; at++) {
                    var word = name.get(at).toLowerCase(java.util.Locale.UK).replaceAll("[^a-z]", "");
                    ask.setString(at + 1, rival.before() + word.substring(0, Math.min(rival.longest(), word.length())) + rival.after());
                }
                var found = new ArrayList<Integer>();
                var started = System.nanoTime();
                try (var rows = ask.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getInt(1));
                    }
                }
                taken.add(Duration.ofNanos(System.nanoTime() - started));
                people.add(found);
            }
        }
        return new Run(taken, people);
    }
}
