package org.vigil.alert.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.vigil.shared.ui.KeyHelp;

/**
 * Lists the list's own keys in the help. Pressing one is carried to the alert that has the focus, or else to the one that
 * is open, by alerts.js.
 */
final class AlertKeys extends Div {

    AlertKeys() {
        addClassName("vh");
        getElement().setAttribute("aria-hidden", "true");
        add(
                key(AlertWords.ACKNOWLEDGE, "a", "Acknowledge the alert in focus"),
                key(AlertWords.TAKE, "t", "Take the alert in focus"));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJsModule("context://assets/alerts.js");
    }

    private static Span key(String action, String key, String what) {
        var span = new Span();
        span.getElement().setAttribute("data-alert-key", action);
        KeyHelp.key(span, key, what);
        return span;
    }
}
