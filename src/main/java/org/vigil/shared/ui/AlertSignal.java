package org.vigil.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Tag;
import java.util.Optional;

/**
 * Tells the viewer of alerts whatever screen they are on: "(3) Daily board · Vigil" in the browser's title, and a short
 * sound for an alert that calls them. Both only as the viewer prefers. It stands once in the frame.
 */
@Tag("vigil-alert-signal")
public final class AlertSignal extends Component {

    private int rings;

    /** The frame's signal on the page that a component is on. */
    public static Optional<AlertSignal> of(Component anywhere) {
        return anywhere.getUI().map(ui -> ComponentUtil.getData(ui, AlertSignal.class));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        ComponentUtil.setData(attached.getUI(), AlertSignal.class, this);
        attached.getUI().getPage().addJsModule("context://assets/alert-sound.js");
    }

    /** How many alerts nobody has acknowledged. */
    public void setCount(int unacknowledged) {
        getElement().setProperty("count", unacknowledged);
    }

    /** What the viewer wants. */
    public void prefer(boolean sound, boolean titleCount) {
        getElement().setProperty("sound", sound);
        getElement().setProperty("titleCount", titleCount);
    }

    /** Sounds once, where the viewer wants sound. */
    public void ring() {
        rings++;
        getElement().setProperty("rings", rings);
    }
}
