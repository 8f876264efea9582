package org.vigil.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads days and times as officers type them, Europe/London: "3/5/26", "03.05.2026", "today"; "1430", "14.30", "9:05". */
public final class UkInput {

    private static final Pattern SEPARATED_DAY = Pattern.compile("(\\d{1,2})[/. -](\\d{1,2})(?:[/. -](\\d{2}|\\d{4}))?");
    private static final Pattern COMPACT_DAY = Pattern.compile("(\\d{2})(\\d{2})(\\d{4}|\\d{2})");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern WORDED_DAY = Pattern.compile("(\\d{1,2}) ([a-z]{3,9})(?: (\\d{4}|\\d{2}))?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:. ]?(\\d{2})(am|pm)?");
    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})(am|pm)?");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private UkInput() {}

    /**
     * Reads a day. A year that is left out is the current one; two digits mean this century up to ten years ahead of
     * today, and the last century beyond.
     *
     * @return empty where the text is no day that exists
     */
    public static Optional<LocalDate> day(String text, LocalDate today) {
        var typed = text.strip().toLowerCase(Locale.UK);
        switch (typed) {
            case "today":
                return Optional.of(today);
            case "yesterday":
                return Optional.of(today.minusDays(1));
            case "tomorrow":
                return Optional.of(today.plusDays(1));
            default:
                break;
        }
        var iso = ISO_DAY.matcher(typed);
        if (iso.matches()) {
            return dayOf(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3)));
        }
        for (var shape : List.of(SEPARATED_DAY, COMPACT_DAY)) {
            var match = shape.matcher(typed);
            if (match.matches()) {
                return dayOf(
                        year(match.group(3), today),
                        Integer.parseInt(match.group(2)),
                        Integer.parseInt(match.group(1)));
            }
        }
        var worded = WORDED_DAY.matcher(typed);
        if (worded.matches()) {
            var month = MONTHS.indexOf(worded.group(2).substring(0, 3)) + 1;
            return dayOf(year(worded.group(3), today), month, Integer.parseInt(worded.group(1)));
        }
        return Optional.empty();
    }

    /** Reads a time of day, 24-hour unless am or pm is said; empty where the text is none. */
    public static Optional<LocalTime> time(String text) {
        var typed = text.strip().toLowerCase(Locale.UK).replaceAll("(hrs|h)$", "").replace(" ", "");
        var full = TIME.matcher(typed);
        if (full.matches()) {
            return timeOf(Integer.parseInt(full.group(1)), Integer.parseInt(full.group(2)), full.group(3));
        }
        var hour = HOUR.matcher(typed);
        return hour.matches() ? timeOf(Integer.parseInt(hour.group(1)), 0, hour.group(2)) : Optional.empty();
    }

    /**
     * The instants that a local day and time can mean: none where the clocks went forward over it, two in the hour
     * that the clocks gave back (the first is British Summer Time), else one.
     */
    public static List<Instant> instants(LocalDate day, LocalTime time) {
        var local = day.atTime(time);
        return UkTime.LONDON.getRules().getValidOffsets(local).stream()
                .map((ZoneOffset offset) -> local.toInstant(offset))
                .toList();
    }

    private static int year(@Nullable String digits, LocalDate today) {
        if (digits == null) {
            return today.getYear();
        }
        var year = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return year;
        }
        var inThisCentury = today.getYear() / 100 * 100 + year;
        return inThisCentury > today.getYear() + 10 ? inThisCentury - 100 : inThisCentury;
    }

    private static Optional<LocalDate> dayOf(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> timeOf(int hour, int minute, @Nullable String half) {
        var ofTwelve = half != null;
        if (minute > 59 || hour > 23 || ofTwelve && (hour < 1 || hour > 12)) {
            return Optional.empty();
        }
        return Optional.of(LocalTime.of(ofTwelve ? hour % 12 + ("pm".equals(half) ? 12 : 0) : hour, minute));
    }
}
