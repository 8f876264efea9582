package org.vigil.shared.ui;

import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.UkInput;
import org.vigil.shared.UkTime;

/**
 * A day that is typed: "24/11/2026", "24 nov", "today". A plain text field, since date pickers are announced badly by
 * screen readers; what was understood is written back in full.
 */
public final class DayField extends TextField {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final Clock clock;

    public DayField(String label, Clock clock) {
        super(label);
        this.clock = clock;
        addClassName("day-field");
        setHelperText("dd/mm/yyyy");
        setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        setMaxLength(20);
        setManualValidation(true);
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                read().ifPresent(this::setDay);
            }
        });
    }

    public void setDay(@Nullable LocalDate day) {
        setInvalid(false);
        setValue(day == null ? "" : WRITTEN.format(day));
    }

    /** The day; empty and marked wrong where the text is none, empty and not marked where nothing was typed. */
    public Optional<LocalDate> read() {
        var day = UkInput.day(getValue(), UkTime.localDay(clock.instant()));
        setErrorMessage("“" + getValue() + "” is not a day: write it as 24/11/2026");
        setInvalid(day.isEmpty() && !getValue().isBlank());
        return day;
    }
}
