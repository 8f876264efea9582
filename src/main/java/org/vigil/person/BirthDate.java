package org.vigil.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date of birth as claimed, each part of which may be missing.
 *
 * @param estimated taken from an age or an appearance
 */
public record BirthDate(
        @Nullable Integer year, @Nullable Integer month, @Nullable Integer day, boolean estimated) {

    private static final int OLDEST = 130;
    private static final int FILLER_YEAR = 1900;

    public static BirthDate of(LocalDate date) {
        return new BirthDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), false);
    }

    /** The year that an age in years points to. */
    public static BirthDate ofAge(int age, LocalDate today) {
        return new BirthDate(today.minusYears(age).getYear(), null, null, true);
    }

    public boolean isFull() {
        return year != null && month != null && day != null;
    }

    /**
     * What of it is evidence: the first of January is what systems write when only the year is known, and a birth before
     * anyone alive, or in the future, what they write when nothing is.
     */
    public BirthDate credible(LocalDate today) {
        if (year != null && (year <= today.getYear() - OLDEST || year > today.getYear())) {
            return new BirthDate(null, null, null, estimated);
        }
        if (year != null && month != null && day != null && month == 1 && day == 1) {
            return new BirthDate(year == FILLER_YEAR ? null : year, null, null, true);
        }
        return this;
    }

    public boolean isEmpty() {
        return year == null && month == null && day == null;
    }

    /** Whether such a day is possible, as far as it is known. */
    public boolean isPossible() {
        if (month != null && (month < 1 || month > 12) || day != null && (day < 1 || day > 31)) {
            return false;
        }
        if (month == null || day == null) {
            return true;
        }
        return day <= java.time.YearMonth.of(year == null ? 2000 : year, month).lengthOfMonth();
    }
}
