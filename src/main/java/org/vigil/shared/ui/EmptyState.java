package org.vigil.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Says what a place would hold, and why it holds nothing. */
public final class EmptyState extends Div {

    /** @param actions what one could do about it, such as a button that clears the filters */
    public EmptyState(String what, String why, Component... actions) {
        addClassName("empty");
        var headline = new Paragraph(what);
        headline.addClassName("empty-what");
        add(headline, new Paragraph(why));
        add(actions);
    }
}
