package org.vigil.shared.ui;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;

/** Asks for the reason that an action needs, in place, and does not let it through without one. */
public final class ReasonField extends TextArea {

    private static final int LONGEST = 500;
    private static final String KEPT = "It is kept with the record and in the audit log.";

    private int least = 3;

    public ReasonField(String label) {
        super(label);
        addClassName("reason-field");
        setRequiredIndicatorVisible(true);
        setManualValidation(true);
        setMaxLength(LONGEST);
        setMinRows(2);
        setValueChangeMode(ValueChangeMode.ON_BLUR);
        setHelperText(KEPT);
        setErrorMessage("Say why, in a few words");
    }

    /** Asks for so many characters at least, and says so. */
    public ReasonField atLeast(int characters) {
        least = characters;
        setHelperText("At least " + characters + " characters. " + KEPT);
        setErrorMessage("Say why, in at least " + characters + " characters");
        return this;
    }

    /** The reason; empty, and marked, where none was given. */
    public Optional<String> read() {
        var given = getValue().strip();
        setInvalid(given.length() < least);
        return given.length() < least ? Optional.empty() : Optional.of(given);
    }
}
