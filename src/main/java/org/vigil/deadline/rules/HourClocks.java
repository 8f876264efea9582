package org.vigil.deadline.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.UkTime;

/** C1, C2 and C3: so many hours, of which whole local days may not count. */
final class HourClocks {

    private HourClocks() {}

    static Due elapsed(Instant start, Duration length) {
        return Due.at(start.plus(length));
    }

    /**
     * Lets the hours run and stand still from local midnight to local midnight, so that a day of 23 or 25 hours is left
     * out whole. A clock that starts on a day left out begins at that day's end.
     */
    static DueAnswer court(Instant start, Duration length, LeftOut leftOut, BankHolidays holidays) {
        var answer = run(start, length, leftOut, holidays);
        var doubtful = doubtfulDay(start, answer, leftOut, holidays);
        if (!(answer instanceof Due due) || doubtful == null) {
            return answer;
        }
        var other = run(start, length, leftOut, holidays.plus(doubtful, "Boxing Day"));
        var otherwise = other instanceof Due later ? " If it counted as one, the time would be "
                + UkTime.moment(later.at()) + "." : "";
        return due.with(UkTime.day(doubtful) + " is not on the published list of bank holidays, though the wording of the"
                + " 1971 Act includes it. The published list is used, which gives the earlier time." + otherwise
                + " Take legal advice before relying on the later one.");
    }

    private static DueAnswer run(Instant start, Duration length, LeftOut leftOut, BankHolidays holidays) {
        var excluded = new ArrayList<ExcludedDay>();
        var at = start;
        var left = length;
        while (true) {
            var day = UkTime.localDay(at);
            if (leftOut.needsCalendar() && !holidays.covers(day)) {
                return holidays.cannotTell(day);
            }
            var end = UkTime.endOf(day);
            var reason = leftOut.reasonFor(day, holidays);
            if (reason != null) {
                excluded.add(new ExcludedDay(day, reason));
            } else {
                var available = Duration.between(at, end);
                if (left.compareTo(available) <= 0) {
                    return Due.at(at.plus(left)).with(excluded);
                }
                left = left.minus(available);
            }
            at = end;
        }
    }

    /** A 26 December in doubt that the clock ran over, where its being a bank holiday would matter. */
    @Nullable
    private static LocalDate doubtfulDay(Instant start, DueAnswer answer, LeftOut leftOut, BankHolidays holidays) {
        if (!(answer instanceof Due due) || !leftOut.needsCalendar() || !leftOut.countsSaturdays()) {
            return null;
        }
        var last = UkTime.localDay(due.at().minusNanos(1));
        for (var day = UkTime.localDay(start); !day.isAfter(last); day = day.plusDays(1)) {
            if (holidays.isDoubtful(day)) {
                return day;
            }
        }
        return null;
    }
}
