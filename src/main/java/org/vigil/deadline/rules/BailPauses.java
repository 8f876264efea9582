package org.vigil.deadline.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.vigil.shared.UkTime;

/** How a pause moves the end of a clock. Pre-charge bail counts in days (PACE ss.47ZL, 47ZM). */
public final class BailPauses {

    private BailPauses() {}

    /**
     * The due time after a pause. A clock that ends with a day moves by whole local days, any other by the exact time.
     *
     * @param leastDaysLeft days, the day of resuming included, that are left at least: 7 when a prosecutor asks for more
     *     (PACE s.47ZL); 0 for none
     */
    public static Instant afterPause(
            ClockKind kind, Instant dueBefore, Instant pausedAt, Instant resumedAt, int leastDaysLeft) {
        var moved = kind.endsWithADay()
                ? UkTime.startOf(UkTime.localDay(dueBefore)
                        .plusDays(ChronoUnit.DAYS.between(UkTime.localDay(pausedAt), UkTime.localDay(resumedAt))))
                : dueBefore.plus(ChronoUnit.MICROS.between(pausedAt, resumedAt), ChronoUnit.MICROS);
        if (leastDaysLeft == 0) {
            return moved;
        }
        var least = UkTime.endOf(UkTime.localDay(resumedAt).plusDays(leastDaysLeft - 1L));
        return moved.isBefore(least) ? least : moved;
    }

    /**
     * The due time after a stay in hospital: its days don't count where the person is an in-patient on the clock's last
     * day; otherwise nothing changes.
     */
    public static Instant afterHospital(Instant startedAt, Instant dueAt, LocalDate from, LocalDate to) {
        var lastDay = UkTime.localDay(dueAt.minusNanos(1));
        var isInPatient = !lastDay.isBefore(from) && !lastDay.isAfter(to);
        if (!isInPatient) {
            return dueAt;
        }
        var firstDay = UkTime.localDay(startedAt).plusDays(1);
        var counted = from.isBefore(firstDay) ? firstDay : from;
        return UkTime.endOf(lastDay.plusDays(ChronoUnit.DAYS.between(counted, to) + 1));
    }
}
