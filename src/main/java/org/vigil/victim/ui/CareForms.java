package org.vigil.victim.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigil.shared.Duty;
import org.vigil.shared.UkInput;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.MomentField;
import org.vigil.shared.ui.ReasonField;
import org.vigil.victim.ContactMeans;
import org.vigil.victim.Need;
import org.vigil.victim.NeedStep;
import org.vigil.victim.SafeWindow;
import org.vigil.victim.UpdateState;
import org.vigil.victim.VictimPage;
import org.vigil.victim.VictimUpdate;

/** What is agreed with one victim and done for them. */
final class CareForms extends Div {

    private final VictimServices services;
    private final long caseId;
    private final Supplier<VictimPage.Victim> victim;
    private final Runnable changed;

    CareForms(VictimServices services, long caseId, Supplier<VictimPage.Victim> victim, Runnable changed) {
        this.services = services;
        this.caseId = caseId;
        this.victim = victim;
        this.changed = changed;
        add(window(), step(), equipment());
        if (services.viewers().get().has(Duty.SUPERVISOR)) {
            add(rights(), giveUp());
        }
    }

    private Details window() {
        var days = new CheckboxGroup<DayOfWeek>("Days", DayOfWeek.values());
        days.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.FULL, Locale.UK));
        var from = time("From");
        var to = time("Until");
        to.setHelperText("hh:mm, 24 hours; an earlier time is on the next day, the same time means all day");
        var means = new CheckboxGroup<ContactMeans>("Safe means", EnumSet.complementOf(EnumSet.of(ContactMeans.IN_PERSON)));
        means.setItemLabelGenerator(ContactMeans::label);
        var never = Forms.words("What must never be done", 500);
        var save = Forms.button("Set safe window");
        var details = Forms.details("Set the safe window", days, from, to, means, never, save);
        details.addOpenedChangeListener(change -> {
            var held = victim.get().side().window();
            if (change.isOpened() && held != null) {
                days.setValue(held.days());
                from.setValue(held.from().toString());
                to.setValue(held.to().toString());
                means.setValue(held.means());
                never.setValue(held.never() == null ? "" : held.never());
            }
        });
        save.addClickListener(click -> {
            var begins = read(from);
            var ends = read(to);
            if (begins.isPresent() && ends.isPresent()) {
                var said = new SafeWindow(days.getValue(), begins.get(), ends.get(), means.getValue(), never.getValue());
                Forms.attempt("Safe window set", details,
                        () -> services.care().window(caseId, place(), version(), said), changed);
            }
        });
        return details;
    }

    private Details step() {
        var need = Forms.select("What", List.of(Need.values()), Need::label);
        var step = Forms.select("Step", need.getValue().steps(), NeedStep::label);
        need.addValueChangeListener(change -> {
            step.setItems(change.getValue().steps());
            step.setValue(change.getValue().steps().getFirst());
        });
        var at = new MomentField("When", services.clock());
        var detail = Forms.line("Service or measure", 160);
        var note = Forms.words("Note", 500);
        var save = Forms.button("Record step");
        var details = Forms.details("Special measures, statement, IDVA", need, step, at, detail, note, save);
        details.addOpenedChangeListener(change -> at.setValue(services.clock().instant()));
        save.addClickListener(click -> Forms.time(at).ifPresent(time -> {
            var went = Forms.attempt("Step recorded", details, () -> services.care().step(
                    caseId, place(), need.getValue(), step.getValue(), time, detail.getValue(), note.getValue()), changed);
            if (went) {
                detail.clear();
                note.clear();
            }
        }));
        return details;
    }

    private Details equipment() {
        var item = Forms.line("What was issued", 120);
        item.setRequiredIndicatorVisible(true);
        var at = new MomentField("When", services.clock());
        var save = Forms.button("Record equipment");
        var details = Forms.details("Issue home security equipment", item, at, save);
        details.addOpenedChangeListener(change -> at.setValue(services.clock().instant()));
        save.addClickListener(click -> Forms.time(at).ifPresent(time -> {
            if (Forms.attempt("Equipment recorded", details,
                    () -> services.care().issue(caseId, place(), item.getValue(), time), changed)) {
                item.clear();
            }
        }));
        return details;
    }

    private Details rights() {
        var applies = Forms.select("Enhanced rights", List.of(Boolean.TRUE, Boolean.FALSE), yes -> yes ? "Apply" : "Do not apply");
        var reason = new ReasonField("Why");
        var save = Forms.button("Change rights");
        var details = Forms.details("Change enhanced rights", applies, reason, save);
        details.addOpenedChangeListener(change -> applies.setValue(!victim.get().side().enhanced()));
        save.addClickListener(click -> reason.read().ifPresent(why -> {
            if (Forms.attempt("Rights changed", details, () -> services.care().enhanced(
                    caseId, place(), version(), applies.getValue(), why), changed)) {
                reason.clear();
            }
        }));
        return details;
    }

    private Details giveUp() {
        var update = new com.vaadin.flow.component.select.Select<VictimUpdate>();
        update.setLabel("What");
        update.setItemLabelGenerator(each -> each.kind().label() + ", " + UkTime.moment(each.eventAt()));
        var how = Forms.select("Why not", List.of(UpdateState.COULD_NOT, UpdateState.NOT_NEEDED), UpdateState::label);
        var reason = new ReasonField("Reason, and what was done for the victim's safety");
        var save = Forms.button("End the clock");
        var details = Forms.details("The victim will not be told", update, how, reason, save);
        details.addOpenedChangeListener(change -> {
            update.setItems(victim.get().owed().stream().map(VictimPage.Update::of).toList());
        });
        save.addClickListener(click -> {
            var chosen = update.getValue();
            if (chosen == null) {
                org.vigil.shared.ui.Notices.problem("Choose what the victim will not be told.");
                return;
            }
            reason.read().ifPresent(why -> {
                if (Forms.attempt("Recorded, and the clock ended", details, () -> services.contacts().giveUp(
                        caseId, chosen.id(), chosen.version(), how.getValue(), why), changed)) {
                    reason.clear();
                }
            });
        });
        return details;
    }

    private int place() {
        return victim.get().who().place();
    }

    private int version() {
        return victim.get().side().version();
    }

    private static TextField time(String label) {
        var field = Forms.line(label, 10);
        field.setHelperText("hh:mm, 24 hours");
        field.addClassName("time-field");
        field.setManualValidation(true);
        return field;
    }

    private static Optional<LocalTime> read(TextField field) {
        var time = UkInput.time(field.getValue());
        field.setErrorMessage("Write the time as 14:05");
        field.setInvalid(time.isEmpty());
        return time;
    }
}
