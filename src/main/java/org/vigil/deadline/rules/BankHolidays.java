package org.vigil.deadline.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The published bank holidays of England and Wales.
 *
 * @param titles each day's title
 * @param firstYear the first year that the list covers whole
 * @param lastYear the last one
 */
public record BankHolidays(Map<LocalDate, String> titles, int firstYear, int lastYear) {

    public BankHolidays {
        titles = Map.copyOf(titles);
    }

    /** Whether the list says anything about the day. */
    boolean covers(LocalDate day) {
        return day.getYear() >= firstYear && day.getYear() <= lastYear;
    }

    @Nullable
    String titleOf(LocalDate day) {
        return titles.get(day);
    }

    /**
     * 26 December on a Saturday: the Act's wording makes it a bank holiday (BFDA 1971 Sch.1), the published list leaves
     * it out.
     */
    boolean isDoubtful(LocalDate day) {
        return day.getMonth() == Month.DECEMBER
                && day.getDayOfMonth() == 26
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !titles.containsKey(day);
    }

    /** The same list with one day more. */
    BankHolidays plus(LocalDate day, String title) {
        var more = new HashMap<>(titles);
        more.put(day, title);
        return new BankHolidays(more, firstYear, lastYear);
    }

    NoDue cannotTell(LocalDate day) {
        return day.getYear() > lastYear
                ? new NoDue("The clock would run past 31 December " + lastYear + ", where the bank-holiday calendar ends."
                        + " An administrator can upload a newer one.")
                : new NoDue("The bank-holiday calendar begins on 1 January " + firstYear + ", after this clock's days.");
    }
}
