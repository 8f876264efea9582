package org.vigil.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

/** Names and values of one record, read down: "Received  Tue 3 Mar 2026 14:10". */
public final class Facts extends DescriptionList {

    public Facts() {
        addClassName("facts");
    }

    /** Adds a fact; a missing value shows as "not recorded". */
    public Facts with(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            var missing = new com.vaadin.flow.component.html.Span("not recorded");
            missing.addClassName("quiet");
            return with(name, missing);
        }
        return with(name, new Text(value));
    }

    public Facts with(String name, Component value) {
        var pair = new Div();
        pair.getElement().appendChild(new Term(name).getElement(), new Description(value).getElement());
        getElement().appendChild(pair.getElement());
        return this;
    }

    /** Takes all facts away, before showing another record's. */
    public void clear() {
        getElement().removeAllChildren();
    }
}
