package org.vigil.security.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import org.vigil.security.Account;
import org.vigil.security.AccountService;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.ui.FormDialog;
import org.vigil.shared.ui.Notices;

/** Asks for a person's new password. */
final class PasswordDialog {

    private PasswordDialog() {}

    static void open(Account account, AccountService accounts, Runnable done) {
        var dialog = new Dialog("Set a password for " + account.displayName());
        dialog.setWidth("28rem");
        var field = new PasswordField("New password");
        field.setHelperText("At least 12 characters; three random words do well.");
        field.setAutocomplete(Autocomplete.NEW_PASSWORD);
        field.setManualValidation(true);
        field.setWidthFull();
        dialog.add(new Paragraph("Their sessions end. Tell them the password in person or by telephone."), field);
        FormDialog.open(dialog, "Keep the old one", "Set the password", () -> {
            try {
                if (Notices.attempt(() -> set(account, accounts, field))) {
                    dialog.close();
                    Notices.done("Password set");
                    done.run();
                }
            } catch (Unfit unfit) {
                field.setErrorMessage(unfit.getMessage());
                field.setInvalid(true);
                field.focus();
            }
        });
        field.focus();
    }

    private static void set(Account account, AccountService accounts, PasswordField field) {
        try {
            accounts.setPassword(account.id(), account.version(), field.getValue());
        } catch (InvalidInputException unfit) {
            throw new Unfit(unfit);
        }
    }

    /** Carries what is wrong with the password past the general notice, to the field. */
    private static final class Unfit extends RuntimeException {
        Unfit(InvalidInputException problem) {
            super(problem.getMessage(), problem);
        }
    }
}
