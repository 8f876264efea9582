package org.vigil.deadline.rules;

import java.time.LocalDate;
import java.time.Month;

/** The two days that court hours leave out whether or not a list names them: Christmas Day and Good Friday. */
final class ChristianDays {

    private ChristianDays() {}

    static boolean isChristmasDay(LocalDate day) {
        return day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 25;
    }

    static boolean isGoodFriday(LocalDate day) {
        return day.equals(easterSunday(day.getYear()).minusDays(2));
    }

    /** Western Easter by the Gregorian computus (Meeus, Jones and Butcher). */
    static LocalDate easterSunday(int year) {
        var golden = year % 19;
        var century = year / 100;
        var yearOfCentury = year % 100;
        var lunar = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - lunar - yearOfCentury % 4) % 7;
        var correction = (golden + 11 * lunar + 22 * weekday) / 451;
        var sum = lunar + weekday - 7 * correction + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
