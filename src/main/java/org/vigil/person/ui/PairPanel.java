package org.vigil.person.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigil.person.PartState;
import org.vigil.person.Person;
import org.vigil.person.PersonMatches.Agreement;
import org.vigil.person.PersonMatches.Comparison;
import org.vigil.person.PersonPart;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.Pill;
import org.vigil.shared.ui.Tone;

/** Two records side by side, and in words and signs how far they agree in each field. */
final class PairPanel extends Div {

    PairPanel(Comparison pair) {
        var table = new NativeTable();
        table.addClassName("pair");
        table.addClassName("flush");
        var head = new NativeTableHeader(new NativeTableRow(
                headCell("Field"), headCell("First record", pair.one()), headCell("Second record", pair.other()),
                headCell("Do they agree?")));
        var body = new NativeTableBody();
        rows(pair).forEach((label, values) -> body.add(row(pair, label, values)));
        table.add(head, body);
        add(new Panel(pair.one().name() + " and " + pair.other().name(), table));
    }

    private record Values(List<String> one, List<String> other) {}

    private static Map<String, Values> rows(Comparison pair) {
        var rows = new LinkedHashMap<String, Values>();
        rows.put("Given name", new Values(given(pair.one()), given(pair.other())));
        rows.put("Family name", new Values(family(pair.one()), family(pair.other())));
        rows.put("Date of birth", values(pair, PersonPart.Birth.class));
        rows.put("Sex", new Values(List.of(pair.one().core().sex().label()), List.of(pair.other().core().sex().label())));
        rows.put("Identifier", values(pair, PersonPart.Identifier.class));
        rows.put("Telephone", values(pair, PersonPart.Phone.class));
        rows.put("E-mail", values(pair, PersonPart.Email.class));
        rows.put("Address", values(pair, PersonPart.Address.class));
        return rows;
    }

    private static NativeTableRow row(Comparison pair, String label, Values values) {
        var name = new NativeTableHeaderCell(label);
        name.getElement().setAttribute("scope", "row");
        var agreement = pair.fields().stream()
                .filter(field -> field.label().equals(label))
                .findFirst()
                .map(field -> field.agreement())
                .orElse(Agreement.MISSING);
        var verdict = new NativeTableCell(pill(agreement));
        verdict.addClassName("pair-verdict");
        return new NativeTableRow(name, cell("First record", values.one()), cell("Second record", values.other()), verdict);
    }

    /** A sign, a word and a colour: none of them alone. */
    private static Pill pill(Agreement agreement) {
        return switch (agreement) {
            case SAME -> new Pill("= the same", Tone.OK);
            case CLOSE -> new Pill("≈ nearly", Tone.NEW);
            case DIFFERENT -> new Pill("≠ different", Tone.WARN);
            case MISSING -> new Pill("– not on both records", Tone.NEUTRAL);
        };
    }

    private static NativeTableCell cell(String whose, List<String> values) {
        var cell = new NativeTableCell();
        cell.getElement().setAttribute("data-of", whose);
        if (values.isEmpty()) {
            var none = new Paragraph("not recorded");
            none.addClassName("quiet");
            cell.add(none);
        }
        values.forEach(value -> cell.add(new Paragraph(value)));
        return cell;
    }

    private static NativeTableHeaderCell headCell(String text) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static NativeTableHeaderCell headCell(String text, Person person) {
        var cell = headCell(text + ": ");
        Component link = new Anchor("people/" + person.id(), "person " + person.id());
        cell.add(link);
        return cell;
    }

    private static Values values(Comparison pair, Class<? extends PersonPart> kind) {
        return new Values(words(pair, pair.one(), kind).toList(), words(pair, pair.other(), kind).toList());
    }

    private static Stream<String> words(Comparison pair, Person person, Class<? extends PersonPart> kind) {
        return person.parts(kind).stream()
                .filter(held -> held.state() != PartState.WRONG)
                .map(held -> held.part() instanceof PersonPart.Identifier number
                        ? number.words()
                        : PartPanel.words(held.part(), pair.one().hides(held.part()) || pair.other().hides(held.part())))
                .distinct();
    }

    private static List<String> given(Person person) {
        return names(person).map(PersonPart.Name::given).filter(PairPanel::isThere).distinct().toList();
    }

    private static List<String> family(Person person) {
        return names(person).map(PersonPart.Name::family).filter(PairPanel::isThere).distinct().toList();
    }

    private static boolean isThere(@org.jspecify.annotations.Nullable String name) {
        return name != null && !name.isBlank();
    }

    private static Stream<PersonPart.Name> names(Person person) {
        return person.parts(PersonPart.Name.class).stream()
                .filter(held -> held.state() != PartState.WRONG)
                .map(held -> held.part());
    }
}
