package org.vigil.shared.ui;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of a {@link RowList}: {@code Row.of("12", "CALL 1193 · Immediate").href("calls/12").pill("no unit",
 * Tone.WARN).due(at).line("Ashby Road")}. All of it is shown as plain text, whatever it holds.
 *
 * @param id unique in its list and the same at each refresh: focus, selection and the mark "changed" follow it
 * @param href where the title leads, relative to the console's root ("calls/12"); null: the list's open listener
 * @param lead what stands at the left, such as a time of day in a timeline
 * @param pill the word at the right; with {@code dueAt} the ticking clock stands there as well
 * @param tone colours pill and clock; a clock that has run out turns {@link Tone#BAD} by itself
 * @param lines quieter lines below the title
 * @param dueAt a clock that ticks in the browser
 * @param paused the clock stands still: it says "paused" instead of ticking
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Row(
        String id,
        @Nullable String href,
        @Nullable String lead,
        String title,
        @Nullable String pill,
        Tone tone,
        List<String> lines,
        List<Badge> badges,
        @Nullable Instant dueAt,
        boolean paused,
        List<RowAction> actions) {

    private static final Pattern INSIDE = Pattern.compile("[\\w-][\\w./~%?=&+-]*");

    public Row {
        if (href != null && !INSIDE.matcher(href).matches()) {
            throw new IllegalArgumentException("a row leads to a page of the console, not to " + href);
        }
        lines = List.copyOf(lines);
        badges = List.copyOf(badges);
        actions = List.copyOf(actions);
    }

    public static Row of(String id, String title) {
        return new Row(id, null, null, title, null, Tone.NEUTRAL, List.of(), List.of(), null, false, List.of());
    }

    public static Row of(long id, String title) {
        return of(Long.toString(id), title);
    }

    public Row href(String to) {
        return new Row(id, to, lead, title, pill, tone, lines, badges, dueAt, paused, actions);
    }

    public Row lead(String text) {
        return new Row(id, href, text, title, pill, tone, lines, badges, dueAt, paused, actions);
    }

    public Row pill(@Nullable String text, Tone colour) {
        return new Row(id, href, lead, title, text, colour, lines, badges, dueAt, paused, actions);
    }

    public Row tone(Tone colour) {
        return pill(pill, colour);
    }

    /** A further line; an empty or missing one is left out. */
    public Row line(@Nullable String text) {
        return text == null || text.isBlank()
                ? this
                : new Row(id, href, lead, title, pill, tone, append(lines, text), badges, dueAt, paused, actions);
    }

    public Row badge(String text, Tone colour) {
        var more = append(badges, new Badge(text, colour));
        return new Row(id, href, lead, title, pill, tone, lines, more, dueAt, paused, actions);
    }

    /** A clock that ticks towards, and past, this instant. */
    public Row due(@Nullable Instant at) {
        return new Row(id, href, lead, title, pill, tone, lines, badges, at, paused, actions);
    }

    /** The clock stands still. */
    public Row pausedClock() {
        return new Row(id, href, lead, title, pill, tone, lines, badges, dueAt, true, actions);
    }

    public Row action(String name, String label) {
        return with(new RowAction(name, label, false));
    }

    public Row mainAction(String name, String label) {
        return with(new RowAction(name, label, true));
    }

    private Row with(RowAction action) {
        var more = append(actions, action);
        return new Row(id, href, lead, title, pill, tone, lines, badges, dueAt, paused, more);
    }

    private static <T> List<T> append(List<T> list, T item) {
        return Stream.concat(list.stream(), Stream.of(item)).toList();
    }
}
