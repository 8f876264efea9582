package org.vigil.person.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigil.person.PersonEntry;
import org.vigil.person.PersonPage;
import org.vigil.person.PersonPage.ChronologyEntry;
import org.vigil.person.rules.PersonAnswer;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.ChipBar;
import org.vigil.shared.ui.Pager;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** One story of what all modules tell, latest first, with filters. */
final class HistoryPanel extends Div {

    private static final int PAGE = 50;

    private final ChipBar chips;
    private final RowList rows = new RowList("Chronology, latest first");
    private final Pager pager = new Pager(cursor -> draw());
    private final Paragraph elsewhere = new Paragraph();
    private List<ChronologyEntry> all = List.of();

    /** @param page the person; filters are remembered for them alone, so that none hides what another did */
    HistoryPanel(PersonPage page, QueryParameters query) {
        chips = new ChipBar("person-" + page.person().id())
                .choice("kind", "Kind", choices(page, entry -> Stream.of(entry.kind()), Comparator.naturalOrder()))
                .choice("role", "Part", choices(page, entry -> entry.roles().stream(), Comparator.naturalOrder()))
                .choice("year", "Year", choices(page, entry -> Stream.of(year(entry)), Comparator.reverseOrder()))
                .toggle("partner", "With a partner or former partner")
                .onChange(values -> {
                    pager.reset();
                    draw();
                });
        chips.read(query);
        rows.asTimeline();
        elsewhere.addClassName("quiet");
        add(new Panel("Chronology", chips, elsewhere, rows, pager));
        addClassName("person-history");
    }

    void show(PersonPage page) {
        all = page.chronology();
        elsewhere.setVisible(page.elsewhere() > 0);
        elsewhere.setText(PersonAnswer.elsewhere(page.elsewhere()));
        draw();
    }

    /** All that the filters leave, for paper, which turns no pages. */
    void showAll() {
        rows.setRows(wanted().stream().map(HistoryPanel::row).toList());
    }

    void draw() {
        var wanted = wanted();
        var from = Math.min(pager.cursor() == null ? 0 : Integer.parseInt(pager.cursor()), wanted.size());
        var to = Math.min(from + PAGE, wanted.size());
        rows.setEmptyText(all.isEmpty()
                ? "Nothing is recorded yet. Calls, cases and orders that name this person appear here by themselves."
                : "Nothing matches these filters. Take one off to see more.");
        rows.setRows(wanted.subList(from, to).stream().map(HistoryPanel::row).toList());
        pager.show(to - from, to < wanted.size() ? Integer.toString(to) : null, wanted.size());
    }

    private List<ChronologyEntry> wanted() {
        var kind = chips.value("kind");
        var role = chips.value("role");
        var year = chips.value("year");
        var partner = chips.isOn("partner");
        return all.stream()
                .filter(each -> kind.isEmpty() || each.entry().kind().equals(kind.get()))
                .filter(each -> role.isEmpty() || each.entry().roles().contains(role.get()))
                .filter(each -> year.isEmpty() || year(each.entry()).equals(year.get()))
                .filter(each -> !partner || each.withPartner())
                .toList();
    }

    private static Row row(ChronologyEntry each) {
        var entry = each.entry();
        var row = Row.of(entry.subject().type() + "-" + entry.subject().id() + "-" + entry.at() + entry.title(), entry.title())
                .lead(entry.hasTime() ? UkTime.moment(entry.at()) : UkTime.day(UkTime.localDay(entry.at())))
                .pill(entry.roles().isEmpty() ? null : String.join(", ", entry.roles()), tone(entry))
                .line(entry.place() == null ? null : entry.place().words());
        for (var line : entry.lines()) {
            row = row.line(line);
        }
        if (each.withPartner()) {
            row = row.badge("Partner or former partner", Tone.NEW);
        }
        return entry.href() == null ? row : row.href(entry.href());
    }

    private static Tone tone(PersonEntry entry) {
        return entry.roles().contains("Suspect") ? Tone.WARN : Tone.NEUTRAL;
    }

    private static String year(PersonEntry entry) {
        return Integer.toString(UkTime.localDay(entry.at()).getYear());
    }

    private static List<ChipBar.Choice> choices(
            PersonPage page, Function<PersonEntry, Stream<String>> values, Comparator<String> order) {
        var found = page.chronology().stream()
                .flatMap(each -> values.apply(each.entry()))
                .collect(Collectors.toCollection(TreeSet::new));
        var sorted = new ArrayList<>(found);
        sorted.sort(order);
        return sorted.stream().map(value -> new ChipBar.Choice(value, value)).toList();
    }
}
