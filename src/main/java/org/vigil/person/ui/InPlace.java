package org.vigil.person.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Where a form opens beside what it changes, one at a time; a refused form stays as it was typed. */
final class InPlace extends Div {

    InPlace() {
        addClassNames("in-place", "no-print");
        setVisible(false);
    }

    /**
     * Opens a form in the place of any other.
     *
     * @param verb what its button does
     * @param save does it, and answers whether it was done
     */
    void open(String heading, List<Component> fields, String verb, BooleanSupplier save) {
        removeAll();
        var act = new Button(verb, click -> {
            if (save.getAsBoolean()) {
                close();
            }
        });
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var buttons = new Div(act, new Button("Cancel", click -> close()));
        buttons.addClassName("cluster");
        var form = new Div();
        form.addClassName("form");
        form.add(fields);
        form.add(buttons);
        add(new H3(heading), form);
        setVisible(true);
        fields.stream()
                .filter(Focusable.class::isInstance)
                .map(Focusable.class::cast)
                .findFirst()
                .ifPresent(Focusable::focus);
    }

    /** Says something in the place of any form. */
    void tell(String heading, List<Component> words) {
        removeAll();
        var said = new Div();
        said.addClassName("form");
        said.add(words);
        var close = new Button("Close", click -> close());
        said.add(close);
        add(new H3(heading), said);
        setVisible(true);
        close.focus();
    }

    void close() {
        removeAll();
        setVisible(false);
    }
}
