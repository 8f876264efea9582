package org.vigil.deadline.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.vigil.deadline.ClockCalculator;
import org.vigil.deadline.DeadlineRule;
import org.vigil.deadline.rules.RuleFact;
import org.vigil.shared.ui.MomentField;

/** Pick the rule, give the time, read when it is due. */
final class CalculatorPanel extends Div {

    private final ClockCalculator calculator;
    private final ComboBox<DeadlineRule> rule = new ComboBox<>("Clock");
    private final MomentField start;
    private final FactFields facts;
    private final AnswerPanel answer = new AnswerPanel();

    CalculatorPanel(ClockCalculator calculator, Clock clock) {
        this.calculator = calculator;
        start = new MomentField("When it started", clock);
        facts = new FactFields(clock, this::work);
        addClassName("clock-form");
        rule.setItemLabelGenerator(ClockWords::option);
        rule.setPlaceholder("Type a word: bail, DVPN, victim…");
        rule.setHelperText("Its start, and what it is, appear below.");
        rule.setAutofocus(true);
        rule.addValueChangeListener(change -> chosen());
        start.addValueChangeListener(change -> work());
        var now = new Button("Now", click -> {
            start.setValue(clock.instant());
            work();
        });
        now.setAriaLabel("It started now");
        var work = new Button("Work it out", click -> {
            work();
            // On a telephone the answer stands below what fits the screen.
            answer.scrollIntoView();
        });
        work.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        work.addClickShortcut(Key.ENTER).listenOn(this);
        var actions = new Div(work, now);
        actions.addClassName("cluster");
        add(rule, start, facts, actions, answer);
    }

    /** The rules to pick from; every word of title, code and basis finds one. */
    void setRules(List<DeadlineRule> rules) {
        rule.setItems(
                (item, typed) -> Stream.of(typed.toLowerCase(Locale.UK).split("\\s+"))
                        .allMatch(word -> text(item).contains(word)),
                rules);
    }

    private static String text(DeadlineRule rule) {
        return String.join(" ", rule.title(), rule.code(), rule.code().replace('_', ' '), rule.startsWith(), rule.basis())
                .toLowerCase(Locale.UK);
    }

    void choose(DeadlineRule picked) {
        rule.setValue(picked);
    }

    private void chosen() {
        var picked = rule.getValue();
        if (picked == null) {
            rule.setHelperText("Its start, and what it is, appear below.");
            start.setLabel("When it started");
            facts.show(List.of());
        } else {
            rule.setHelperText(ClockWords.counting(picked) + " · " + picked.basis());
            start.setLabel("When it started: " + lowerFirst(picked.startsWith()));
            facts.show(RuleFact.of(picked.terms()));
        }
        work();
    }

    /** "DVPN served" and "PACE" stay as they are; "Arrest" becomes "arrest" in the middle of a line. */
    private static String lowerFirst(String text) {
        var isWord = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return isWord ? text.substring(0, 1).toLowerCase(Locale.UK) + text.substring(1) : text;
    }

    private void work() {
        var picked = rule.getValue();
        var startsAt = start.read();
        if (picked == null || startsAt.isEmpty() || facts.isUnfinished()) {
            answer.waiting();
            return;
        }
        answer.show(calculator.answer(
                new ClockCalculator.Asked(picked.code(), facts.question(startsAt.get()))));
    }
}
