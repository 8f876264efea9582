package org.vigil.person.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.person.NewRelationship;
import org.vigil.person.PartState;
import org.vigil.person.Person;
import org.vigil.person.PersonPage;
import org.vigil.person.RelationshipKind;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.DayField;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.ReasonField;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** What the person is to others, over time. */
final class RelationPanel extends Div {

    /** A number, or the address of a page that ends in one. */
    private static final Pattern NUMBER = Pattern.compile("(?:.*people/)?#?(\\d{1,18})");

    private final Editor editor;
    private final RowList rows = new RowList("Relationships");
    private final InPlace place = new InPlace();

    RelationPanel(Editor editor) {
        this.editor = editor;
        rows.setEmptyText("Nobody is recorded as partner, parent, child or otherwise related.");
        var panel = new Panel("Relationships", rows, place);
        if (editor.allowed()) {
            panel.addToHead(AboutPanels.small("Add relationship", this::add));
            rows.addActionListener(event -> editor.person().relationships().stream()
                    .filter(each -> Long.toString(each.id()).equals(event.rowId()))
                    .findFirst()
                    .ifPresent(this::end));
        }
        add(panel);
    }

    void show(PersonPage page) {
        // Of a sealed record nothing shows, not even that somebody is related to it.
        rows.setRows(page.person().relationships().stream()
                .filter(each -> page.others().containsKey(each.otherId()) || page.restricted().contains(each.otherId()))
                .sorted(java.util.Comparator.comparing(Person.Relationship::state))
                .map(each -> row(each, page))
                .toList());
    }

    private Row row(Person.Relationship related, PersonPage page) {
        var name = page.others().get(related.otherId());
        if (name == null) {
            // What somebody is to a restricted person would tell who that is.
            return Row.of(related.id(), "Restricted: ask").href("people/" + related.otherId());
        }
        var row = Row.of(related.id(), name)
                .href("people/" + related.otherId())
                .line(years(related.from(), related.to()))
                .line(related.note());
        row = switch (related.state()) {
            case CURRENT -> row.pill(words(related.kind()), Tone.NEUTRAL);
            case FORMER -> row.pill(words(related.kind()) + ", ended", Tone.NEUTRAL);
            case WRONG -> row.pill("wrong: never was", Tone.WARN);
        };
        return editor.allowed() && related.state() == PartState.CURRENT ? row.action("end", "End") : row;
    }

    /** "Partner" reads the same from both sides; what does not says which way it goes. */
    static String words(RelationshipKind kind) {
        return kind.inReturn() == kind ? kind.label() : kind.label() + " of them";
    }

    private static @Nullable String years(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null && to == null
                ? null
                : Stream.of(from == null ? "" : "From " + UkTime.day(from), to == null ? "" : "until " + UkTime.day(to))
                        .filter(word -> !word.isEmpty())
                        .reduce((one, other) -> one + " " + other)
                        .orElse("");
    }

    private void add() {
        var page = editor.page().get();
        var names = page.others();
        var other = new ComboBox<String>("The other person: choose, or type the number of their page");
        var choices = new ArrayList<String>();
        names.forEach((id, name) -> choices.add(name + " · " + id));
        other.setItems(choices.stream().sorted().toList());
        other.setAllowCustomValue(true);
        other.addCustomValueSetListener(typed -> other.setValue(typed.getDetail()));
        var kind = Editor.select("This person is their", List.of(RelationshipKind.values()), RelationshipKind::label);
        var from = new DayField("From, if known", editor.clock());
        var to = new DayField("Until, if over", editor.clock());
        var note = PartFields.text("Note", null);
        place.open("Add relationship", List.of(other, kind, from, to, note), "Add", () -> editor.attempt(
                "Relationship added", () -> editor.edits().relate(editor.id(), editor.version(), new NewRelationship(
                        number(other.getValue()), kind.getValue(), PartFields.day(from), PartFields.day(to),
                        PartFields.typed(note)))));
    }

    private static long number(@Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        var matcher = NUMBER.matcher(text.substring(text.lastIndexOf('·') + 1).strip());
        if (!matcher.matches()) {
            throw new InvalidInputException("other", "Choose the other person, or type the number of their page.");
        }
        return Long.parseLong(matcher.group(1));
    }

    private void end(Person.Relationship related) {
        var how = Editor.select("What is it now?", List.of(PartState.FORMER, PartState.WRONG), state ->
                state == PartState.FORMER ? "It held once and no longer does" : "It never was");
        var to = new DayField("Until, if known", editor.clock());
        var why = new ReasonField("Why");
        place.open("End the relationship", List.of(how, to, why), "End it", () -> why.read()
                .map(reason -> editor.attempt("Relationship ended", () -> editor.edits().endRelationship(
                        editor.id(), editor.version(), related.id(), how.getValue(), PartFields.day(to), reason)))
                .orElse(false));
    }
}
