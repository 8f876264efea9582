package org.vigil.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks once before what can't be undone, naming what will happen; the verb stands on the button, never "OK". */
public final class Confirm {

    private Confirm() {}

    /**
     * @param question "End the session of PC Hale?"
     * @param whatWillHappen "She is signed out at once; a draft is kept."
     * @param verb "End session"
     */
    public static void ask(String question, String whatWillHappen, String verb, Runnable action) {
        open(question, whatWillHappen, verb, null, reason -> {
            action.run();
            return true;
        });
    }

    /**
     * As {@link #ask}, and asks for a reason first.
     *
     * @param action gets the reason; answers whether the dialog may close
     */
    public static void askWhy(
            String question, String whatWillHappen, String verb, String reasonLabel, Predicate<String> action) {
        open(question, whatWillHappen, verb, new ReasonField(reasonLabel), action);
    }

    private static void open(
            String question, String what, String verb, @Nullable ReasonField reason, Predicate<String> action) {
        var dialog = new Dialog(question);
        dialog.addClassName("confirm");
        dialog.setWidth("28rem");
        dialog.add(new Paragraph(what));
        if (reason != null) {
            dialog.add(reason);
        }
        var act = new Button(verb, click -> {
            var why = reason == null ? java.util.Optional.of("") : reason.read();
            if (why.isPresent() && action.test(why.get())) {
                dialog.close();
            }
        });
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act.setDisableOnClick(false);
        var back = new Button("Keep as it is", click -> dialog.close());
        dialog.getFooter().add(back, act);
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                dialog.removeFromParent();
            }
        });
        dialog.open();
        if (reason != null) {
            reason.focus();
        } else {
            back.focus();
        }
    }
}
