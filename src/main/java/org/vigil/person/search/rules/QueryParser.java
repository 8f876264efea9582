package org.vigil.person.search.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.vigil.person.rules.PhoneKeys;

/**
 * Reads the one field of the search: what looks like a date, a number or a postcode is taken for one, and what is left
 * is a name. Nothing that can be typed is an error; what makes no sense is left out with a note.
 */
public final class QueryParser {

    /** What is typed beyond this is not read. */
    public static final int LONGEST = 200;

    private static final int MOST_NAMES = 6;
    private static final int SHORTEST_PHONE = 9;

    private static final String BEFORE_PHONE = "(?<![\\p{L}\\p{N}/-])";
    private static final String AFTER_PHONE = "(?![\\p{L}\\p{N}/])";

    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>()]+@[^\\s@,;<>()]+\\.[\\p{L}]{2,}");

    /** Three figures together at the beginning: "05 06 1984 12" is no number. */
    private static final Pattern UK_PHONE = Pattern.compile(BEFORE_PHONE
            + "(?:(?:\\+|00)\\s?44[\\s.-]?(?:\\(0\\))?(?:[\\s().-]{0,2}\\d){9,10}"
            + "|\\(?0\\d{2}(?:[\\s().-]{0,2}\\d){7,8})" + AFTER_PHONE);
    private static final Pattern FOREIGN_PHONE =
            Pattern.compile(BEFORE_PHONE + "\\+\\d[\\d\\s().-]{6,24}\\d" + AFTER_PHONE);
    private static final Pattern PHONE =
            Pattern.compile(BEFORE_PHONE + "[+(]?\\d[\\d\\s().-]{6,24}\\d" + AFTER_PHONE);
    private static final Pattern PHONE_END = Unread.whole("(?:(?:phone|mobile|tel|number|no)\\.?\\s+)?"
            + "(?:ends?|ending|last\\s+(?:\\d|two|three|four|five|six)(?:\\s+(?:digits?|figures?|numbers?))?)\\s*"
            + "(?:in|with|are|is|:)?\\s*(\\d{3,9})");
    private static final Pattern BARE_PHONE_END = Unread.whole("((?!(?:19|20)\\d{2}(?!\\d))\\d{4,8})");
    private static final Pattern POSTCODE = Unread.whole("([a-z]{1,2}\\d[a-z\\d]?)\\s*(\\d[a-z]{2})");
    private static final Pattern SECTOR = Unread.whole("([a-z]{1,2}\\d[a-z\\d]?)\\s(\\d)");
    private static final Pattern OUTWARD = Unread.whole("[a-z]{1,2}\\d[a-z\\d]?");
    private static final Pattern PERSON = Unread.whole("person\\s+(?:no\\.?\\s*|number\\s+|id\\s+|#\\s*)?(\\d{1,18})");

    /** With a space before the letter; fewer figures could be a month, a year and an initial. */
    private static final Pattern SPACED_PNC = Unread.whole("(?:\\d{2}|\\d{4})/\\d{5,7}\\s[a-z]");
    private static final Pattern REFERENCE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}/_-]*\\d)[\\p{L}\\p{N}]+(?:[/_-][\\p{L}\\p{N}]+)*(?![\\p{L}\\p{N}])");
    private static final Pattern DOTTED_DOB = Pattern.compile("d\\.o\\.b\\.?", Pattern.CASE_INSENSITIVE);

    private final Unread unread;
    private final BirthReader birth;
    private final AgeReader age;
    private final StreetReader street = new StreetReader();
    private final List<String> notes = new ArrayList<>();
    private final List<String> phones = new ArrayList<>();
    private final List<String> phoneEnds = new ArrayList<>();
    private final List<String> emails = new ArrayList<>();
    private final List<Terms.Postcode> postcodes = new ArrayList<>();
    private final List<Terms.Reference> references = new ArrayList<>();
    private final List<Long> people = new ArrayList<>();

    private QueryParser(String query, LocalDate today) {
        unread = new Unread(DOTTED_DOB.matcher(query).replaceAll("dob "));
        birth = new BirthReader(today, notes);
        age = new AgeReader(birth);
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
        unread.take(PHONE_END, at -> phoneEnds.add(at.group(1)));
        unread.take(PERSON, at -> people.add(Long.valueOf(at.group(1))));
        unread.take(SPACED_PNC, at -> references.add(new Terms.Reference(at.group().replaceAll("\\s", ""))));
        birth.takeDates(unread);
        unread.take(UK_PHONE, this::phone);
        unread.take(FOREIGN_PHONE, this::phone);
        birth.takeSpacedDates(unread);
        unread.take(PHONE, this::phone);
        birth.takeCompactDates(unread);
        unread.take(POSTCODE, at -> postcode(at, Terms.Postcode.Part.WHOLE));
        street.take(unread);
        birth.takePartialDates(unread);
        age.takeSaid(unread);
        birth.takeYears(unread);
        unread.take(SECTOR, at -> postcode(at, Terms.Postcode.Part.SECTOR));
        unread.take(OUTWARD, at -> postcode(at, Terms.Postcode.Part.OUTWARD));
        street.guessNumbered(unread);
        age.takeAlone(unread);
        // A local number, or a reference without letters: looked for as both.
        unread.take(BARE_PHONE_END, at -> phoneEnds.add(at.group(1)) && false);
        unread.take(REFERENCE, at -> references.add(new Terms.Reference(at.group())));
        var names = names();
        var terms = new Terms(
                names,
                birth.found(),
                phones,
                phoneEnds,
                postcodes,
                references,
                people,
                emails,
                street.found(),
                notes);
        return terms.isEmpty() ? terms.withNote(nothing(names)) : terms;
    }

    private static String nothing(List<Asked> names) {
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

    private List<Asked> names() {
        var groups = NameWords.groups(unread.text().replaceAll("[^\\p{L}\\p{M}\\p{N}'’‘ʼʻ`´-]+", " "));
        var words = groups.stream()
                .flatMap(List::stream)
                .map(word -> word.length() > NameWords.LONGEST ? word.substring(0, NameWords.LONGEST) : word)
                .toList();
        if (words.stream().anyMatch(NameWords::isPlaceholder)) {
            notes.add("“Unknown” stands for a name that nobody knew: it was left out.");
        }
        street.guessUnnumbered(words);
        var meant = words.stream().filter(QueryParser::mayBeName).toList();
        var certain = meant.stream().filter(word -> !Labels.isSeldomName(word)).toList();
        var asked = asked(certain.isEmpty() && !isAnythingRead() ? meant : certain);
        if (asked.size() > MOST_NAMES) {
            notes.add("Only the first " + MOST_NAMES + " words of the name were looked for.");
        }
        return asked.stream().limit(MOST_NAMES).toList();
    }

    private static boolean mayBeName(String word) {
        return !NameWords.isPlaceholder(word)
                && !Labels.isLabel(word)
                && !word.chars().allMatch(Character::isDigit);
    }

    private boolean isAnythingRead() {
        return birth.found() != null
                || street.found() != null
                || !(phones.isEmpty() && phoneEnds.isEmpty() && postcodes.isEmpty() && references.isEmpty()
                        && people.isEmpty() && emails.isEmpty());
    }

    private static List<Asked> asked(List<String> words) {
        var asked = new ArrayList<Asked>();
        var pending = new ArrayList<String>();
        for (var at = 0; at < words.size(); at++) {
            var word = words.get(at);
            if (NameWords.isParticle(word) && at < words.size() - 1) {
                pending.add(word);
                asked.add(Asked.of(word).asOptional());
            } else {
                asked.add(pending.isEmpty() ? Asked.of(word) : Asked.of(word).withJoined(String.join("", pending) + word));
                pending.clear();
            }
        }
        return asked;
    }
}
