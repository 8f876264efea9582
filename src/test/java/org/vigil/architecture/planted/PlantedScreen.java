package org.vigil.architecture.planted;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;

/** A screen outside a ui room, with a bundled style and markup made of data: three violations on purpose. */
@CssImport("./planted.css")
class PlantedScreen extends Div {

    void show(String said) {
        getElement().executeJs("alert($0)", said);
    }
}
