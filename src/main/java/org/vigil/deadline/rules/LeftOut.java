package org.vigil.deadline.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which local days a kind of clock leaves out. */
enum LeftOut {
    /** C2: Sundays, Christmas Day, Good Friday and bank holidays (CSA 2010 s.27(4)). */
    COURT(false, true),
    /** C3: Sundays, Christmas Day and Good Friday (FLA 1996 s.47(7), Bail Act 1976 s.7(4)). */
    COURT_BANK_HOLIDAYS_COUNT(false, false),
    /** C6: Saturdays, Sundays and bank holidays; also Bail Act 1976 s.7(8) with Christmas Day and Good Friday. */
    NOT_WORKING(true, true);

    private final boolean saturdays;
    private final boolean bankHolidays;

    LeftOut(boolean saturdays, boolean bankHolidays) {
        this.saturdays = saturdays;
        this.bankHolidays = bankHolidays;
    }

    boolean needsCalendar() {
        return bankHolidays;
    }

    boolean countsSaturdays() {
        return !saturdays;
    }

    /** Why the day does not count, or null where it does. */
    @Nullable
    String reasonFor(LocalDate day, BankHolidays holidays) {
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return "Sunday";
        }
        if (ChristianDays.isChristmasDay(day)) {
            return "Christmas Day";
        }
        if (ChristianDays.isGoodFriday(day)) {
            return "Good Friday";
        }
        var title = bankHolidays ? holidays.titleOf(day) : null;
        if (title != null) {
            return title.toLowerCase(Locale.UK).contains("bank holiday") ? title : title + " (bank holiday)";
        }
        return saturdays && day.getDayOfWeek() == DayOfWeek.SATURDAY ? "Saturday" : null;
    }
}
