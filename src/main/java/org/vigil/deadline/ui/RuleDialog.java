package org.vigil.deadline.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import org.vigil.deadline.DeadlineRule;
import org.vigil.deadline.DeadlineRung;
import org.vigil.shared.ui.Facts;

/** One rule: how it counts, when it calls whom, and every version of it with its dates and the reason. */
final class RuleDialog extends Dialog {

    /**
     * @param versions oldest first; the last is the one that may be superseded
     * @param use takes the rule into the calculator
     */
    RuleDialog(DeadlineRule inForce, List<DeadlineRule> versions, Consumer<DeadlineRule> use) {
        addClassName("rule-dialog");
        setHeaderTitle(inForce.title());
        setWidth("46rem");
        add(facts(inForce), new H3("Stages"), stages(inForce), new H3("Versions"), versions(inForce, versions));
        var close = new Button("Close", click -> close());
        var pick = new Button("Use in the calculator", click -> {
            close();
            use.accept(inForce);
        });
        pick.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(close, pick);
    }

    /** Offers the administrator to supersede the rule. */
    void offerSupersede(Runnable supersede) {
        var button = new Button("Supersede…", click -> {
            close();
            supersede.run();
        });
        getFooter().addComponentAsFirst(button);
    }

    private static Facts facts(DeadlineRule rule) {
        var facts = new Facts()
                .with("Code", rule.code())
                .with("Starts", rule.startsWith())
                .with("Length", rule.lengthInWords())
                .with("Counts", rule.kind().label() + ". " + rule.kind().explanation())
                .with("Met when", rule.metWhen())
                .with("Basis", rule.basis())
                .with("Work of", rule.ownerDuty().label())
                .with("Can be paused", rule.pausable() ? "Yes, with a reason" : "No")
                .with("In force", ClockWords.inForce(rule));
        return rule.note() == null ? facts : facts.with("Note", rule.note());
    }

    private static UnorderedList stages(DeadlineRule rule) {
        var list = new UnorderedList();
        for (DeadlineRung stage : rule.rungs()) {
            list.add(new ListItem(ClockWords.stage(stage) + " · " + stage.severity().label() + ": "
                    + ClockWords.audience(stage)));
        }
        return list;
    }

    private static UnorderedList versions(DeadlineRule inForce, List<DeadlineRule> versions) {
        var list = new UnorderedList();
        list.addClassName("rule-versions");
        for (var version : versions.reversed()) {
            var item = new ListItem();
            var head = new Paragraph(ClockWords.inForce(version)
                    + (version.id() == inForce.id() ? " (in force)" : ""));
            var words = new Paragraph(version.lengthInWords() + " · " + version.basis() + ". "
                    + ClockWords.reason(version));
            words.addClassNames("quiet", "small");
            item.add(head, words);
            item.setClassName("current", version.id() == inForce.id());
            list.add(item);
        }
        return list;
    }
}
