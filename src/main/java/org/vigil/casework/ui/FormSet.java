package org.vigil.casework.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vigil.casework.CaseChanges;
import org.vigil.casework.CasePage;
import org.vigil.shared.ui.MomentField;
import org.vigil.shared.ui.Notices;

/** Small forms of one case, each in place; a form that was refused keeps what was typed. */
abstract class FormSet extends Div {

    final CaseChanges changes;
    final Clock clock;
    private final Supplier<CasePage> page;
    private final Runnable changed;
    private final Map<String, Details> forms = new LinkedHashMap<>();

    FormSet(CaseChanges changes, Clock clock, Supplier<CasePage> page, Runnable changed) {
        this.changes = changes;
        this.clock = clock;
        this.page = page;
        this.changed = changed;
    }

    /** Opens a form, if it is among these, and puts the cursor into it. */
    boolean open(String name) {
        var form = forms.get(name);
        if (form == null || !form.isVisible()) {
            return false;
        }
        form.setOpened(true);
        form.getContent()
                .flatMap(Component::getChildren)
                .filter(Focusable.class::isInstance)
                .findFirst()
                .ifPresent(field -> ((Focusable<?>) field).focus());
        return true;
    }

    /** Shows or hides a form. */
    void offer(String name, boolean visible) {
        forms.get(name).setVisible(visible);
    }

    long id() {
        return page.get().file().id();
    }

    int version() {
        return page.get().file().version();
    }

    CasePage page() {
        return page.get();
    }

    /**
     * Adds a form.
     *
     * @param name by which it is opened
     * @param action what its button does; empty, with what is missing marked, where it can't
     */
    void form(String name, String summary, String button, String done, Supplier<Optional<Runnable>> action,
            Component... fields) {
        var save = new Button(button);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var body = new Div(fields);
        body.add(save);
        body.addClassName("form");
        var details = new Details(summary, body);
        save.addClickListener(click -> action.get().ifPresent(work -> {
            if (Notices.attempt(work)) {
                Notices.done(done);
                details.setOpened(false);
                changed.run();
            }
        }));
        forms.put(name, details);
        add(details);
    }

    /** A choice that has to be made, none made yet. */
    static <T> Select<T> choice(String label, Function<T, String> words, Stream<T> items) {
        var select = new Select<T>();
        select.setLabel(label);
        select.setItems(items.toList());
        // The empty choice, where there is one, is asked for its words as well.
        select.setItemLabelGenerator(item -> item == null ? "" : words.apply(item));
        select.setRequiredIndicatorVisible(true);
        select.setErrorMessage("Choose one");
        return select;
    }

    /** What was chosen; empty, and marked, where nothing was. */
    static <T> Optional<T> chosen(Select<T> select) {
        select.setInvalid(select.isEmpty());
        return select.getOptionalValue();
    }

    /** A time that is now unless somebody types another. */
    MomentField moment(String label) {
        var at = new MomentField(label, clock);
        at.setHelperText("Leave both empty for now.");
        return at;
    }

    /** The time that is meant; empty, and marked, where what was typed is none. */
    Optional<Instant> at(MomentField field) {
        return field.isBlank() ? Optional.of(clock.instant()) : field.read();
    }
}
