package org.vigil.person.search.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was said of when somebody was born.
 *
 * @param from the first day that it can mean
 * @param to the last
 * @param written in the words of the query
 */
public record BirthClue(Kind kind, LocalDate from, LocalDate to, String written) {

    /** How exact it is. */
    public enum Kind {
        DAY,
        MONTH,
        YEAR,
        AGE
    }

    /** How well a held date of birth fits. */
    public enum Fit {
        /** All that was said is so. */
        FULL,
        /** What is held is partial and does not contradict. */
        PARTLY,
        /** One slip: day and month swapped, one figure wrong, a year beside. */
        NEARLY,
        NONE
    }

    /** A date of birth as it is held, any part of which may be missing. */
    public record Born(@Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {}

    /** How a held date fits the clue. */
    public Fit fit(Born born) {
        if (born.year() == null) {
            return kind == Kind.DAY || kind == Kind.MONTH ? partial(born) : Fit.NONE;
        }
        if (kind == Kind.YEAR || kind == Kind.AGE) {
            return years(born);
        }
        if (born.year() == from.getYear()) {
            if (isMissingOr(born.month(), from.getMonthValue())
                    && (kind == Kind.MONTH || isMissingOr(born.day(), from.getDayOfMonth()))) {
                return born.month() == null || kind == Kind.DAY && born.day() == null ? Fit.PARTLY : Fit.FULL;
            }
        }
        return kind == Kind.DAY && isOneSlipAway(born) ? Fit.NEARLY : Fit.NONE;
    }

    /** The years of birth that can fit fully, or nearly. */
    public boolean isYearPossible(int year) {
        return year >= from.getYear() - 1 && year <= to.getYear() + 1 || kind == Kind.DAY && isYearOneFigureAway(year);
    }

    private Fit years(Born born) {
        if (born.year() < from.getYear() - 1 || born.year() > to.getYear() + 1) {
            return Fit.NONE;
        }
        if (born.month() != null && born.day() != null && kind == Kind.AGE) {
            var last = java.time.YearMonth.of(born.year(), born.month()).lengthOfMonth();
            var day = LocalDate.of(born.year(), born.month(), Math.min(born.day(), last));
            return !day.isBefore(from) && !day.isAfter(to) ? Fit.FULL : Fit.NEARLY;
        }
        return born.year() >= from.getYear() && born.year() <= to.getYear() ? Fit.FULL : Fit.NEARLY;
    }

    private Fit partial(Born born) {
        var month = isMissingOr(born.month(), from.getMonthValue());
        var day = kind == Kind.MONTH || isMissingOr(born.day(), from.getDayOfMonth());
        return month && day ? Fit.PARTLY : Fit.NONE;
    }

    private boolean isOneSlipAway(Born born) {
        if (born.month() == null || born.day() == null) {
            return false;
        }
        var sameYear = born.year() == from.getYear();
        var swapped = born.day() == from.getMonthValue() && born.month() == from.getDayOfMonth();
        if (sameYear && swapped) {
            return true;
        }
        var asked = "%04d%02d%02d".formatted(from.getYear(), from.getMonthValue(), from.getDayOfMonth());
        var held = "%04d%02d%02d".formatted(born.year(), born.month(), born.day());
        return different(asked, held) == 1 || isTransposed(asked, held);
    }

    private boolean isYearOneFigureAway(int year) {
        var asked = Integer.toString(from.getYear());
        var held = Integer.toString(year);
        return asked.length() == held.length() && (different(asked, held) == 1 || isTransposed(asked, held));
    }

    private static int different(String one, String other) {
        var count = 0;
        for (var at = 0; at < one.length(); at++) {
            if (one.charAt(at) != other.charAt(at)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isTransposed(String one, String other) {
        for (var at = 0; at + 1 < one.length(); at++) {
            var swapped = one.substring(0, at) + one.charAt(at + 1) + one.charAt(at) + one.substring(at + 2);
            if (swapped.equals(other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMissingOr(@Nullable Integer held, int asked) {
        return held == null || held == asked;
    }
}
