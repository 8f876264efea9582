package org.vigil.victim.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.MomentField;
import org.vigil.shared.ui.Tone;
import org.vigil.victim.ContactMeans;
import org.vigil.victim.ContactOutcome;
import org.vigil.victim.NewContact;
import org.vigil.victim.VictimPage;
import org.vigil.victim.VictimUpdate;
import org.vigil.victim.rules.SafeContact;

/** Records contacts with one victim and plans the next. */
final class ContactForms extends Div {

    private final VictimServices services;
    private final long caseId;
    private final Supplier<VictimPage.Victim> victim;
    private final Runnable changed;
    private final Details record;
    private final CheckboxGroup<VictimUpdate> told = new CheckboxGroup<>();
    private List<VictimUpdate> offered = List.of();

    ContactForms(VictimServices services, long caseId, Supplier<VictimPage.Victim> victim, Runnable changed) {
        this.services = services;
        this.caseId = caseId;
        this.victim = victim;
        this.changed = changed;
        told.setLabel("What the victim was told");
        told.setItemLabelGenerator(update -> update.kind().label() + ", " + UkTime.moment(update.eventAt()));
        record = record();
        add(record, plan());
    }

    /** Offers what is still to be told; what is ticked stays so. */
    void show(VictimPage.Victim now) {
        var owed = now.owed().stream().map(VictimPage.Update::of).toList();
        if (!owed.equals(offered)) {
            var ticked = told.getValue().stream().map(VictimUpdate::id).collect(Collectors.toSet());
            offered = owed;
            told.setItems(owed);
            tick(ticked);
        }
        told.setVisible(!owed.isEmpty());
    }

    /** Opens the form with one update ticked. */
    void open(long update) {
        tick(Set.of(update));
        record.setOpened(true);
    }

    private void tick(Set<Long> updates) {
        told.setValue(offered.stream()
                .filter(update -> updates.contains(update.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private Details record() {
        var at = new MomentField("When", services.clock());
        at.setValue(services.clock().instant());
        var means = Forms.select("How", List.of(ContactMeans.values()), ContactMeans::label);
        var outcome = Forms.select("What came of it", List.of(ContactOutcome.values()), ContactOutcome::label);
        var note = Forms.words("Note", 1_000);
        var safety = new Safety(at, means);
        var save = Forms.button("Record contact");
        var details = Forms.details("Record a contact", at, means, outcome, told, safety, note, save);
        details.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                at.setValue(services.clock().instant());
            }
            safety.show();
        });
        save.addClickListener(click -> Forms.time(at).ifPresent(time -> {
            var made = new NewContact(
                    time, means.getValue(), outcome.getValue(), note.getValue(),
                    told.getValue().stream().map(VictimUpdate::id).collect(Collectors.toSet()), safety.reason());
            var went = Forms.attempt("Contact recorded", details, () -> services.contacts().record(caseId, place(), made), changed);
            if (went) {
                note.clear();
                safety.clear();
                told.deselectAll();
            }
        }));
        return details;
    }

    private Details plan() {
        var at = new MomentField("When", services.clock());
        var means = Forms.select("How", List.of(ContactMeans.values()), ContactMeans::label);
        var safety = new Safety(at, means);
        var save = Forms.button("Plan contact");
        var details = Forms.details("Plan the next contact", at, means, safety, save);
        save.addClickListener(click -> Forms.time(at).ifPresent(time -> {
            var went = Forms.attempt("Next contact planned", details, () -> services.contacts().plan(
                    caseId, place(), victim.get().side().version(), time, means.getValue(), safety.reason()), changed);
            if (went) {
                safety.clear();
            }
        }));
        return details;
    }

    private int place() {
        return victim.get().who().place();
    }

    /** Says before anything is sent whether the contact is safe by what is recorded, and asks for the reason where not. */
    private final class Safety extends Div {

        private final MomentField at;
        private final Select<ContactMeans> means;
        private final Paragraph why = new Paragraph();
        private final TextArea reason = Forms.words("Why it is made all the same", 500);

        Safety(MomentField at, Select<ContactMeans> means) {
            this.at = at;
            this.means = means;
            why.addClassNames("callout", Tone.WARN.cssClass());
            why.getElement().setAttribute("role", "status");
            reason.setRequiredIndicatorVisible(true);
            addClassName("form");
            add(why, reason);
            at.addValueChangeListener(change -> show());
            means.addValueChangeListener(change -> show());
            setVisible(false);
        }

        void show() {
            var time = at.getValue();
            var verdict = time == null
                    ? null
                    : SafeContact.of(victim.get().side().window(), time, means.getValue());
            setVisible(verdict != null && !verdict.allowed());
            why.setText(verdict == null ? "" : verdict.why());
        }

        @Nullable String reason() {
            return reason.getValue().isBlank() ? null : reason.getValue();
        }

        void clear() {
            reason.clear();
        }
    }
}
