package org.vigil.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A card with a heading of the second level. */
public final class Panel extends Section {

    private final H2 heading = new H2();
    private final Div head = new Div(heading);

    public Panel(String heading, Component... content) {
        addClassName("panel");
        head.addClassName("panel-head");
        add(head);
        add(content);
        setHeading(heading);
    }

    public void setHeading(String text) {
        heading.setText(text);
        getElement().setAttribute("aria-label", text);
    }

    /** What stands at the right of the heading. */
    public void addToHead(Component... components) {
        head.add(components);
    }
}
