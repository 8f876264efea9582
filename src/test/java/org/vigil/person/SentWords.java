package org.vigil.person;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;

/** All words that a browser is sent, whether they show or not. */
final class SentWords {

    private SentWords() {}

    /** Whatever a browser is sent: texts, attributes and properties, the rows of lists among them. */
    static String ofScreen() {
        var words = new StringBuilder();
        gather(((Component) UI.getCurrent().getActiveRouterTargetsChain().getLast()).getElement(), words);
        return words.toString();
    }

    private static void gather(Element element, StringBuilder words) {
        if (element.isTextNode()) {
            words.append(element.getText()).append('\n');
            return;
        }
        element.getAttributeNames().forEach(name -> words.append(element.getAttribute(name)).append('\n'));
        element.getPropertyNames().forEach(name -> words.append(element.getProperty(name)).append('\n'));
        element.getChildren().forEach(child -> gather(child, words));
    }
}
