package org.vigil.deadline.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vigil.deadline.DeadlineRule;
import org.vigil.deadline.DeadlineRung;
import org.vigil.deadline.RuleChange;
import org.vigil.deadline.RuleService;
import org.vigil.deadline.rules.RungName;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.ui.MomentField;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.ReasonField;

/** Ends the last version of a rule and begins another; nothing of the old one is edited. */
final class SupersedeDialog extends Dialog {

    private final RuleService service;
    private final DeadlineRule rule;
    private final Runnable done;
    private final IntegerField length = new IntegerField();
    private final TextField basis = new TextField("Basis: law, guidance or policy");
    private final TextArea note = new TextArea("Note shown beside the clock");
    private final Map<DeadlineRung, IntegerField> stages = new LinkedHashMap<>();
    private final Paragraph stagesProblem = new Paragraph();
    private final MomentField validFrom;
    private final Checkbox alsoRunning = new Checkbox("Change clocks that are running as well; breaches stay");
    private final ReasonField reason = new ReasonField("Why, and on whose authority");

    SupersedeDialog(RuleService service, DeadlineRule rule, Clock clock, Runnable done) {
        this.service = service;
        this.rule = rule;
        this.done = done;
        validFrom = new MomentField("In force from", clock);
        validFrom.setValue(clock.instant());
        setHeaderTitle("Supersede: " + rule.title());
        setWidth("40rem");
        addClassName("rule-dialog");
        fill();
        var act = new Button("Supersede the rule", click -> supersede());
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Keep as it is", click -> close()), act);
    }

    private void fill() {
        var unit = rule.unit();
        length.setLabel(unit == null ? "Length" : "Length in " + unit.of(2).substring(2));
        length.setManualValidation(true);
        length.setValue(rule.length());
        basis.setManualValidation(true);
        basis.setMaxLength(160);
        basis.setWidthFull();
        basis.setValue(rule.basis());
        note.setWidthFull();
        note.setMaxLength(500);
        note.setValue(rule.note() == null ? "" : rule.note());
        var stageFields = new Div();
        stageFields.addClassName("stage-fields");
        for (var stage : rule.rungs()) {
            if (stage.rung().name() != RungName.DUE) {
                var field = StageField.of(stage.rung());
                stages.put(stage, field);
                stageFields.add(field);
            }
        }
        stagesProblem.addClassNames("callout", "tone-bad");
        stagesProblem.setVisible(false);
        alsoRunning.setValue(true);
        if (unit != null && !(rule.length() == null && rule.code().equals("CALL_ATTENDANCE"))) {
            add(length);
        }
        add(basis, note, stageFields, stagesProblem, validFrom, alsoRunning, reason);
    }

    private void supersede() {
        var why = reason.read();
        var from = validFrom.read();
        if (why.isEmpty() || from.isEmpty()) {
            validFrom.setErrorMessage("Say from when the new version is in force");
            validFrom.setInvalid(from.isEmpty());
            return;
        }
        var values = new HashMap<Integer, Integer>();
        stages.forEach((stage, field) -> {
            if (field.getValue() != null) {
                values.put(stage.rung().position(), StageField.value(stage.rung(), field.getValue()));
            }
        });
        try {
            var result = service.supersede(new RuleChange(
                    rule.id(),
                    length.getValue(),
                    basis.getValue(),
                    note.getValue(),
                    values,
                    from.get(),
                    why.get(),
                    alsoRunning.getValue()));
            close();
            Notices.done("Rule superseded; " + result.clocksChanged() + " running clocks changed");
            done.run();
        } catch (InvalidInputException wrong) {
            mark(wrong);
        } catch (ChangedMeanwhileException changed) {
            Notices.problem(String.valueOf(changed.getMessage()));
        }
    }

    private void mark(InvalidInputException wrong) {
        var message = String.valueOf(wrong.getMessage());
        stagesProblem.setText(message);
        stagesProblem.setVisible(wrong.field().equals("stages"));
        field(wrong.field()).ifPresent(field -> {
            field.setErrorMessage("It " + message);
            field.setInvalid(true);
        });
    }

    private Optional<HasValidation> field(String name) {
        return switch (name) {
            case "length" -> Optional.of(length);
            case "basis" -> Optional.of(basis);
            case "validFrom" -> Optional.of(validFrom);
            case "reason" -> Optional.of(reason);
            default -> Optional.empty();
        };
    }
}
