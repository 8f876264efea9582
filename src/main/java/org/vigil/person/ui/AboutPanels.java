package org.vigil.person.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.person.Answer;
import org.vigil.person.Characteristic;
import org.vigil.person.Person;
import org.vigil.person.PersonCore;
import org.vigil.person.PersonCore.SafeContact;
import org.vigil.person.Sex;
import org.vigil.shared.ui.Facts;
import org.vigil.shared.ui.Panel;

/** How to reach somebody without danger to them, what they speak, and what they answered about themselves. */
final class AboutPanels extends Div {

    private static final String NOT_ASKED = "Not asked";

    private final Editor editor;
    private final Facts contact = new Facts();
    private final Facts about = new Facts();
    private final Facts characteristics = new Facts();

    AboutPanels(Editor editor) {
        this.editor = editor;
        var contactPlace = new InPlace();
        var aboutPlace = new InPlace();
        var answerPlace = new InPlace();
        var contactPanel = new Panel("Contact them safely", contact, contactPlace);
        contactPanel.addClassName("person-contact");
        var aboutPanel = new Panel("About them", about, aboutPlace);
        var answers = new Panel("Protected characteristics", characteristics, answerPlace);
        if (editor.allowed()) {
            contactPanel.addToHead(small("Change safe contact", () -> changeContact(contactPlace)));
            aboutPanel.addToHead(small("Change details", () -> changeAbout(aboutPlace)));
            answers.addToHead(small("Record an answer", () -> answer(answerPlace)));
        }
        addClassName("stack");
        add(contactPanel, aboutPanel, answers);
    }

    static Button small(String text, Runnable action) {
        var button = new Button(text, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.addClassName("no-print");
        return button;
    }

    void show(Person person) {
        var core = person.core();
        contact.show(new Facts()
                .with("How", core.contact().method())
                .with("When", core.contact().times())
                .with("Never", core.contact().never()));
        about.show(new Facts()
                .with("Sex", core.sex().label())
                .with("Language", core.language())
                .with("Interpreter", yesNo(core.interpreterNeeded(), "Needed", "Not needed"))
                .with("Description", core.description())
                .with("Police employee", core.policeEmployee() ? "Yes" : "No"));
        var facts = new Facts();
        for (var kind : Characteristic.values()) {
            var given = person.characteristics().get(kind);
            facts.with(kind.label(), given == null
                    ? NOT_ASKED
                    : (given.value() == null ? given.answer().label() : given.value())
                            + (given.reason() == null ? "" : " (" + given.reason() + ")"));
        }
        characteristics.show(facts);
    }

    private static @Nullable String yesNo(@Nullable Boolean answer, String yes, String no) {
        return answer == null ? NOT_ASKED : answer ? yes : no;
    }

    private void changeContact(InPlace place) {
        var held = editor.person().core().contact();
        var method = area("How to reach them safely", held.method());
        var times = area("When it is safe", held.times());
        var never = area("What must never be done", held.never());
        place.open("Change safe contact", List.of(method, times, never), "Save safe contact", () -> save(
                "Safe contact saved",
                core -> new PersonCore(
                        core.policeEmployee(), core.sex(), core.language(), core.interpreterNeeded(),
                        new SafeContact(typed(method), typed(times), typed(never)), core.description(), core.limits(),
                        core.retention(), core.createdAt())));
    }

    private void changeAbout(InPlace place) {
        var held = editor.person().core();
        var sex = Editor.select("Sex", List.of(Sex.values()), Sex::label);
        sex.setValue(held.sex());
        TextField language = PartFields.text("Language", held.language());
        language.setMaxLength(60);
        var interpreter = Editor.select("Interpreter", List.of(NOT_ASKED, "Needed", "Not needed"), word -> word);
        interpreter.setValue(yesNo(held.interpreterNeeded(), "Needed", "Not needed"));
        var description = area("Description", held.description());
        description.setMaxLength(2000);
        var police = new Checkbox("Works for a police force", held.policeEmployee());
        List<Component> fields = List.of(language, interpreter, sex, description, police);
        place.open("Change details", fields, "Save details", () -> save("Details saved", core -> new PersonCore(
                police.getValue(), sex.getValue(), PartFields.typed(language),
                NOT_ASKED.equals(interpreter.getValue()) ? null : Boolean.valueOf("Needed".equals(interpreter.getValue())),
                core.contact(), typed(description), core.limits(), core.retention(), core.createdAt())));
    }

    private boolean save(String done, java.util.function.UnaryOperator<PersonCore> change) {
        return editor.attempt(done, () -> editor.edits().core(
                editor.id(), editor.version(), change.apply(editor.person().core())));
    }

    private void answer(InPlace place) {
        var kind = Editor.select("About", List.of(Characteristic.values()), Characteristic::label);
        var answer = Editor.select("What came of asking", List.of(Answer.values()), Answer::label);
        var value = PartFields.text("Their own word, where they answered", null);
        value.setMaxLength(120);
        var reason = PartFields.text("Why not, where they did not", null);
        place.open("Record an answer", List.of(kind, answer, value, reason), "Record", () -> editor.attempt(
                "Answer recorded", () -> editor.edits().answer(
                        editor.id(), editor.version(), kind.getValue(), answer.getValue(), PartFields.typed(value),
                        reason.getValue())));
    }

    private static TextArea area(String label, @Nullable String value) {
        var area = new TextArea(label);
        area.setMaxLength(255);
        area.setMinRows(2);
        area.setValue(value == null ? "" : value);
        return area;
    }

    private static @Nullable String typed(TextArea area) {
        return area.getValue().isBlank() ? null : area.getValue().strip();
    }
}
