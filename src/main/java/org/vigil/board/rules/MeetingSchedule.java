package org.vigil.board.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.UkTime;

/**
 * When the daily management meetings are. An area without a schedule of its own follows the area that it lies in, and in
 * the end the force's. A meeting at a time that the clocks skip is held an hour later by the clock; at a time that they
 * repeat, at the first.
 */
public final class MeetingSchedule {

    /** So long before a meeting the board prepares it, and looks ahead to the one after. */
    public static final Duration RUN_UP = Duration.ofHours(2);

    private static final int FURTHEST_DAYS = 15;

    private final List<MeetingSeries> series;

    public MeetingSchedule(List<MeetingSeries> series) {
        this.series = List.copyOf(series);
    }

    /**
     * The meetings between which the board stands.
     *
     * @param last the last meeting that has begun
     * @param horizon the meeting up to which work counts as due: the next, or within {@link #RUN_UP} of it the one after
     */
    public record Span(Instant last, Instant horizon) {}

    /**
     * @param nearestFirst the area that is looked at and those it lies in, nearest first; empty is the whole force
     * @return where no meeting is scheduled within a fortnight either way, the day's own midnights
     */
    public Span around(Instant now, List<Long> nearestFirst) {
        var own = owner(nearestFirst, now);
        var last = meetings(own, now)
                .filter(at -> !at.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> UkTime.startOf(UkTime.localDay(now)));
        var horizon = meetings(own, now)
                .filter(at -> at.isAfter(now.plus(RUN_UP)))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> UkTime.endOf(UkTime.localDay(now.plus(RUN_UP))));
        return new Span(last, horizon);
    }

    private @Nullable Long owner(List<Long> nearestFirst, Instant now) {
        return nearestFirst.stream()
                .filter(area -> series.stream().anyMatch(each -> area.equals(each.areaId()) && each.inForce(now)))
                .findFirst()
                .orElse(null);
    }

    private Stream<Instant> meetings(@Nullable Long owner, Instant now) {
        var today = UkTime.localDay(now);
        return series.stream()
                .filter(each -> Objects.equals(each.areaId(), owner))
                .flatMap(each -> today.minusDays(FURTHEST_DAYS)
                        .datesUntil(today.plusDays(FURTHEST_DAYS))
                        .filter(day -> each.days().contains(day.getDayOfWeek()))
                        .map(day -> at(each, day))
                        .filter(each::inForce));
    }

    private static Instant at(MeetingSeries series, LocalDate day) {
        return day.atTime(series.at()).atZone(UkTime.LONDON).toInstant();
    }
}
