package org.vigil.incident.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.vigil.incident.CallPage;
import org.vigil.incident.CallParties;
import org.vigil.incident.Party;
import org.vigil.shared.ui.FindField;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.ReasonField;

/** Says who a party of the call is, where the console did not find it or found somebody else. */
final class PartyForm extends Div {

    private final CallParties service;
    private final Function<String, Map<Long, String>> finder;
    private final Supplier<CallPage> page;
    private final Runnable changed;
    private final boolean allowed;

    /**
     * @param finder finds people by what is typed
     * @param page the call as it is on screen
     * @param changed reads the page anew
     * @param allowed whether the viewer may say who a party is
     */
    PartyForm(
            CallParties service, Function<String, Map<Long, String>> finder, Supplier<CallPage> page,
            Runnable changed, boolean allowed) {
        this.service = service;
        this.finder = finder;
        this.page = page;
        this.changed = changed;
        this.allowed = allowed;
        addClassName("no-print");
    }

    /** Offers the parties as they stand now. A form on what stood before must not name another party, so it closes. */
    void show() {
        removeAll();
        var parties = page.get().call().parties();
        setVisible(allowed && !parties.stream().allMatch(Party::wasErased));
        if (!isVisible()) {
            return;
        }
        var party = new Select<Integer>();
        party.setLabel("Party");
        var named = IntStream.range(0, parties.size())
                .filter(place -> !parties.get(place).wasErased())
                .boxed()
                .toList();
        party.setItems(named);
        party.setItemLabelGenerator(place -> parties.get(place).name() + ", "
                + parties.get(place).role().label().toLowerCase(java.util.Locale.UK));
        party.setValue(named.getFirst());
        var person = new FindField("Who it is", "A name, a number, or the number of their page", finder);
        var why = new ReasonField("What shows it");
        var save = new Button("Say who it is", click -> {
            var id = person.read();
            var reason = why.read();
            if (id.isPresent() && reason.isPresent() && Notices.attempt(() -> service.say(
                    page.get().call().id(), page.get().call().version(), party.getValue(), id.get(), reason.get()))) {
                Notices.done("Party linked");
                changed.run();
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var form = new Div(party, person, why, save);
        form.addClassName("form");
        add(new Details("Say who a party is", form));
    }
}
