package org.vigil.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * The queries of the search bench: people drawn by chance from the population, so that common names are asked for as
 * often as they are borne, each with their name mistyped; in every fourth query with the year of birth.
 */
final class SearchCorpus {

    static final int SIZE = 3_000;
    private static final long SEED = 20_261_121;

    /** Short forms that the console's own table must know, by the name in full. */
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("Robert", "Bob"), Map.entry("William", "Bill"), Map.entry("Elizabeth", "Liz"),
            Map.entry("Margaret", "Peggy"), Map.entry("Richard", "Dick"), Map.entry("Mohammed", "Muhammad"),
            Map.entry("Katherine", "Kate"), Map.entry("Michael", "Mick"), Map.entry("Anthony", "Tony"),
            Map.entry("Susan", "Sue"), Map.entry("Christopher", "Kit"), Map.entry("Edward", "Ted"),
            Map.entry("Rebecca", "Becky"), Map.entry("Thomas", "Tom"), Map.entry("Krzysztof", "Christopher"));

    private final Random chance = new Random(SEED);
    private final Slips slips = new Slips(chance);
    private final int scale;
    private final String[] given;
    private final String[] family;
    private final short[] year;
    private final Map<String, Integer> bearers = new HashMap<>();

    private SearchCorpus(int scale) {
        this.scale = scale;
        given = new String[scale + 1];
        family = new String[scale + 1];
        year = new short[scale + 1];
    }

    /** A query and the person who was meant. */
    record Query(String text, int meant, boolean withYear, String given, String family) {}

    static SearchCorpus read(Connection owner, int scale) throws SQLException {
        var corpus = new SearchCorpus(scale);
        try (var statement = owner.createStatement()) {
            statement.setFetchSize(10_000);
            try (var rows = statement.executeQuery("SELECT id, given, family, year FROM bench_person")) {
                while (rows.next()) {
                    var id = rows.getInt(1);
                    corpus.given[id] = rows.getString(2).intern();
                    corpus.family[id] = rows.getString(3).intern();
                    corpus.year[id] = rows.getShort(4);
                    corpus.bearers.merge(corpus.name(id), 1, Integer::sum);
                }
            }
        }
        return corpus;
    }

    /** As many queries as the corpus has, each with so many slips in the letters of the whole name. */
    List<Query> mistyped(int count) {
        var queries = new ArrayList<Query>();
        while (queries.size() < SIZE) {
            var meant = anybody();
            var words = slips.in(List.of(given[meant], family[meant]), count);
            var name = chance.nextInt(5) == 0 ? words.get(1) + " " + words.get(0) : words.get(0) + " " + words.get(1);
            var withYear = chance.nextInt(4) == 0;
            queries.add(new Query(
                    withYear ? name + " " + year[meant] : name, meant, withYear, words.get(0), words.get(1)));
        }
        return queries;
    }

    /** Whether someone of the very name that was meant, and of the year where one was given, is among these. */
    boolean holdsName(Query query, List<Integer> people) {
        return people.stream()
                .anyMatch(one -> name(one).equals(name(query.meant()))
                        && (!query.withYear() || year[one] == year[query.meant()]));
    }

    /** How many bear the name that was meant. */
    int bearers(Query query) {
        return bearers.get(name(query.meant()));
    }

    /** The words as typed, the given name first: a table can't know the order. */
    List<String> meantWords(Query query) {
        return List.of(query.given(), query.family());
    }

    String name(int person) {
        return given[person] + " " + family[person];
    }

    private int anybody() {
        return 1 + chance.nextInt(scale);
    }

    /** Queries of every kind in turn: exact, sound-alike, nickname, date of birth, postcode, phone, and two together. */
    List<String> mixed(Connection owner, int count) throws SQLException {
        var queries = new ArrayList<String>();
        try (var read = owner.prepareStatement(
                "SELECT given, family, day, month, year, postcode, phone, house, street FROM bench_person WHERE id = ?")) {
            while (queries.size() < count) {
                read.setInt(1, anybody());
                try (var row = read.executeQuery()) {
                    row.next();
                    var first = row.getString(1);
                    var last = row.getString(2);
                    var born = row.getInt(3) + "/" + row.getInt(4) + "/" + row.getInt(5);
                    var query = switch (queries.size() % 12) {
                        case 0 -> first + " " + last;
                        case 1 -> first + " " + alike(last);
                        case 2 -> SHORT.getOrDefault(first, first) + " " + last;
                        case 3 -> born;
                        case 4 -> row.getString(6);
                        case 5 -> row.getString(7);
                        case 6 -> first + " " + last + " " + born;
                        case 7 -> last + " " + row.getString(6);
                        case 8 -> alike(last) + " " + row.getInt(5);
                        case 9 -> row.getString(8) + " " + row.getString(9);
                        case 10 -> first + " " + last + " " + row.getString(6).split(" ")[0];
                        default -> last;
                    };
                    queries.add(query);
                }
            }
        }
        return queries;
    }

    /** Another spelling that sounds the same; the same one where there is none. */
    private static String alike(String name) {
        var sound = new DoubleMetaphone();
        for (var change : new String[][] {
            {"ph", "f"}, {"f", "ph"}, {"ck", "k"}, {"c", "k"}, {"ee", "ea"}, {"i", "y"}, {"y", "i"}, {"ll", "l"}, {"s", "ss"},
            {"or", "aw"}, {"e", "a"}, {"o", "u"}, {"t", "tt"}
        }) {
            var other = name.replaceFirst("(?<=.)" + change[0], change[1]);
            if (!other.equals(name) && sound.isDoubleMetaphoneEqual(name, other)) {
                return other;
            }
        }
        return name;
    }
}
