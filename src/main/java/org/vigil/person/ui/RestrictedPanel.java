package org.vigil.person.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigil.person.PersonAccess;
import org.vigil.person.PersonPages.Opened;
import org.vigil.person.rules.PersonInput;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.ReasonField;
import org.vigil.shared.ui.Tone;

/** That there is a record, whom to ask, what endangers officers, and the glass that can be broken; nothing else. */
final class RestrictedPanel extends Div {

    /**
     * @param mayBreak whether the viewer's duty may break the glass
     * @param opened reads the page anew
     */
    RestrictedPanel(Opened.Restricted restricted, PersonAccess access, boolean mayBreak, Runnable opened) {
        var ask = restricted.ask();
        addClassName("stack");
        var said = new Div();
        said.addClassNames("callout", ask.safety().isEmpty() ? Tone.WARN.cssClass() : Tone.BAD.cssClass());
        var first = new Paragraph("This record is restricted. " + (ask.ask().isEmpty()
                ? "Nobody who owns it is on duty now."
                : "Ask " + String.join(" or ", ask.ask()) + ", on duty now."));
        first.addClassName("answer");
        said.add(first);
        if (!ask.safety().isEmpty()) {
            said.add(new Paragraph("Warning for your safety: " + ask.safety().stream()
                    .map(type -> type.label().toLowerCase(Locale.UK))
                    .collect(Collectors.joining("; ")) + "."));
            var pills = new Div();
            pills.addClassName("cluster");
            ask.safety().forEach(marker -> pills.add(TopPanel.pill(marker)));
            said.add(pills);
        }
        if (!restricted.always().isEmpty()) {
            var live = new UnorderedList();
            restricted.always().forEach(measure -> live.add(new ListItem(TopPanel.measure(measure))));
            said.add(live);
        }
        add(said);
        if (mayBreak) {
            add(glass(ask.id(), access, opened));
        }
    }

    private static Panel glass(long id, PersonAccess access, Runnable opened) {
        var why = new ReasonField("Why you must see it now").atLeast(PersonInput.SHORTEST_GLASS);
        var act = new Button("Break the glass for an hour", click -> why.read().ifPresent(reason -> {
            if (Notices.attempt(() -> access.breakGlass(id, reason))) {
                Notices.done("You see the record for an hour. Its owner was told.");
                opened.run();
            }
        }));
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        var form = new Div(
                new Paragraph("If it cannot wait, you can open the record for one hour. The officer who owns it is alerted"
                        + " at once, with your name and your reason, and it stands in the audit log."),
                why,
                act);
        form.addClassName("form");
        return new Panel("It cannot wait?", form);
    }
}
