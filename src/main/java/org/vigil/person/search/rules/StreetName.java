package org.vigil.person.search.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.person.rules.TextKeys;

/**
 * The line of an address, taken apart.
 *
 * @param house the house's number, or ''
 * @param words what remains without numbers, short forms written out
 */
public record StreetName(String house, List<String> words) {

    private static final int LONGEST_LINE = 200;
    private static final Pattern HOUSE = Pattern.compile("\\d{1,5}[a-z]?");
    private static final Pattern RANGE = Pattern.compile("(?<!\\d)(\\d{1,4})\\s*[-–]\\s*(\\d{1,4})(?!\\d)");
    private static final int MOST_WORDS = 8;
    private static final Set<String> WITHIN = Set.of("flat", "apartment", "apt", "unit", "room", "floor", "no");
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("rd", "road"),
            Map.entry("ln", "lane"),
            Map.entry("ave", "avenue"),
            Map.entry("av", "avenue"),
            Map.entry("cl", "close"),
            Map.entry("dr", "drive"),
            Map.entry("ct", "court"),
            Map.entry("cres", "crescent"),
            Map.entry("pl", "place"),
            Map.entry("gdns", "gardens"),
            Map.entry("sq", "square"),
            Map.entry("ter", "terrace"),
            Map.entry("terr", "terrace"),
            Map.entry("gr", "grove"));
    private static final Set<String> KINDS = Set.of(
            "street", "road", "lane", "avenue", "close", "drive", "court", "crescent", "place", "terrace", "gardens",
            "grove", "way", "walk", "square", "hill", "park", "mews", "row", "view", "rise", "green", "the", "upper",
            "lower", "north", "south", "east", "west", "saint");

    /** The parts of a line; empty words where it names no street. Of several numbers the last counts. */
    public static StreetName of(@Nullable String line) {
        return everyHouse(line).getLast();
    }

    /**
     * The street of a line with each number that may be the house's: of "Flat 2 Rose House, 14 High Street" 2 and 14. Of
     * numbers beside each other the last is the house's, those before it are the flat's; "12-14" is both.
     */
    public static List<StreetName> everyHouse(@Nullable String line) {
        var words = new ArrayList<String>();
        var houses = new LinkedHashSet<String>();
        var folded = TextKeys.fold(line, LONGEST_LINE).split(" ");
        var run = "";
        for (var at = 0; at < folded.length; at++) {
            var word = folded[at];
            if (word.chars().anyMatch(Character::isDigit)) {
                run = HOUSE.matcher(word).matches() ? word : run;
                continue;
            }
            if (word.isEmpty() || WITHIN.contains(word)) {
                continue;
            }
            houses.add(run);
            run = "";
            if (words.size() < MOST_WORDS) {
                words.add(at > 0 && word.equals("st") && !words.isEmpty() ? "street" : written(word));
            }
        }
        houses.add(run);
        var ranges = RANGE.matcher(line == null ? "" : line);
        if (ranges.find()) {
            houses.add(ranges.group(1));
            houses.add(ranges.group(2));
        }
        houses.remove("");
        return houses.isEmpty()
                ? List.of(new StreetName("", List.copyOf(words)))
                : houses.stream().map(house -> new StreetName(house, List.copyOf(words))).toList();
    }

    /** Whether one of the words says that this is a street. */
    public boolean hasKind() {
        return words.stream().anyMatch(KINDS::contains);
    }

    /** The words by which to look it up: not "road", which a tenth of all streets have. */
    public List<String> telling() {
        var telling = words.stream().filter(word -> !KINDS.contains(word)).toList();
        return telling.isEmpty() ? words : telling;
    }

    /** Whether every word of the asked street is one of these, the last perhaps only begun. */
    public static boolean fits(List<String> asked, String street) {
        var held = Stream.of(street.split(" ")).toList();
        for (var at = 0; at < asked.size(); at++) {
            var word = asked.get(at);
            var begun = at == asked.size() - 1 && word.length() >= 3;
            if (held.stream().noneMatch(own -> own.equals(word) || begun && own.startsWith(word))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a line is at the street that was asked for, and at the house where one was. */
    public static boolean isAt(Terms.Street asked, @Nullable String line) {
        return everyHouse(line).stream()
                .anyMatch(held -> !held.words().isEmpty()
                        && fits(of(String.join(" ", asked.words())).words(), held.text())
                        && (asked.number() == null || asked.number().equals(held.house())));
    }

    public String text() {
        var text = String.join(" ", words);
        return text.length() <= 120 ? text : text.substring(0, 120).strip();
    }

    private static String written(String word) {
        var full = SHORT.getOrDefault(word, word);
        return full.length() <= NameWords.LONGEST ? full : full.substring(0, NameWords.LONGEST);
    }
}
