package org.vigil.deadline.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import org.vigil.shared.UkTime;

/** C4a to C6, and the days that a case sets: clocks that end with a local day. */
final class DayClocks {

    private DayClocks() {}

    /** C4a: the day itself is day 1. */
    static Due daysBeginningWith(LocalDate day, int days) {
        return endOf(day.plusDays(days - 1L));
    }

    /** C4b: the day after is day 1. */
    static Due daysAfter(LocalDate day, int days) {
        return endOf(day.plusDays(days));
    }

    /** C5a: the corresponding date, or the month's last day where there is none (Dodds v Walker). */
    static Due monthsOf(LocalDate day, int months) {
        return endOf(day.plusMonths(months));
    }

    /** C5b: the day before the corresponding date; the month's last day where there is no corresponding date. */
    static Due monthsBeginningWith(LocalDate day, int months) {
        var month = YearMonth.from(day).plusMonths(months);
        return month.isValidDay(day.getDayOfMonth())
                ? endOf(month.atDay(day.getDayOfMonth()).minusDays(1))
                : endOf(month.atEndOfMonth());
    }

    /** C6: the day after the start is the first that can be day 1. */
    static DueAnswer workingDaysAfter(LocalDate start, int days, BankHolidays holidays) {
        return workingDaysFrom(start, 1, days, holidays);
    }

    /** The end of the so-many-th working day before a day. */
    static DueAnswer workingDaysBefore(LocalDate target, int days, BankHolidays holidays) {
        return workingDaysFrom(target, -1, days, holidays);
    }

    private static DueAnswer workingDaysFrom(LocalDate from, int step, int days, BankHolidays holidays) {
        var excluded = new ArrayList<ExcludedDay>();
        var day = from;
        for (var counted = 0; counted < days; ) {
            day = day.plusDays(step);
            if (!holidays.covers(day)) {
                return holidays.cannotTell(day);
            }
            var reason = LeftOut.NOT_WORKING.reasonFor(day, holidays);
            if (reason == null) {
                counted++;
            } else {
                excluded.add(new ExcludedDay(day, reason));
            }
        }
        excluded.sort(Comparator.comparing(ExcludedDay::day));
        return endOf(day).with(excluded);
    }

    static Due endOf(LocalDate day) {
        return Due.at(UkTime.endOf(day));
    }
}
