package org.vigil.shared.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;

/** A dialog with a few short fields: Enter in any of them does what the button says, Esc leaves. */
public final class FormDialog {

    private FormDialog() {}

    /**
     * Gives a dialog its two buttons and opens it.
     *
     * @param leave what the button says that changes nothing
     * @param verb what will happen, never "OK"
     */
    public static void open(Dialog dialog, String leave, String verb, Runnable action) {
        var act = new Button(verb, click -> action.run());
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        // A field tells its value when it is left: without this, Enter would act on what stood there before.
        act.addClickShortcut(Key.ENTER).listenOn(dialog).resetFocusOnActiveElement();
        dialog.getFooter().add(new Button(leave, click -> dialog.close()), act);
        dialog.open();
    }
}
