package org.vigil.person.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigil.person.Person;
import org.vigil.person.PersonCore.Retention;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Facts;
import org.vigil.shared.ui.Panel;

/** How long the record is kept and why, with what a review may decide of it. */
final class RetentionPanel extends Div {

    /** What each action is called on a button. */
    static final Map<String, String> LABELS = Map.of(
            "keep", "Keep", "group", "Change group", "hold", "Hold", "release", "Lift the hold", "erase",
            "Erase or anonymise");

    private final Facts facts = new Facts();
    private final Map<String, Button> buttons = new LinkedHashMap<>();

    RetentionPanel(Editor editor, RetentionForms forms) {
        var place = new InPlace();
        var bar = new Div();
        bar.addClassName("cluster");
        for (var action : List.of("keep", "group", "hold", "release", "erase")) {
            var button = AboutPanels.small(LABELS.get(action), () -> forms.open(action, place, editor.person()));
            buttons.put(action, button);
        }
        buttons.values().forEach(bar::add);
        add(new Panel("Retention", facts, bar, place));
    }

    void show(Person person) {
        var held = person.core().retention();
        var onHold = held.holdReason() != null;
        facts.show(new Facts()
                .with("Review group", group(held))
                .with("Next review", held.nextReviewOn() == null ? null : UkTime.day(held.nextReviewOn()))
                .with("Because", held.basis())
                .with("Hold", onHold ? held.holdReason() : "None"));
        buttons.forEach((action, button) -> button.setVisible(
                switch (action) {
                    case "release" -> onHold;
                    case "group" -> true;
                    default -> !onHold;
                }));
    }

    /** "Group 2: suspect in a domestic abuse call". */
    static String group(Retention held) {
        return "Group " + held.group() + (held.why() == null ? "" : ": " + held.why());
    }
}
