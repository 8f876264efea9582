package org.vigil.deadline.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.vigil.deadline.DeadlineRule;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** The catalogue: each rule with its length, how it counts, its basis; one opens to its stages and its versions. */
final class RulesPanel extends Div {

    private final TextField find = new TextField("Find a rule");
    private final RowList list = new RowList("Rules in force");
    private List<DeadlineRule> rules = List.of();

    RulesPanel(Consumer<String> open) {
        find.addClassName("rule-find");
        find.setClearButtonVisible(true);
        find.setValueChangeMode(ValueChangeMode.LAZY);
        find.addValueChangeListener(change -> show());
        list.setEmptyText("No rule has these words.");
        list.addOpenListener(row -> open.accept(row.rowId()));
        var scroll = new Div(list);
        scroll.addClassNames("rules-scroll", "flush");
        scroll.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", "Rules in force");
        add(new Panel("Rules", find, scroll));
    }

    void setRules(List<DeadlineRule> inForce) {
        rules = List.copyOf(inForce);
        show();
    }

    private void show() {
        var typed = find.getValue().strip().toLowerCase(Locale.UK);
        list.setRows(rules.stream()
                .filter(rule -> (rule.title() + " " + rule.code() + " " + rule.basis())
                        .toLowerCase(Locale.UK)
                        .contains(typed))
                .map(RulesPanel::row)
                .toList());
    }

    private static Row row(DeadlineRule rule) {
        var row = Row.of(rule.code(), rule.title())
                .line(ClockWords.counting(rule))
                .line(rule.basis() + " · " + rule.code());
        return rule.createdBy().equals(ClockWords.SHIPPED) ? row : row.badge("Changed here", Tone.NEW);
    }
}
