package org.vigil.audit.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.vigil.shared.UkInput;
import org.vigil.shared.UkTime;

/** Reads the bounds of a search as auditors type them: "24/11/2026 14:05", or a day alone for all of it. */
final class AuditTimes {

    private final LocalDate today;

    AuditTimes(Clock clock) {
        today = UkTime.localDay(clock.instant());
    }

    /** A lower bound: a day alone begins at its midnight; the doubled hour in October counts from its first. */
    Optional<Instant> from(String text) {
        return read(text, false);
    }

    /** An upper bound: a day alone ends at the next midnight; the doubled hour in October counts to its second. */
    Optional<Instant> to(String text) {
        return read(text, true);
    }

    private Optional<Instant> read(String text, boolean upper) {
        var typed = text.strip();
        var alone = UkInput.day(typed, today);
        if (alone.isPresent()) {
            return alone.map(day -> upper ? UkTime.endOf(day) : UkTime.startOf(day));
        }
        var gap = typed.lastIndexOf(' ');
        if (gap < 0) {
            return Optional.empty();
        }
        var time = UkInput.time(typed.substring(gap + 1));
        return UkInput.day(typed.substring(0, gap), today)
                .flatMap(day -> time.flatMap(clock -> instant(day, clock, upper)));
    }

    private static Optional<Instant> instant(LocalDate day, LocalTime time, boolean upper) {
        var meant = UkInput.instants(day, time);
        return meant.isEmpty() ? Optional.empty() : Optional.of(upper ? meant.getLast() : meant.getFirst());
    }
}
