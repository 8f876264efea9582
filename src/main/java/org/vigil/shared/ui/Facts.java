package org.vigil.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names and values of one record, read down: "Received  Tue 3 Mar 2026 14:10". */
public final class Facts extends DescriptionList {

    /** @param says the value as markup, by which two values are told apart */
    private record Fact(String name, Description place, Component value, String says) {}

    private final List<Fact> facts = new ArrayList<>();

    public Facts() {
        addClassName("facts");
    }

    /** Adds a fact; a missing value shows as "not recorded". */
    public Facts with(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            var missing = new Span("not recorded");
            missing.addClassName("quiet");
            return with(name, missing);
        }
        return add(name, new Text(value), value);
    }

    public Facts with(String name, Component value) {
        return add(name, value, value.getElement().getOuterHTML());
    }

    private Facts add(String name, Component value, String says) {
        var place = new Description(value);
        var pair = new Div();
        pair.getElement().appendChild(new Term(name).getElement(), place.getElement());
        getElement().appendChild(pair.getElement());
        facts.add(new Fact(name, place, value, says));
        return this;
    }

    /**
     * Shows these facts instead. On a live screen what stays the same is left alone, and with it what the user holds: a
     * focused link, a selection.
     */
    public void show(Facts now) {
        var sameNames = facts.stream().map(Fact::name).toList().equals(now.facts.stream().map(Fact::name).toList());
        if (!sameNames) {
            facts.clear();
            getElement().removeAllChildren();
            now.facts.forEach(fact -> add(fact.name(), freed(fact), fact.says()));
            return;
        }
        for (var each = 0; each < facts.size(); each++) {
            var shown = facts.get(each);
            var fact = now.facts.get(each);
            if (!shown.says().equals(fact.says())) {
                var value = freed(fact);
                shown.place().removeAll();
                shown.place().add(value);
                facts.set(each, new Fact(fact.name(), shown.place(), value, fact.says()));
            }
        }
    }

    private static Component freed(Fact fact) {
        fact.value().getElement().removeFromParent();
        return fact.value();
    }
}
