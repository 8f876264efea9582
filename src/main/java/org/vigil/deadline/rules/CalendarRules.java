package org.vigil.deadline.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.vigil.shared.UkTime;

/** Whether a published list of bank holidays is whole, and how it follows on the one in force. */
public final class CalendarRules {

    /** Every year has had at least eight since 1978. */
    private static final int FEWEST_A_YEAR = 8;

    private static final int MONTHS_OF_WARNING = 12;

    private CalendarRules() {}

    /** Everything that keeps the list from taking the place of the one in force; empty where nothing does. */
    public static List<String> problems(PublishedCalendar list, BankHolidays held, LocalDate today) {
        var problems = new ArrayList<String>();
        for (var year = list.firstYear(); year <= list.lastYear(); year++) {
            missingIn(list, year, problems);
        }
        if (list.lastYear() < held.lastYear()) {
            problems.add("the calendar in force has " + years(list.lastYear() + 1, held.lastYear())
                    + ", and the file has not");
        }
        var earliestNeeded = today.getYear() - 1;
        if (list.firstYear() > earliestNeeded && held.firstYear() < list.firstYear()) {
            problems.add("it begins with " + list.firstYear() + ", and running clocks may need " + earliestNeeded);
        }
        return problems;
    }

    private static void missingIn(PublishedCalendar list, int year, List<String> problems) {
        var days = list.days().stream().filter(day -> day.day().getYear() == year).toList();
        if (days.size() < FEWEST_A_YEAR) {
            problems.add(year + " has " + days.size() + " days, where a year has at least " + FEWEST_A_YEAR);
            return;
        }
        var easter = ChristianDays.easterSunday(year);
        for (var needed : List.of(easter.minusDays(2), easter.plusDays(1))) {
            if (days.stream().noneMatch(day -> day.day().equals(needed))) {
                problems.add(year + " lacks " + UkTime.day(needed)
                        + (needed.isBefore(easter) ? " (Good Friday)" : " (Easter Monday)"));
            }
        }
    }

    private static String years(int first, int last) {
        return first == last
                ? String.valueOf(first)
                : String.join(", ", IntStream.rangeClosed(first, last).mapToObj(String::valueOf).toList());
    }

    /** The list with the years before its first taken over from the one in force: the publisher drops old years. */
    public static PublishedCalendar together(PublishedCalendar list, BankHolidays held) {
        if (held.firstYear() >= list.firstYear() || held.lastYear() < list.firstYear() - 1) {
            return list;
        }
        var days = new ArrayList<PublishedCalendar.Day>();
        held.titles().forEach((day, title) -> {
            if (day.getYear() < list.firstYear()) {
                days.add(new PublishedCalendar.Day(day, title, ""));
            }
        });
        days.sort(Comparator.comparing(PublishedCalendar.Day::day));
        days.addAll(list.days());
        return new PublishedCalendar(days, held.firstYear(), list.lastYear());
    }

    /** Whether both name the same days by the same titles. */
    public static boolean isSame(PublishedCalendar list, BankHolidays held) {
        var titles = new HashMap<LocalDate, String>();
        list.days().forEach(day -> titles.put(day.day(), day.title()));
        return titles.equals(held.titles()) && list.firstYear() == held.firstYear() && list.lastYear() == held.lastYear();
    }

    /** Whether the calendar ends within the twelve months from now. */
    public static boolean endsSoon(BankHolidays held, Instant now) {
        var end = LocalDate.of(Math.max(held.lastYear(), 1), 12, 31);
        return end.isBefore(UkTime.localDay(now).plusMonths(MONTHS_OF_WARNING));
    }
}
