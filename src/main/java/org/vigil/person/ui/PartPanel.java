package org.vigil.person.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.person.HeldPart;
import org.vigil.person.Origin;
import org.vigil.person.PartState;
import org.vigil.person.Person;
import org.vigil.person.PersonPart;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.ReasonField;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** What is said of who somebody is, one kind or two to a panel, each with where it came from; nothing is overwritten. */
final class PartPanel extends Div {

    private static final String END = "end";
    private static final String CORRECT = "correct";

    private static final Map<Class<? extends PersonPart>, String> WORDS = Map.of(
            PersonPart.Name.class, "name",
            PersonPart.Birth.class, "date of birth",
            PersonPart.Identifier.class, "number",
            PersonPart.Phone.class, "telephone",
            PersonPart.Email.class, "e-mail",
            PersonPart.Address.class, "address");

    private final Editor editor;
    private final List<Class<? extends PersonPart>> kinds;
    private final RowList rows;
    private final InPlace place = new InPlace();
    private List<HeldPart<?>> shown = List.of();

    @SafeVarargs
    PartPanel(String heading, String emptyText, Editor editor, Class<? extends PersonPart>... kinds) {
        this.editor = editor;
        this.kinds = List.of(kinds);
        rows = new RowList(heading);
        rows.setEmptyText(emptyText);
        var panel = new Panel(heading, rows, place);
        if (editor.allowed()) {
            var buttons = this.kinds.stream().map(this::addButton).toArray(Component[]::new);
            panel.addToHead(buttons);
            rows.addActionListener(event -> act(event.rowId(), event.action()));
        }
        add(panel);
    }

    void show(Person person) {
        shown = kinds.stream()
                .<HeldPart<?>>flatMap(kind -> person.parts(kind).stream())
                .sorted(Comparator.<HeldPart<?>>comparingInt(held -> held.state() == PartState.WRONG ? 1 : 0))
                .toList();
        rows.setRows(shown.stream().map(this::row).toList());
    }

    private Row row(HeldPart<?> held) {
        var row = Row.of(key(held), words(held))
                .line(detail(held.part()))
                .line((held.origin() == Origin.FEED ? "From " : "Entered by ") + held.source() + ", "
                        + UkTime.day(UkTime.localDay(held.addedAt())))
                .line(held.endReason() == null ? null : held.state().label() + ": " + held.endReason());
        row = switch (held.state()) {
            case CURRENT -> row.pill(pill(held.part()), Tone.NEUTRAL);
            case FORMER -> row.pill("former", Tone.NEUTRAL);
            case WRONG -> row.pill("wrong", Tone.WARN);
        };
        if (!editor.allowed() || held.state() == PartState.WRONG) {
            return row;
        }
        return (held.state() == PartState.CURRENT ? row.action(END, "End") : row).action(CORRECT, "Correct");
    }

    private String words(HeldPart<?> held) {
        return words(held.part(), editor.person().hides(held.part()));
    }

    /** As it is shown: a protected address only as one that is held. */
    static String words(PersonPart part, boolean isHidden) {
        if (isHidden) {
            return "Protected address: held, not shown";
        }
        return part instanceof PersonPart.Identifier identifier ? identifier.value() : part.words();
    }

    private static @Nullable String pill(PersonPart part) {
        return switch (part) {
            case PersonPart.Name name -> name.kind().label().toLowerCase(Locale.UK);
            case PersonPart.Birth birth -> "date of birth";
            case PersonPart.Identifier identifier -> identifier.scheme().label();
            case PersonPart.Phone phone -> safe(phone.safe());
            case PersonPart.Email email -> safe(email.safe());
            case PersonPart.Address address -> address.to() == null ? "current" : "until " + UkTime.day(address.to());
        };
    }

    private static String safe(@Nullable Boolean safe) {
        return safe == null ? "safety not asked" : safe ? "safe" : "not safe";
    }

    private static @Nullable String detail(PersonPart part) {
        return part instanceof PersonPart.Address address && (address.from() != null || address.to() != null)
                ? Stream.of(
                                address.from() == null ? "" : "From " + UkTime.day(address.from()),
                                address.to() == null ? "" : "until " + UkTime.day(address.to()))
                        .filter(word -> !word.isEmpty())
                        .reduce((one, other) -> one + " " + other)
                        .orElse("")
                : null;
    }

    private Button addButton(Class<? extends PersonPart> kind) {
        var button = new Button("Add " + WORDS.get(kind), click -> {
            var fields = PartFields.of(kind, null, editor.clock());
            place.open("Add " + WORDS.get(kind), fields.fields(), "Add", () -> editor.attempt(
                    capital(WORDS.get(kind)) + " added",
                    () -> editor.edits().add(editor.id(), editor.version(), fields.read().get())));
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.addClassName("no-print");
        return button;
    }

    private void act(String rowId, String action) {
        shown.stream().filter(held -> key(held).equals(rowId)).findFirst().ifPresent(held -> {
            if (CORRECT.equals(action)) {
                correct(held);
            } else {
                end(held);
            }
        });
    }

    private void end(HeldPart<?> held) {
        var how = Editor.select("What is it now?", List.of(PartState.FORMER, PartState.WRONG), state ->
                state == PartState.FORMER ? "It held once and no longer does" : "It was never right");
        var why = new ReasonField("Why");
        place.open("End " + words(held), List.of(how, why), "End it", () -> why.read()
                .map(reason -> editor.attempt("Ended", () -> editor.edits().end(
                        editor.id(), editor.version(), held.part().getClass(), held.id(), how.getValue(), reason)))
                .orElse(false));
    }

    private void correct(HeldPart<?> held) {
        var fields = PartFields.of(held.part().getClass(), asShown(held.part()), editor.clock());
        var why = new ReasonField("Why");
        var all = new ArrayList<>(fields.fields());
        all.add(why);
        place.open("Correct " + words(held), all, "Correct it", () -> why.read()
                .map(reason -> editor.attempt("Corrected", () -> editor.edits().correct(
                        editor.id(), editor.version(), held.id(), fields.read().get(), reason)))
                .orElse(false));
    }

    /** A form shows no more than the page does. */
    private PersonPart asShown(PersonPart part) {
        return part instanceof PersonPart.Address home && editor.person().hides(home)
                ? new PersonPart.Address(null, null, home.from(), home.to(), true)
                : part;
    }

    private static String key(HeldPart<?> held) {
        return held.part().getClass().getSimpleName() + "-" + held.id();
    }

    private static String capital(@Nullable String word) {
        return word == null ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
