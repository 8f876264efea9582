package org.vigil.deadline.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.deadline.CalendarEdition;
import org.vigil.deadline.DeadlineRule;
import org.vigil.deadline.DeadlineRung;
import org.vigil.deadline.rules.Due;
import org.vigil.deadline.rules.ExcludedDay;
import org.vigil.shared.UkTime;

/** The words of the calculator and of the catalogue. */
final class ClockWords {

    /** What the shipped rules and the shipped calendar name as their author. */
    static final String SHIPPED = "shipped";

    private static final int MINUTES_OF_A_DAY = 1440;

    /** No feed sends an earlier year than 1900, from which shipped rules are in force. */
    private static final Instant HISTORY = Instant.parse("1901-01-01T00:00:00Z");

    private ClockWords() {}

    /** "Due Tue 31 Mar 2026 10:00", or "Due by the end of Tue 16 Jun 2026". */
    static String due(Instant at) {
        var before = UkTime.localDay(at.minusNanos(1));
        return UkTime.endOf(before).equals(at)
                ? "Due by the end of " + UkTime.day(before)
                : "Due " + UkTime.moment(at);
    }

    static String excluded(ExcludedDay day) {
        return UkTime.day(day.day()) + ": " + day.reason();
    }

    /** "DVPN: application heard, 48 hours": how a rule stands in a list. */
    static String option(DeadlineRule rule) {
        return rule.title() + " (" + rule.code() + ")";
    }

    /** "48 hours · Court hours". */
    static String counting(DeadlineRule rule) {
        return rule.lengthInWords() + " · " + rule.kind().label();
    }

    /** "from Wed 1 Jan 2020 00:00", "until Tue 5 May 2026 00:00"; what is shipped for all history names no beginning. */
    static String inForce(DeadlineRule rule) {
        var end = rule.validTo();
        if (rule.validFrom().isBefore(HISTORY)) {
            return end == null ? "for all clocks" : "until " + UkTime.moment(end);
        }
        return end == null
                ? "from " + UkTime.moment(rule.validFrom())
                : UkTime.moment(rule.validFrom()) + " to " + UkTime.moment(end);
    }

    /** "Tue 3 Mar 2026 14:10 by admin"; what came with the console names nobody. */
    static String loaded(CalendarEdition edition) {
        return edition.loadedBy().equals(SHIPPED)
                ? "with the console"
                : UkTime.moment(edition.loadedAt()) + " by " + edition.loadedBy();
    }

    /** Why a version was written, and by whom. */
    static String reason(DeadlineRule version) {
        return version.createdBy().equals(SHIPPED)
                ? version.reason()
                : version.reason() + " (" + version.createdBy() + ")";
    }

    /** "Warning at 75 % of the time", "Next duty 1 h after due". */
    static String stage(DeadlineRung stage) {
        var rung = stage.rung();
        var name = rung.name().label();
        if (rung.percent() != null) {
            return name + " at " + rung.percent() + " % of the time";
        }
        if (rung.daysFromStart() != null) {
            return name + " " + rung.daysFromStart() + " days after the start";
        }
        var minutes = rung.minutesFromDue() == null ? 0 : rung.minutesFromDue();
        return minutes == 0 ? "Due" : name + " " + span(Math.abs(minutes)) + (minutes < 0 ? " before due" : " after due");
    }

    private static String span(int minutes) {
        if (minutes % MINUTES_OF_A_DAY == 0) {
            var days = minutes / MINUTES_OF_A_DAY;
            return days + (days == 1 ? " day" : " days");
        }
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
    }

    /** Whom a stage calls: "calls Custody sergeant; Specialist supervisor sees it". */
    static String audience(DeadlineRung stage) {
        var called = stage.audience().stream()
                .filter(audience -> audience.notified())
                .map(audience -> audience.duty().label())
                .toList();
        var seeing = stage.audience().stream()
                .filter(audience -> !audience.notified())
                .map(audience -> audience.duty().label())
                .toList();
        var words = new ArrayList<String>();
        if (!called.isEmpty()) {
            words.add("calls " + String.join(", ", called));
        }
        if (!seeing.isEmpty()) {
            words.add(String.join(", ", seeing) + " sees it without sound");
        }
        return String.join("; ", words);
    }

    /** What is copied: rule, start, due, days left out, basis, caution; each on a line. */
    static String toCopy(DeadlineRule rule, Instant start, Due due) {
        var lines = new ArrayList<String>();
        lines.add(option(rule));
        lines.add("Started " + UkTime.moment(start));
        lines.add(due(due.at()));
        lines.addAll(leftOut(due.excluded()));
        lines.add("Counted: " + counting(rule) + ". " + rule.kind().explanation());
        lines.add("Basis: " + rule.basis());
        addIfAny(lines, "Note: ", rule.note());
        addIfAny(lines, "Caution: ", due.caution());
        return String.join("\n", lines);
    }

    private static List<String> leftOut(List<ExcludedDay> days) {
        return days.isEmpty()
                ? List.of()
                : List.of("Left out: "
                        + String.join("; ", days.stream().map(ClockWords::excluded).toList()));
    }

    private static void addIfAny(List<String> lines, String name, @Nullable String text) {
        if (text != null) {
            lines.add(name + text);
        }
    }
}
