package org.vigil.deadline.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.vigil.deadline.ClockAnswer;
import org.vigil.deadline.DeadlineRule;
import org.vigil.deadline.rules.Due;
import org.vigil.deadline.rules.NoDue;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.ClockText;
import org.vigil.shared.ui.Facts;

/** When it is due, how long that is from now, and why. */
final class AnswerPanel extends Div {

    AnswerPanel() {
        addClassName("clock-answer");
        getElement().setAttribute("role", "status");
        waiting();
    }

    /** Nothing to answer yet. */
    void waiting() {
        removeAll();
        var hint = new Paragraph("Pick the clock and say when it started. The answer stands here, with the days that are"
                + " left out and the law behind it.");
        hint.addClassName("quiet");
        add(hint);
    }

    void show(ClockAnswer answer) {
        removeAll();
        switch (answer.answer()) {
            case Due due -> showDue(answer, due);
            case NoDue none -> add(callout("tone-bad", none.problem()));
        }
    }

    private void showDue(ClockAnswer answer, Due due) {
        var rule = answer.rule();
        if (rule == null) {
            throw new IllegalStateException("a due time without a rule");
        }
        var words = new Span(ClockWords.due(due.at()));
        words.addClassName("answer");
        var fromNow = new ClockText(due.at());
        fromNow.addClassName("big");
        var line = new Div(words, fromNow);
        line.addClassName("answer-line");
        var copy = new CopyButton("Copy");
        copy.setText(ClockWords.toCopy(rule, answer.startsAt(), due));
        add(line);
        if (due.caution() != null) {
            add(callout("tone-warn", due.caution()));
        }
        add(why(due), facts(rule, answer, due), copy);
    }

    private static Div why(Due due) {
        if (due.excluded().isEmpty()) {
            return new Div(new Paragraph("No day is left out."));
        }
        var list = new UnorderedList();
        due.excluded().forEach(day -> list.add(new ListItem(ClockWords.excluded(day))));
        return new Div(new Paragraph(due.excluded().size() == 1 ? "One day is left out:" : "Days left out:"), list);
    }

    private static Facts facts(DeadlineRule rule, ClockAnswer answer, Due due) {
        var facts = new Facts()
                .with("Clock", ClockWords.option(rule))
                .with("Started", UkTime.moment(answer.startsAt()))
                .with("Met by anything before", UkTime.moment(due.at()))
                .with("Counted", ClockWords.counting(rule) + ". " + rule.kind().explanation())
                .with("Basis", rule.basis())
                .with("Met when", rule.metWhen());
        return rule.note() == null ? facts : facts.with("Note", rule.note());
    }

    private static Div callout(String tone, String text) {
        var callout = new Div(new Paragraph(text));
        callout.addClassNames("callout", tone);
        return callout;
    }
}
