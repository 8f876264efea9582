package org.vigil.shared.ui;

import com.vaadin.flow.component.html.Span;

/** A word on a coloured ground. */
public final class Pill extends Span {

    public Pill(String text, Tone tone) {
        super(text);
        addClassNames("pill", tone.cssClass());
    }

    public void set(String text, Tone tone) {
        setText(text);
        for (var each : Tone.values()) {
            setClassName(each.cssClass(), each == tone);
        }
    }
}
