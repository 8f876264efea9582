package org.vigil.deadline.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;

/** Puts a text into the clipboard, in the browser alone. */
@Tag("vigil-copy")
@JavaScript("context://assets/copy.js")
final class CopyButton extends Component {

    CopyButton(String label) {
        getElement().setAttribute("label", label);
    }

    void setText(String text) {
        getElement().setProperty("text", text);
    }

    String text() {
        return getElement().getProperty("text", "");
    }
}
