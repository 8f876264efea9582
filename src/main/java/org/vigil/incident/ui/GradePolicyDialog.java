package org.vigil.incident.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.vigil.incident.ClockStart;
import org.vigil.incident.GradePolicyChange;
import org.vigil.incident.GradePolicyService;
import org.vigil.incident.rules.GradePolicy;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.DayField;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.ReasonField;

/** Ends the last grade policy and begins another from a day on; nothing of the old one is edited. */
final class GradePolicyDialog extends Dialog {

    private final GradePolicyService service;
    private final GradePolicy before;
    private final Runnable done;
    private final TextField name = new TextField("Name of the policy");
    private final TextField basis = new TextField("Basis: the document that it rests on");
    private final DayField from;
    private final Div grades = new Div();
    private final Paragraph problem = new Paragraph();
    private final ReasonField reason = new ReasonField("Why, and on whose authority");

    GradePolicyDialog(GradePolicyService service, GradePolicy before, Clock clock, Runnable done) {
        this.service = service;
        this.before = before;
        this.done = done;
        from = new DayField("In force from the first minute of", clock);
        from.setDay(UkTime.localDay(clock.instant()).plusDays(1));
        setHeaderTitle("Supersede: " + before.name());
        setWidth("46rem");
        name.setManualValidation(true);
        name.setWidthFull();
        basis.setManualValidation(true);
        basis.setWidthFull();
        basis.setValue(before.basis());
        name.setValue(before.name());
        grades.addClassName("stack");
        before.grades().forEach(grade -> addGrade(new GradeFields(grade)));
        problem.addClassNames("callout", "tone-bad");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        var more = new Button("Add a grade", click -> {
            var fields = new GradeFields(new GradePolicy.Grade(0, "", null, null, ClockStart.RECEIVED));
            addGrade(fields);
            fields.focus();
        });
        add(name, basis, from, grades, more, problem, reason);
        var act = new Button("Supersede the policy", click -> supersede());
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Keep as it is", click -> close()), act);
    }

    private void addGrade(GradeFields fields) {
        fields.onRemove(() -> {
            grades.remove(fields);
            number();
        });
        fields.onRaise(() -> {
            var at = grades.indexOf(fields);
            if (at > 0) {
                grades.remove(fields);
                grades.addComponentAtIndex(at - 1, fields);
                number();
                fields.focus();
            }
        });
        grades.add(fields);
        number();
    }

    private void number() {
        for (var at = 0; at < grades.getComponentCount(); at++) {
            ((GradeFields) grades.getComponentAt(at)).number(at + 1);
        }
    }

    private void supersede() {
        var why = reason.read();
        var day = from.read();
        if (why.isEmpty() || day.isEmpty()) {
            return;
        }
        problem.setVisible(false);
        name.setInvalid(false);
        basis.setInvalid(false);
        try {
            service.supersede(change(day.get(), why.get()));
            close();
            Notices.done("Grade policy superseded");
            done.run();
        } catch (InvalidInputException wrong) {
            mark(wrong);
        } catch (ChangedMeanwhileException changed) {
            Notices.problem(String.valueOf(changed.getMessage()));
        }
    }

    private GradePolicyChange change(LocalDate day, String why) {
        var all = new ArrayList<GradePolicy.Grade>();
        grades.getChildren().forEach(each -> all.add(((GradeFields) each).read(all.size() + 1)));
        return new GradePolicyChange(before.id(), name.getValue(), basis.getValue(), all, day, why);
    }

    private void mark(InvalidInputException wrong) {
        var message = String.valueOf(wrong.getMessage());
        var field = Optional.<HasValidation>ofNullable(
                switch (wrong.field()) {
                    case "name" -> name;
                    case "basis" -> basis;
                    case "reason" -> reason;
                    default -> null;
                });
        field.ifPresent(each -> {
            each.setErrorMessage(message);
            each.setInvalid(true);
        });
        problem.setText(message);
        problem.setVisible(field.isEmpty());
    }
}
