package org.vigil.victim;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When and how a victim may be contacted without danger, as the victim said. Days and times are local, Europe/London.
 *
 * @param days on which the window opens
 * @param from included; the same as {@code to} is the whole day
 * @param to not included; a time before {@code from} is on the next day
 * @param never what must never be done, in the victim's words
 */
public record SafeWindow(
        Set<DayOfWeek> days, LocalTime from, LocalTime to, Set<ContactMeans> means, @Nullable String never) {

    public SafeWindow {
        days = Set.copyOf(days);
        means = Set.copyOf(means);
    }

    /** Whether it ends on the day after it began. */
    public boolean isOverMidnight() {
        return to.isBefore(from);
    }

    /** "Monday to Friday 09:00–14:30; call, text message. Never: the landline" */
    public String words() {
        var when = dayWords() + " " + (from.equals(to) ? "at any time" : from + "–" + to);
        var how = Stream.of(ContactMeans.values())
                .filter(means::contains)
                .map(each -> each.label().toLowerCase(java.util.Locale.UK))
                .collect(Collectors.joining(", "));
        return when + "; " + how.replace("idva", "IDVA") + (never == null ? "" : ". Never: " + never);
    }

    private String dayWords() {
        if (days.size() == DayOfWeek.values().length) {
            return "Every day";
        }
        var sorted = days.stream().sorted().toList();
        var first = sorted.getFirst();
        var last = sorted.getLast();
        return sorted.size() > 2 && last.getValue() - first.getValue() == sorted.size() - 1
                ? name(first) + " to " + name(last)
                : sorted.stream().map(SafeWindow::name).collect(Collectors.joining(", "));
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.UK);
    }
}
