package org.vigil.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** The top of a screen: its one h1, a quieter line below it, and what stands at the right. */
public final class PageHeader extends Div {

    private final H1 title = new H1();
    private final Paragraph sub = new Paragraph();
    private final Div aside = new Div();

    public PageHeader(String title) {
        this(title, "");
    }

    public PageHeader(String title, String sub) {
        addClassName("page-header");
        this.title.setText(title);
        this.sub.addClassName("sub");
        aside.addClassName("page-aside");
        var words = new Div(this.title, this.sub);
        words.addClassName("page-words");
        add(words, aside);
        setSub(sub);
        aside.setVisible(false);
    }

    public void setHeading(String text) {
        title.setText(text);
    }

    public void setSub(String text) {
        sub.setText(text);
        sub.setVisible(!text.isEmpty());
    }

    /** Buttons, or a clock, at the right; below the words on a telephone. */
    public void addAside(Component... components) {
        aside.setVisible(true);
        aside.add(components);
    }
}
