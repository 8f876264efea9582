package org.vigil.shared.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks for a record that is found by words: what is typed is looked for when asked, and one of those found is chosen. One
 * alone is chosen by itself, and shown in full before anything is done with it.
 */
public final class FindField extends Div implements Focusable<Div> {

    private static final int LONGEST = 200;

    private final TextField words = new TextField();
    private final RadioButtonGroup<Long> choices = new RadioButtonGroup<>();
    private final Function<String, Map<Long, String>> finder;
    private Map<Long, String> found = new LinkedHashMap<>();

    /** @param finder answers the keys of those found, with words that tell them apart, the likeliest first */
    public FindField(String label, String helper, Function<String, Map<Long, String>> finder) {
        this.finder = finder;
        addClassName("find-field");
        words.setLabel(label);
        words.setHelperText(helper);
        words.setMaxLength(LONGEST);
        words.setManualValidation(true);
        words.setRequiredIndicatorVisible(true);
        words.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        choices.setLabel("Found: choose one");
        choices.setItemLabelGenerator(id -> found.getOrDefault(id, ""));
        choices.setVisible(false);
        var act = new Button("Find", click -> find());
        // A field tells its value when it is left: without this, Enter would look for what stood there before.
        act.addClickShortcut(Key.ENTER).listenOn(words).resetFocusOnActiveElement();
        var line = new Div(words, act);
        line.addClassName("cluster");
        add(line, choices);
    }

    private void find() {
        if (words.getValue().isBlank()) {
            wrong("Type whom you look for, then press Find");
            return;
        }
        Notices.attempt(() -> show(finder.apply(words.getValue())));
    }

    private void show(Map<Long, String> now) {
        found = now;
        choices.setItems(new ArrayList<>(now.keySet()));
        choices.setVisible(!now.isEmpty());
        words.setInvalid(false);
        if (now.isEmpty()) {
            wrong("Nobody is found by this");
        } else if (now.size() == 1) {
            choices.setValue(now.keySet().iterator().next());
        }
    }

    private void wrong(String why) {
        words.setErrorMessage(why);
        words.setInvalid(true);
    }

    /** The one that was chosen; empty, and marked, where none was. */
    public Optional<Long> read() {
        var chosen = Optional.ofNullable(choices.getValue());
        if (chosen.isEmpty()) {
            wrong(found.isEmpty() ? "Type whom you look for, then press Find" : "Choose one of those found");
        }
        return chosen;
    }

    @Override
    public void focus() {
        words.focus();
    }
}
