package org.vigil.victim.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.vigil.shared.Duty;
import org.vigil.shared.ui.MomentField;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.ReasonField;
import org.vigil.victim.ReferralState;
import org.vigil.victim.SchoolState;
import org.vigil.victim.VictimPage;

/** The children of a case: referred, confirmed safe, their schools told. */
final class ChildrenForms extends Div {

    private final VictimServices services;
    private final Supplier<VictimPage> page;
    private final Runnable changed;
    private final Button confirm = new Button("Confirm that the children are safe");
    private final Select<Integer> child = new Select<>();
    private List<Integer> offered = List.of();

    ChildrenForms(VictimServices services, Supplier<VictimPage> page, Runnable changed) {
        this.services = services;
        this.page = page;
        this.changed = changed;
        var viewer = services.viewers().get();
        if (viewer.hasAny(Set.of(Duty.SUPERVISOR, Duty.SPECIALIST))) {
            add(refer(), school());
        }
        if (viewer.has(Duty.SUPERVISOR)) {
            confirm.addClickListener(click -> {
                if (Notices.attempt(() -> services.children().confirm(caseId(), page.get().children().version()))) {
                    Notices.done("Confirmed");
                }
                changed.run();
            });
            add(confirm);
        }
    }

    void show(VictimPage now) {
        var referral = now.children().referral();
        confirm.setVisible(referral != null && !referral.isConfirmed());
        if (!now.children().places().equals(offered)) {
            offered = now.children().places();
            child.setItems(offered);
            child.setValue(offered.isEmpty() ? null : offered.getFirst());
        }
    }

    private Details refer() {
        var state = Forms.select(
                "Referral", List.of(ReferralState.MADE, ReferralState.NOT_NEEDED), ReferralState::label);
        var why = new ReasonField("To whom and with what concern, or why none is needed");
        var save = Forms.button("Record referral");
        var details = Forms.details("Refer the children", state, why, save);
        save.addClickListener(click -> why.read().ifPresent(reason -> {
            if (Forms.attempt("Referral recorded", details, () -> services.children().refer(
                    caseId(), page.get().children().version(), state.getValue(), reason), changed)) {
                why.clear();
            }
        }));
        return details;
    }

    private Details school() {
        child.setLabel("Child");
        child.setItemLabelGenerator(place -> page.get().name(place, "Child " + place));
        var state = Forms.select("School", List.of(SchoolState.values()), SchoolState::label);
        var at = new MomentField("When", services.clock());
        var why = Forms.words("Note, or why the school is not told", 500);
        var save = Forms.button("Record notice");
        var details = Forms.details("Notice to a child's school", child, state, at, why, save);
        details.addOpenedChangeListener(change -> at.setValue(services.clock().instant()));
        save.addClickListener(click -> Forms.time(at).ifPresent(time -> {
            var chosen = child.getValue();
            if (chosen != null && Forms.attempt("Notice recorded", details, () -> services.children().school(
                    caseId(), chosen, state.getValue(), time, why.getValue()), changed)) {
                why.clear();
            }
        }));
        return details;
    }

    private long caseId() {
        return page.get().of().id();
    }
}
