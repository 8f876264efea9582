package org.vigil.victim.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigil.shared.ui.MomentField;
import org.vigil.shared.ui.Notices;

/** What the forms of the victim's side have in common. */
final class Forms {

    private Forms() {}

    /** A form that opens in place. */
    static Details details(String summary, Component... fields) {
        var form = new Div(fields);
        form.addClassName("form");
        var details = new Details(summary, form);
        details.addClassName("no-print");
        return details;
    }

    static Button button(String text) {
        var button = new Button(text);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    static <T> Select<T> select(String label, List<T> items, Function<T, String> words) {
        var select = new Select<T>();
        select.setLabel(label);
        select.setItems(items);
        select.setItemLabelGenerator(words::apply);
        select.setValue(items.getFirst());
        return select;
    }

    static TextField line(String label, int longest) {
        var field = new TextField(label);
        field.setMaxLength(longest);
        return field;
    }

    static TextArea words(String label, int longest) {
        var field = new TextArea(label);
        field.setMaxLength(longest);
        field.setMinRows(2);
        return field;
    }

    /** The time that was typed; where there is none, the user is told so. */
    static Optional<Instant> time(MomentField field) {
        var time = field.read();
        if (time.isEmpty() && field.isBlank()) {
            Notices.problem("Give the day and the time.");
        }
        return time;
    }

    /** Does it and says so; a refused form stays as it was typed. */
    static boolean attempt(String done, Details form, Runnable action, Runnable changed) {
        var went = Notices.attempt(action);
        if (went) {
            Notices.done(done);
            form.setOpened(false);
        }
        changed.run();
        return went;
    }
}
