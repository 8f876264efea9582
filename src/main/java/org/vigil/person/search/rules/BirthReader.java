package org.vigil.person.search.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a date of birth in any usual form; the first that is found counts, and so it is with an age beside it. */
final class BirthReader {

    /** Whole words or the first three letters: "Martin 1984" is no month. */
    private static final String MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** "May 21" may be a May of twenty-one: only with a word that says so, or alone, is it a date without a year. */
    private static final Set<String> ALSO_NAMES = Set.of("jan", "may", "june", "april", "august");

    private static final String SAID = "((?:born|dob|birthday)[\\s:]+(?:(?:in|on)\\s+)?)?";
    private static final String TH = "(st|nd|rd|th)?";

    private static final Pattern ISO = Unread.whole("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern SLASHED = Unread.whole("(\\d{1,2})([/.])(\\d{1,2})\\2(\\d{4}|\\d{2})");
    private static final Pattern SPACED = Unread.whole("(\\d{1,2})(-|\\s)(\\d{1,2})\\2(\\d{4}|\\d{2})");
    private static final Pattern WORDED = Unread.whole(
            "(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s./-]*" + MONTH + "[\\s.,/-]*(\\d{4}|\\d{2})");
    private static final Pattern MONTH_FIRST =
            Unread.whole(MONTH + "\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4}|\\d{2})");
    private static final Pattern MONTH_AND_YEAR = Unread.whole(MONTH + "[\\s.,/-]*(\\d{4})");
    private static final Pattern NUMERIC_MONTH = Unread.whole("(\\d{1,2})[/.](\\d{4})");
    private static final Pattern COMPACT = Unread.whole("(\\d{2})(\\d{2})(\\d{4}|\\d{2})");
    private static final Pattern COMPACT_ISO = Unread.whole("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR = Unread.whole("(?:b\\.?\\s?)?(\\d{4})");
    private static final Pattern MONTH_AND_SHORT_YEAR = Unread.whole(SAID + MONTH + "[\\s.,/-]*['’]?(\\d{2})");
    private static final Pattern DAY_AND_MONTH =
            Unread.whole(SAID + "(\\d{1,2})" + TH + "(\\s+of)?[\\s./-]*" + MONTH);
    private static final Pattern MONTH_AND_DAY = Unread.whole(SAID + MONTH + "\\.?\\s+(\\d{1,2})" + TH);
    private static final Pattern SAID_YEAR =
            Unread.whole("(?:born|dob|yob|year\\s+of\\s+birth|b\\.)[\\s:]*(?:in\\s+)?['’]?(\\d{2})");

    private static final Pattern FULL_YEAR = Pattern.compile("\\d{4}");

    private static final int LAST_DAY = 31;
    private static final int FIRST_YEAR = 1900;

    /** Back to a leap year, so that 29 February has been that long ago. */
    private static final int BIRTHDAYS = 116;

    private final LocalDate today;
    private final List<String> notes;
    private @Nullable BirthClue found;

    BirthReader(LocalDate today, List<String> notes) {
        this.today = today;
        this.notes = notes;
    }

    /** Takes what can be nothing but a date, before numbers are taken for anything else. */
    void takeDates(Unread unread) {
        unread.take(ISO, at -> day(at, number(at, 1), number(at, 2), number(at, 3)));
        unread.take(SLASHED, at -> day(at, year(at.group(4)), number(at, 3), number(at, 1)));
        unread.take(WORDED, at -> day(at, year(at.group(3)), month(at.group(2)), number(at, 1)));
        unread.take(MONTH_FIRST, at -> day(at, year(at.group(3)), month(at.group(1)), number(at, 2)));
        unread.take(MONTH_AND_YEAR, at -> month(at, number(at, 2), month(at.group(1))));
        unread.take(NUMERIC_MONTH, at -> number(at, 1) <= 12 && month(at, number(at, 2), number(at, 1)));
    }

    /** Takes dates with spaces or hyphens between their figures, once phone numbers said in pairs are gone. */
    void takeSpacedDates(Unread unread) {
        unread.take(SPACED, at -> isEitherDay(year(at.group(4)), number(at, 3), number(at, 1))
                && day(at, year(at.group(4)), number(at, 3), number(at, 1)));
    }

    /** Takes dates without anything between their figures, once phone numbers are gone. */
    void takeCompactDates(Unread unread) {
        unread.take(COMPACT, at -> isDay(year(at.group(3)), number(at, 2), number(at, 1))
                && day(at, year(at.group(3)), number(at, 2), number(at, 1)));
        unread.take(COMPACT_ISO, at -> isDay(number(at, 1), number(at, 2), number(at, 3))
                && day(at, number(at, 1), number(at, 2), number(at, 3)));
    }

    /** Takes dates of which only a part was said, once addresses are gone: "12 March", "March 84", "born 85". */
    void takePartialDates(Unread unread) {
        unread.take(MONTH_AND_SHORT_YEAR, at -> number(at, 3) > LAST_DAY
                && isMonth(unread, at, at.group(2), at.group(1) != null)
                && month(at, year(at.group(3)), month(at.group(2))));
        unread.take(DAY_AND_MONTH, at -> isMonth(
                        unread, at, at.group(5), at.group(1) != null || at.group(3) != null || at.group(4) != null)
                && birthday(at, month(at.group(5)), number(at, 2)));
        unread.take(MONTH_AND_DAY, at -> isMonth(unread, at, at.group(2), at.group(1) != null || at.group(4) != null)
                && birthday(at, month(at.group(2)), number(at, 3)));
        unread.take(SAID_YEAR, at -> year(at, year(at.group(1))));
    }

    /** Takes whole years. */
    void takeYears(Unread unread) {
        unread.take(YEAR, at -> number(at, 1) >= FIRST_YEAR
                && number(at, 1) <= today.getYear()
                && year(at, number(at, 1)));
    }

    @Nullable BirthClue found() {
        return found;
    }

    private static boolean isMonth(Unread unread, MatchResult at, String month, boolean said) {
        return said
                || !ALSO_NAMES.contains(Unread.lower(month))
                || unread.text().strip().equals(at.group().strip());
    }

    private boolean day(MatchResult at, int year, int month, int day) {
        if (isEitherDay(year, month, day)) {
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

    private boolean year(MatchResult at, int year) {
        return keep(at, BirthClue.Kind.YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private boolean birthday(MatchResult at, int month, int day) {
        for (var year = today.getYear(); year > today.getYear() - 9; year--) {
            if (isDay(year, month, day) && !LocalDate.of(year, month, day).isAfter(today)) {
                var last = LocalDate.of(year, month, day);
                return keep(at, BirthClue.Kind.BIRTHDAY, last.minusYears(BIRTHDAYS), last);
            }
        }
        return false;
    }

    /** Keeps a span of days in which somebody of an age was born. */
    boolean age(MatchResult at, int youngest, int oldest) {
        return keep(
                at, BirthClue.Kind.AGE, today.minusYears(oldest + 1L).plusDays(1), today.minusYears(youngest));
    }

    private boolean keep(MatchResult at, BirthClue.Kind kind, LocalDate from, LocalDate to) {
        var written = at.group().strip();
        if (from.equals(LocalDate.of(FIRST_YEAR, 1, 1)) && kind == BirthClue.Kind.DAY) {
            notes.add("“" + written + "” stands for a date that nobody knew: it was left out.");
        } else if (from.isAfter(today) || to.isBefore(today.minusYears(AgeReader.OLDEST + 10L))) {
            notes.add("Nobody was born on “" + written + "” who can be in these records: it was left out.");
        } else if (found == null) {
            found = new BirthClue(kind, from, to, written);
        } else {
            notes.add("Only one date of birth is looked for: “" + written + "” was left out.");
        }
        return true;
    }

    private static boolean isEitherDay(int year, int month, int day) {
        return isDay(year, month, day) || isDay(year, day, month);
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
