package org.vigil.alert.ui;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vigil.alert.AlertFilter;
import org.vigil.alert.AlertFilter.Show;
import org.vigil.alert.Severity;
import org.vigil.security.AreaDirectory;
import org.vigil.security.AreaKind;
import org.vigil.shared.Viewer;
import org.vigil.shared.ui.ChipBar;
import org.vigil.shared.ui.ChipBar.Choice;

/** The list's filters as chips, and the words for what they leave. */
final class AlertFilters {

    private final ChipBar bar = new ChipBar("alerts");

    AlertFilters(Collection<String> kinds, AreaDirectory areas, Viewer viewer, Runnable changed) {
        bar.toggle("mine", "Mine")
                .toggle("unacknowledged", "Not acknowledged")
                .choice(
                        "severity",
                        "Severity",
                        Arrays.stream(Severity.values())
                                .sorted((one, other) -> other.compareTo(one))
                                .map(each -> new Choice(each.name(), each.label()))
                                .toList())
                .choice("kind", "Kind", kinds.stream().map(kind -> new Choice(kind, AlertWords.kind(kind))).toList())
                .choice("area", "Area", choices(areas, viewer))
                .choice(
                        "show",
                        "Show",
                        List.of(new Choice("snoozed", "Snoozed"), new Choice("resolved_today", "Resolved today")))
                .onChange(values -> changed.run());
    }

    private static List<Choice> choices(AreaDirectory areas, Viewer viewer) {
        return areas.all().stream()
                .filter(area -> area.kind() != AreaKind.FORCE && area.active() && viewer.covers(area.id()))
                .map(area -> new Choice(Long.toString(area.id()), areas.pathName(area.id())))
                .toList();
    }

    ChipBar bar() {
        return bar;
    }

    AlertFilter filter() {
        return new AlertFilter(
                show(),
                bar.isOn("mine"),
                bar.isOn("unacknowledged"),
                bar.value("severity").map(name -> Set.of(Severity.valueOf(name))).orElse(Set.of()),
                bar.value("kind").map(Set::of).orElse(Set.of()),
                bar.value("area").map(Long::valueOf).orElse(null));
    }

    private Show show() {
        return bar.value("show")
                .map(name -> Show.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(Show.OPEN);
    }

    String heading() {
        return switch (show()) {
            case OPEN -> "Open alerts";
            case SNOOZED -> "Snoozed alerts";
            case RESOLVED_TODAY -> "Alerts resolved today";
        };
    }

    /** "3 open alerts", with what is filtered named by the chips themselves. */
    String summary(int total) {
        var what = switch (show()) {
            case OPEN -> "open";
            case SNOOZED -> "snoozed";
            case RESOLVED_TODAY -> "resolved today";
        };
        var alerts = total == 1 ? "1 alert" : "%,d%s alerts".formatted(total, total == 1_000 ? " or more" : "");
        return alerts + " " + what + (bar.values().isEmpty() ? "" : " with these filters");
    }

    String emptyText() {
        if (!bar.values().isEmpty()) {
            return "Nothing matches these filters. Take one off to see more.";
        }
        return "No alert asks for anything now. New ones appear here by themselves.";
    }
}
