package org.vigil.shared.ui;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.UkInput;
import org.vigil.shared.UkTime;

/**
 * A day and a time, Europe/London, as they are typed. In the hour that the clocks give back in October it asks which of
 * the two is meant; a time that the clocks skipped in March is refused with the reason.
 */
public final class MomentField extends CustomField<@Nullable Instant> {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("HH:mm");
    private static final String FIRST = "the first (summer time)";
    private static final String SECOND = "the second (winter time)";

    private final DayField day;
    private final TextField time = new TextField("Time");
    private final RadioButtonGroup<String> which = new RadioButtonGroup<>();

    public MomentField(String label, Clock clock) {
        day = new DayField("Day", clock);
        setLabel(label);
        addClassName("moment-field");
        time.setHelperText("hh:mm, 24 hours");
        time.addClassName("time-field");
        time.setMaxLength(10);
        time.setManualValidation(true);
        which.setLabel("The clocks went back that night. Which one?");
        which.setItems(FIRST, SECOND);
        which.setVisible(false);
        var pair = new Div(day, time);
        pair.addClassName("cluster");
        add(pair, which);
        time.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UkInput.time(time.getValue()).ifPresent(typed -> time.setValue(WRITTEN.format(typed)));
                read();
            }
        });
        day.addValueChangeListener(change -> read());
        which.addValueChangeListener(change -> read());
    }

    /**
     * The instant that is meant; empty, and marked with what is wrong, where day or time are missing, unreadable, never
     * happened, or happened twice and nobody said which.
     */
    public Optional<Instant> read() {
        var days = day.read();
        var times = UkInput.time(time.getValue());
        time.setErrorMessage("“" + time.getValue() + "” is not a time: write it as 14:05");
        time.setInvalid(times.isEmpty() && !time.getValue().isBlank());
        if (days.isEmpty() || times.isEmpty()) {
            which.setVisible(false);
            setInvalid(false);
            return Optional.empty();
        }
        return choose(UkInput.instants(days.get(), times.get()), times.get());
    }

    private Optional<Instant> choose(List<Instant> meant, LocalTime typed) {
        which.setVisible(meant.size() == 2);
        which.setErrorMessage("Say which of the two " + typed + " you mean");
        which.setInvalid(meant.size() == 2 && which.isEmpty());
        setErrorMessage(typed + " did not happen that night: the clocks went forward an hour");
        setInvalid(meant.isEmpty());
        return switch (meant.size()) {
            case 1 -> Optional.of(meant.getFirst());
            case 2 -> Optional.ofNullable(which.getValue()).map(said -> meant.get(FIRST.equals(said) ? 0 : 1));
            default -> Optional.empty();
        };
    }

    /** Whether nothing at all was typed. */
    public boolean isBlank() {
        return day.getValue().isBlank() && time.getValue().isBlank();
    }

    /** Types into the field, as a user would: day and time in any of the forms it reads. */
    public void type(String dayText, String timeText) {
        day.setValue(dayText);
        time.setValue(timeText);
        read();
    }

    @Override
    protected @Nullable Instant generateModelValue() {
        return read().orElse(null);
    }

    @Override
    protected void setPresentationValue(@Nullable Instant at) {
        if (at == null) {
            day.setDay(null);
            time.clear();
            return;
        }
        var local = at.atZone(UkTime.LONDON);
        day.setDay(local.toLocalDate());
        time.setValue(WRITTEN.format(local));
        var meant = UkInput.instants(local.toLocalDate(), local.toLocalTime());
        which.setValue(meant.size() == 2 ? (meant.indexOf(at) == 0 ? FIRST : SECOND) : null);
        which.setVisible(meant.size() == 2);
    }
}
