package org.vigil.deadline.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.vigil.deadline.DeadlineHand;
import org.vigil.deadline.DeadlineView;
import org.vigil.shared.ui.MomentField;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.ReasonField;

/** Asks in place, above the list, for what entering something about a clock by hand needs. */
final class ClockForm extends Div {

    private final DeadlineHand hand;
    private final Clock clock;
    private final Runnable changed;

    /** @param changed reads the list anew */
    ClockForm(DeadlineHand hand, Clock clock, Runnable changed) {
        this.hand = hand;
        this.clock = clock;
        this.changed = changed;
        addClassNames("form", "clock-hand");
        setVisible(false);
    }

    /** Enters when the thing was done. */
    void done(DeadlineView view) {
        var at = new MomentField("Done", clock);
        var evidence = new ReasonField("What shows it");
        open("Enter as done: ", view, view.ruleTitle() + ". Say when it was done, not when it is entered.",
                "Enter as done", () -> {
            var time = at.read();
            var basis = evidence.read();
            if (time.isEmpty() && at.isBlank()) {
                Notices.problem("Give the day and the time at which it was done.");
            }
            return time.isPresent()
                    && basis.isPresent()
                    && attempt("Entered as done", () -> hand.meet(view.id(), view.version(), time.get(), basis.get()));
        }, at, evidence);
    }

    /** Takes the clock off. */
    void cancel(DeadlineView view) {
        var reason = new ReasonField("Why it does not apply");
        open("Cancel the clock: ", view, view.ruleTitle() + ". Its alert closes with it; a breach that happened stays one.",
                "Cancel the clock", () -> {
            var why = reason.read();
            return why.isPresent()
                    && attempt("Clock cancelled", () -> hand.cancel(view.id(), view.version(), why.get()));
        }, reason);
    }

    void shut() {
        removeAll();
        setVisible(false);
    }

    private boolean attempt(String done, Runnable action) {
        var isDone = Notices.attempt(action);
        if (isDone) {
            Notices.done(done);
        }
        changed.run();
        return isDone;
    }

    private void open(
            String deed, DeadlineView view, String what, String verb, BooleanSupplier act, Component... fields) {
        removeAll();
        var go = new Button(verb, click -> {
            if (act.getAsBoolean()) {
                shut();
            }
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var buttons = new Div(go, new Button("Never mind", click -> shut()));
        buttons.addClassName("cluster");
        add(new H3(deed + view.title() + " · " + view.subject().reference()), new Paragraph(what));
        add(fields);
        add(buttons);
        setVisible(true);
        if (fields[0] instanceof Focusable<?> first) {
            first.focus();
        }
    }
}
