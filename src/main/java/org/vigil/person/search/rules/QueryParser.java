package org.vigil.person.search.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.person.rules.PhoneKeys;
import org.vigil.person.rules.TextKeys;

/**
 * Reads the one field of the search: what looks like a date, a number or a postcode is taken for one, and what is left
 * is a name. Nothing that can be typed is an error; what makes no sense is left out with a note.
 */
public final class QueryParser {

    /** What is typed beyond this is not read. */
    public static final int LONGEST = 200;

    private static final int MOST_NAMES = 6;
    private static final int SHORTEST_PHONE = 9;

    private static final String STREET_TYPE = "street|st|road|rd|lane|ln|avenue|ave|close|cl|drive|dr|court|ct|crescent|cres"
            + "|place|pl|terrace|gardens|gdns|grove|way|walk|square|sq|hill|park|mews|row|view|rise|green|parade|wharf|heol"
            + "|ffordd|stryd";

    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>()]+@[^\\s@,;<>()]+\\.[\\p{L}]{2,}");
    private static final Pattern UK_PHONE = Pattern.compile(
            "(?<![\\p{L}\\p{N}/-])(?:(?:\\+|00)\\s?44[\\s.-]?(?:\\(0\\))?|\\(?0)(?:[\\s().-]{0,2}\\d){9,10}(?![\\p{L}\\p{N}/])");
    private static final Pattern PHONE = Pattern.compile("(?<![\\p{L}\\p{N}/-])[+(]?\\d[\\d\\s().-]{6,24}\\d(?![\\p{L}\\p{N}/])");
    private static final Pattern POSTCODE = Unread.whole("([a-z]{1,2}\\d[a-z\\d]?)\\s*(\\d[a-z]{2})");
    private static final Pattern SECTOR = Unread.whole("([a-z]{1,2}\\d[a-z\\d]?)\\s(\\d)");
    private static final Pattern OUTWARD = Unread.whole("[a-z]{1,2}\\d[a-z\\d]?");
    private static final Pattern STREET = Unread.whole("(?:flat\\s+\\w{1,4},?\\s+)?(\\d{1,4}[a-z]?),?\\s+"
            + "((?:[\\p{L}'’.-]+\\s+){1,4}?(?:" + STREET_TYPE + "))");
    private static final Pattern REFERENCE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}/_-]*\\d)[\\p{L}\\p{N}]+(?:[/_-][\\p{L}\\p{N}]+)*(?![\\p{L}\\p{N}])");
    private static final Set<String> STREET_TYPES = Set.of(STREET_TYPE.split("\\|"));

    /** Words around a name that are none. */
    private static final Set<String> FILLERS = Set.of(
            "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dob", "born", "aged", "age", "tel", "phone", "mobile", "mob",
            "ref", "reference", "pnc", "pncid", "cro", "postcode", "aka", "alias", "nee", "née", "address", "lives", "male",
            "female", "known", "called", "named", "the", "and", "or", "of", "at", "in", "on", "from", "years", "old");

    private static final Pattern DOTTED_DOB = Pattern.compile("d\\.o\\.b\\.?", Pattern.CASE_INSENSITIVE);

    private final Unread unread;
    private final BirthReader birth;
    private final List<String> notes = new ArrayList<>();
    private final List<String> phones = new ArrayList<>();
    private final List<String> emails = new ArrayList<>();
    private final List<Terms.Postcode> postcodes = new ArrayList<>();
    private final List<Terms.Reference> references = new ArrayList<>();
    private Terms.@Nullable Street street;

    private QueryParser(String query, LocalDate today) {
        unread = new Unread(query);
        birth = new BirthReader(today, notes);
    }

    /** Reads a query as typed on a day. */
    public static Terms parse(String query, LocalDate today) {
        var text = query.strip();
        var cut = text.codePointCount(0, text.length()) > LONGEST;
        var parser = new QueryParser(cut ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) : text, today);
        if (cut) {
            parser.notes.add("Only the first " + LONGEST + " characters were read.");
        }
        return parser.read();
    }

    private Terms read() {
        unread.take(EMAIL, at -> emails.add(Unread.lower(at.group())));
        unread.take(DOTTED_DOB, at -> true);
        birth.takeDates(unread);
        unread.take(UK_PHONE, this::phone);
        unread.take(PHONE, this::phone);
        birth.takeCompactDates(unread);
        unread.take(POSTCODE, at -> postcode(at, Terms.Postcode.Part.WHOLE));
        unread.take(STREET, this::street);
        birth.takeAges(unread);
        unread.take(SECTOR, at -> postcode(at, Terms.Postcode.Part.SECTOR));
        unread.take(OUTWARD, at -> postcode(at, Terms.Postcode.Part.OUTWARD));
        birth.takeBareAge(unread);
        unread.take(REFERENCE, at -> references.add(new Terms.Reference(at.group())));
        var names = names();
        var terms = new Terms(names, birth.found(), phones, postcodes, references, emails, street, notes);
        return terms.isEmpty() ? terms.withNote(nothing(names)) : terms;
    }

    private String nothing(List<Asked> names) {
        return names.isEmpty()
                ? "Type a name, a date of birth, a postcode, a phone number or a reference."
                : "One letter is too little to look for: type at least two.";
    }

    private boolean phone(MatchResult at) {
        var digits = at.group().chars().filter(Character::isDigit).count();
        var key = digits < SHORTEST_PHONE ? "" : PhoneKeys.of(at.group());
        return !key.isEmpty() && phones.add(key);
    }

    private boolean postcode(MatchResult at, Terms.Postcode.Part part) {
        var key = at.group().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return postcodes.add(new Terms.Postcode(key, part, at.group()));
    }

    private boolean street(MatchResult at) {
        if (street != null) {
            return false;
        }
        street = new Terms.Street(Unread.lower(at.group(1)), words(at.group(2)), true);
        return true;
    }

    private List<Asked> names() {
        var asked = new ArrayList<Asked>();
        var pending = new ArrayList<String>();
        var unknown = false;
        var groups = NameWords.groups(unread.text().replaceAll("[^\\p{L}\\p{M}\\p{N}'’‘ʼʻ`´-]+", " "));
        var words = groups.stream().flatMap(List::stream).toList();
        for (var at = 0; at < words.size(); at++) {
            var word = words.get(at).length() > NameWords.LONGEST
                    ? words.get(at).substring(0, NameWords.LONGEST)
                    : words.get(at);
            if (NameWords.isPlaceholder(word)) {
                unknown = true;
            } else if (FILLERS.contains(word) || word.chars().allMatch(Character::isDigit)) {
                continue;
            } else if (NameWords.isParticle(word) && at < words.size() - 1) {
                pending.add(word);
                asked.add(Asked.of(word).asOptional());
            } else {
                asked.add(pending.isEmpty() ? Asked.of(word) : Asked.of(word).withJoined(String.join("", pending) + word));
                pending.clear();
            }
        }
        if (unknown) {
            notes.add("“Unknown” stands for a name that nobody knew: it was left out.");
        }
        guessStreet(words);
        if (asked.size() > MOST_NAMES) {
            notes.add("Only the first " + MOST_NAMES + " words of the name were looked for.");
        }
        return asked.stream().limit(MOST_NAMES).toList();
    }

    /** "Marsh Lane" may be a place or a person: both are looked for. */
    private void guessStreet(List<String> words) {
        var last = words.size() - 1;
        if (street == null && last >= 1 && STREET_TYPES.contains(words.get(last)) && words.get(last).length() > 2) {
            street = new Terms.Street(null, words.subList(Math.max(0, last - 1), last + 1), false);
        }
    }

    private static List<String> words(String text) {
        return Stream.of(TextKeys.fold(text, LONGEST).split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
