package org.vigil.person.search.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What was said of when somebody was born.
 *
 * @param from the first day that it can mean
 * @param to the last; of a birthday, the same day of a later year
 * @param written in the words of the query
 */
public record BirthClue(Kind kind, LocalDate from, LocalDate to, String written) {

    private static final double CONTRADICTED = -6;

    /** How exact it is. */
    public enum Kind {
        DAY,
        MONTH,
        YEAR,
        AGE,
        /** A day and a month without a year. */
        BIRTHDAY
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
        if (kind == Kind.BIRTHDAY) {
            return birthday(born);
        }
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

    /** What a fit says for somebody, in bits: the more exact the clue, the more. */
    public double bits(Fit fit) {
        return switch (fit) {
            case FULL -> switch (kind) {
                case DAY -> 14;
                case MONTH -> 9;
                case BIRTHDAY -> 8;
                case YEAR, AGE -> 6;
            };
            case PARTLY -> kind == Kind.BIRTHDAY ? 0 : 4;
            case NEARLY -> kind == Kind.DAY ? 8 : 3;
            case NONE -> CONTRADICTED;
        };
    }

    /** What it says for somebody of whose birth only years are known, in bits. */
    double bitsOfYear(Iterable<Integer> years) {
        if (kind == Kind.BIRTHDAY) {
            return 0;
        }
        for (var year : years) {
            if (isYearPossible(year)) {
                return bits(Fit.PARTLY);
            }
        }
        return years.iterator().hasNext() ? CONTRADICTED : 0;
    }

    /** The years of birth that can fit fully, or nearly. */
    public boolean isYearPossible(int year) {
        return year >= from.getYear() - 1 && year <= to.getYear() + 1 || kind == Kind.DAY && isYearOneFigureAway(year);
    }

    private Fit birthday(Born born) {
        if (isMissingOr(born.month(), from.getMonthValue()) && isMissingOr(born.day(), from.getDayOfMonth())) {
            return born.month() == null || born.day() == null ? Fit.PARTLY : Fit.FULL;
        }
        return isSwapped(born) ? Fit.NEARLY : Fit.NONE;
    }

    private Fit years(Born born) {
        if (born.year() < from.getYear() - 1 || born.year() > to.getYear() + 1) {
            return Fit.NONE;
        }
        if (born.month() != null && born.day() != null && kind == Kind.AGE) {
            var last = YearMonth.of(born.year(), born.month()).lengthOfMonth();
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
        if (born.year() == from.getYear() && isSwapped(born)) {
            return true;
        }
        // 1989 and 1990 differ in two figures and are still a year beside each other.
        var sameDay = born.month() == from.getMonthValue() && born.day() == from.getDayOfMonth();
        if (sameDay && Math.abs(born.year() - from.getYear()) == 1) {
            return true;
        }
        var asked = "%04d%02d%02d".formatted(from.getYear(), from.getMonthValue(), from.getDayOfMonth());
        var held = "%04d%02d%02d".formatted(born.year(), born.month(), born.day());
        return different(asked, held) == 1 || isTransposed(asked, held);
    }

    private boolean isSwapped(Born born) {
        return born.day() != null
                && born.month() != null
                && born.day() == from.getMonthValue()
                && born.month() == from.getDayOfMonth();
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
