package org.vigil.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Shows something secret once: it is never shown again and nowhere kept in clear. */
final class SecretDialog {

    private SecretDialog() {}

    static void open(String title, String what, String label, String secret) {
        var dialog = new Dialog(title);
        dialog.setWidth("32rem");
        dialog.setCloseOnOutsideClick(false);
        var field = new TextField(label);
        field.setValue(secret);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setWidthFull();
        field.addClassName("mono");
        field.setHelperText("Press Ctrl+C in the field to copy it.");
        dialog.add(new Paragraph(what), field);
        dialog.getFooter().add(new Button("I have kept it", click -> dialog.close()));
        dialog.open();
        field.focus();
    }
}
