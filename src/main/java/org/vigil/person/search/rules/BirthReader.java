package org.vigil.person.search.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a date of birth in any usual form, or an age; the first that is found counts. */
final class BirthReader {

    /** Whole words or the first three letters: "Martin 1984" is no month. */
    private static final String MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Pattern ISO = Unread.whole("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern NUMERIC = Unread.whole("(\\d{1,2})([/.-]|\\s)(\\d{1,2})\\2(\\d{4}|\\d{2})");
    private static final Pattern WORDED = Unread.whole(
            "(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s./-]*" + MONTH + "[\\s.,/-]*(\\d{4}|\\d{2})");
    private static final Pattern MONTH_FIRST =
            Unread.whole(MONTH + "\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4}|\\d{2})");
    private static final Pattern MONTH_AND_YEAR = Unread.whole(MONTH + "[\\s.,/-]*(\\d{4})");
    private static final Pattern NUMERIC_MONTH = Unread.whole("(\\d{1,2})[/.](\\d{4})");
    private static final Pattern COMPACT = Unread.whole("(\\d{2})(\\d{2})(\\d{4}|\\d{2})");
    private static final Pattern COMPACT_ISO = Unread.whole("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR = Unread.whole("(?:b\\.?\\s?)?(\\d{4})");
    private static final Pattern DECADE =
            Unread.whole("(?:in\\s+)?(?:(?:his|her|their)\\s+)?(early|mid|late)?\\s*([1-9])0['’]?s");
    private static final Pattern SAID_AGE = Unread.whole("aged?:?\\s*(?:about\\s+|approx\\.?\\s+)?(\\d{1,3})"
            + "(?:\\s*(?:years?|yrs?)(?:\\s+old)?)?|(\\d{1,3})\\s*(?:years?\\s+old|yrs?\\s+old|years?|yrs?|y/?o|y)");
    private static final Pattern BARE_AGE = Unread.whole("(\\d{1,2})");

    private static final Pattern FULL_YEAR = Pattern.compile("\\d{4}");

    private static final int OLDEST = 120;
    private static final int FIRST_YEAR = 1900;

    private final LocalDate today;
    private final List<String> notes;
    private @Nullable BirthClue found;

    BirthReader(LocalDate today, List<String> notes) {
        this.today = today;
        this.notes = notes;
    }

    /** Takes dates out of the query, before numbers are taken for anything else. */
    void takeDates(Unread unread) {
        unread.take(ISO, at -> day(at, number(at, 1), number(at, 2), number(at, 3)));
        unread.take(NUMERIC, at -> day(at, year(at.group(4)), number(at, 3), number(at, 1)));
        unread.take(WORDED, at -> day(at, year(at.group(3)), month(at.group(2)), number(at, 1)));
        unread.take(MONTH_FIRST, at -> day(at, year(at.group(3)), month(at.group(1)), number(at, 2)));
        unread.take(MONTH_AND_YEAR, at -> month(at, number(at, 2), month(at.group(1))));
        unread.take(NUMERIC_MONTH, at -> number(at, 1) <= 12 && month(at, number(at, 2), number(at, 1)));
    }

    /** Takes dates without anything between their figures, once phone numbers are gone. */
    void takeCompactDates(Unread unread) {
        unread.take(COMPACT, at -> isDay(year(at.group(3)), number(at, 2), number(at, 1))
                && day(at, year(at.group(3)), number(at, 2), number(at, 1)));
        unread.take(COMPACT_ISO, at -> isDay(number(at, 1), number(at, 2), number(at, 3))
                && day(at, number(at, 1), number(at, 2), number(at, 3)));
    }

    /** Takes ages that are said to be ages, and years. */
    void takeAges(Unread unread) {
        unread.take(SAID_AGE, at -> age(at, Integer.parseInt(at.group(1) != null ? at.group(1) : at.group(2))));
        unread.take(DECADE, this::decade);
        unread.take(YEAR, at -> number(at, 1) >= FIRST_YEAR && number(at, 1) <= today.getYear() && year(at));
    }

    /** Takes a number that stands alone for an age, once house numbers are gone. */
    void takeBareAge(Unread unread) {
        unread.take(BARE_AGE, at -> number(at, 1) >= 5 && age(at, number(at, 1)));
    }

    @Nullable BirthClue found() {
        return found;
    }

    private boolean day(MatchResult at, int year, int month, int day) {
        if (isDay(year, month, day) || isDay(year, day, month)) {
            var date = isDay(year, month, day) ? LocalDate.of(year, month, day) : LocalDate.of(year, day, month);
            var past = date.isAfter(today) && !FULL_YEAR.matcher(at.group()).find() ? date.minusYears(100) : date;
            return keep(at, BirthClue.Kind.DAY, past, past);
        }
        notes.add("There is no day “" + at.group().strip() + "”: it was left out.");
        return true;
    }

    private boolean month(MatchResult at, int year, int month) {
        if (year < 1 || month < 1) {
            return false;
        }
        var named = YearMonth.of(year, month);
        return keep(at, BirthClue.Kind.MONTH, named.atDay(1), named.atEndOfMonth());
    }

    private boolean year(MatchResult at) {
        var year = number(at, 1);
        return keep(at, BirthClue.Kind.YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private boolean age(MatchResult at, int age) {
        return age <= OLDEST
                && keep(at, BirthClue.Kind.AGE, today.minusYears(age + 1L).plusDays(1), today.minusYears(age));
    }

    private boolean decade(MatchResult at) {
        var first = number(at, 2) * 10;
        var said = at.group(1) == null ? "" : Unread.lower(at.group(1));
        var youngest = first + ("mid".equals(said) ? 3 : "late".equals(said) ? 6 : 0);
        var oldest = first + ("early".equals(said) ? 4 : "mid".equals(said) ? 7 : 9);
        return keep(at, BirthClue.Kind.AGE, today.minusYears(oldest + 1L).plusDays(1), today.minusYears(youngest));
    }

    private boolean keep(MatchResult at, BirthClue.Kind kind, LocalDate from, LocalDate to) {
        var written = at.group().strip();
        if (from.equals(LocalDate.of(FIRST_YEAR, 1, 1)) && kind == BirthClue.Kind.DAY) {
            notes.add("“" + written + "” stands for a date that nobody knew: it was left out.");
        } else if (from.isAfter(today) || from.isBefore(today.minusYears(OLDEST + 10L))) {
            notes.add("Nobody was born on “" + written + "” who can be in these records: it was left out.");
        } else if (found == null) {
            found = new BirthClue(kind, from, to, written);
        } else {
            notes.add("Only one date of birth is looked for: “" + written + "” was left out.");
        }
        return true;
    }

    private static boolean isDay(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getYear() > 0;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /** A year of two figures is the last such year that has begun. */
    private int year(String figures) {
        var year = Integer.parseInt(figures);
        if (figures.length() == 4) {
            return year;
        }
        var thisCentury = today.getYear() / 100 * 100 + year;
        return thisCentury > today.getYear() ? thisCentury - 100 : thisCentury;
    }

    private static int month(String name) {
        return MONTHS.indexOf(Unread.lower(name).substring(0, 3)) + 1;
    }

    private static int number(MatchResult at, int group) {
        return Integer.parseInt(at.group(group));
    }
}
