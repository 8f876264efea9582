package org.vigil.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the console writes times: Europe/London, 24-hour clock, "Tue 3 Mar 2026 14:10". */
public final class UkTime {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.UK);
    private static final DateTimeFormatter MOMENT_SECONDS =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private static final DateTimeFormatter CLOCK_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);

    private UkTime() {}

    /** "Tue 3 Mar 2026 14:10", local. */
    public static String moment(Instant at) {
        return plainSept(MOMENT.format(at.atZone(LONDON)));
    }

    /** "Tue 3 Mar 2026 14:10:07", local. */
    public static String momentWithSeconds(Instant at) {
        return plainSept(MOMENT_SECONDS.format(at.atZone(LONDON)));
    }

    /** "14:10:07" where the other moment, told beside it, is of the same local day; the day as well where it isn't. */
    public static String withSecondsBeside(Instant at, Instant other) {
        return localDay(at).equals(localDay(other)) ? CLOCK_SECONDS.format(at.atZone(LONDON)) : momentWithSeconds(at);
    }

    /** "Tue 3 Mar 2026". */
    public static String day(LocalDate day) {
        return plainSept(DAY.format(day));
    }

    /** "14:10", local. */
    public static String clock(Instant at) {
        return CLOCK.format(at.atZone(LONDON));
    }

    public static LocalDate localDay(Instant at) {
        return at.atZone(LONDON).toLocalDate();
    }

    /** The instant at which a local day begins. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(LONDON).toInstant();
    }

    /** The instant at which a local day ends, which is the next local midnight. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /** "2 h 10 min", "18 min", "3 days 4 h", "less than a minute"; the sign is left out. */
    public static String span(Duration span) {
        var minutes = span.abs().toMinutes();
        if (minutes < 1) {
            return "less than a minute";
        }
        if (minutes < 60) {
            return minutes + " min";
        }
        var hours = minutes / 60;
        if (hours < 48) {
            return minutes % 60 == 0 ? hours + " h" : hours + " h " + minutes % 60 + " min";
        }
        return hours % 24 == 0 ? hours / 24 + " days" : hours / 24 + " days " + hours % 24 + " h";
    }

    /** CLDR's en-GB writes "Sept", the police and every other month use three letters. */
    private static String plainSept(String text) {
        return text.replace("Sept", "Sep");
    }
}
