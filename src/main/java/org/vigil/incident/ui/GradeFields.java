package org.vigil.incident.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.vigil.incident.ClockStart;
import org.vigil.incident.rules.GradePolicy;

/** One grade of a policy that is being written. */
final class GradeFields extends Div {

    private final TextField name = new TextField();
    private final IntegerField urban = new IntegerField("Minutes, urban");
    private final IntegerField rural = new IntegerField("Minutes, rural");
    private final Select<ClockStart> starts = new Select<>();
    private final Button raise = new Button("Up");
    private final Button remove = new Button("Remove");

    GradeFields(GradePolicy.Grade grade) {
        name.setValue(grade.name());
        name.setMaxLength(24);
        name.setHelperText("As command and control sends it");
        urban.setValue(grade.urbanMinutes());
        rural.setValue(grade.ruralMinutes());
        urban.setHelperText("Empty: no target");
        for (var minutes : new IntegerField[] {urban, rural}) {
            minutes.setManualValidation(true);
            minutes.addClassName("time-field");
        }
        starts.setLabel("Counted from");
        starts.setItems(ClockStart.values());
        starts.setItemLabelGenerator(ClockStart::label);
        starts.setValue(grade.clockStarts());
        raise.addThemeVariants(ButtonVariant.LUMO_SMALL);
        remove.addThemeVariants(ButtonVariant.LUMO_SMALL);
        addClassName("cluster");
        add(name, urban, rural, starts, raise, remove);
    }

    void onRaise(Runnable action) {
        raise.addClickListener(click -> action.run());
    }

    void onRemove(Runnable action) {
        remove.addClickListener(click -> action.run());
    }

    /** Its place, 1 being the most urgent. */
    void number(int urgency) {
        name.setLabel("Grade " + urgency);
        raise.setEnabled(urgency > 1);
        raise.setAriaLabel("Move grade " + urgency + " up");
        remove.setAriaLabel("Remove grade " + urgency);
    }

    GradePolicy.Grade read(int urgency) {
        return new GradePolicy.Grade(
                urgency, name.getValue().strip(), urban.getValue(), rural.getValue(), starts.getValue());
    }

    void focus() {
        ((Focusable<?>) name).focus();
    }
}
