package org.vigil.security.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;
import org.vigil.security.Area;
import org.vigil.security.AreaKind;
import org.vigil.security.AreaService;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.ui.FormDialog;
import org.vigil.shared.ui.Notices;

/** Asks for an area's code and name. */
final class AreaDialog {

    private final Dialog dialog;
    private final TextField code = new TextField("Code");
    private final TextField name = new TextField("Name");

    private AreaDialog(String title) {
        dialog = new Dialog(title);
        dialog.setWidth("26rem");
        code.setHelperText("As command and control sends it");
        code.setManualValidation(true);
        name.setManualValidation(true);
        var form = new Div(code, name);
        form.addClassName("form");
        dialog.add(form);
    }

    static void create(AreaService areas, AreaKind kind, @Nullable Area parent, Runnable done) {
        var what = kind.label().toLowerCase();
        var asked = new AreaDialog("New " + what + (parent == null ? "" : " in " + parent.name()));
        asked.open("Add the " + what, () -> {
            areas.create(kind, parent == null ? null : parent.id(), asked.code.getValue(), asked.name.getValue());
            Notices.done(asked.name.getValue().strip() + " added");
            done.run();
        });
    }

    static void rename(AreaService areas, Area area, Runnable done) {
        var asked = new AreaDialog("Rename " + area.name());
        asked.code.setValue(area.code());
        asked.name.setValue(area.name());
        asked.open("Rename", () -> {
            areas.rename(area.id(), area.version(), asked.code.getValue(), asked.name.getValue());
            Notices.done("Renamed to " + asked.name.getValue().strip());
            done.run();
        });
    }

    private void open(String verb, Runnable action) {
        FormDialog.open(dialog, "Cancel", verb, () -> attempt(action));
        code.focus();
    }

    private void attempt(Runnable action) {
        code.setInvalid(false);
        name.setInvalid(false);
        try {
            action.run();
            dialog.close();
        } catch (InvalidInputException problem) {
            switch (problem.field()) {
                case "Code" -> mark(code, problem);
                case "Name" -> mark(name, problem);
                default -> Notices.problem(String.valueOf(problem.getMessage()));
            }
        } catch (ChangedMeanwhileException changed) {
            Notices.problem(String.valueOf(changed.getMessage()));
        }
    }

    private static void mark(TextField field, InvalidInputException problem) {
        field.setErrorMessage(problem.getMessage());
        field.setInvalid(true);
        field.focus();
    }
}
