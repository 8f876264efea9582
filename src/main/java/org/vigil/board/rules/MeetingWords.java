package org.vigil.board.rules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.vigil.shared.UkTime;

/** How the board speaks of meetings: "tomorrow's meeting", "since Monday". */
public final class MeetingWords {

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);

    private MeetingWords() {}

    /** "today", "tomorrow", "yesterday", a weekday within the week, else "Tue 3 Mar". */
    public static String day(Instant meeting, Instant now) {
        var day = UkTime.localDay(meeting);
        var days = ChronoUnit.DAYS.between(UkTime.localDay(now), day);
        if (days == 0) {
            return "today";
        }
        if (days == 1) {
            return "tomorrow";
        }
        if (days == -1) {
            return "yesterday";
        }
        return Math.abs(days) < 7 ? WEEKDAY.format(day) : shortDay(meeting);
    }

    /** "Mon 23 Nov, 08:30" */
    public static String full(Instant meeting) {
        return shortDay(meeting) + ", " + UkTime.clock(meeting);
    }

    private static String shortDay(Instant at) {
        return SHORT.format(UkTime.localDay(at)).replace("Sept", "Sep");
    }
}
