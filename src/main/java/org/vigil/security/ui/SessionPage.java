package org.vigil.security.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;
import org.vigil.shared.CurrentViewer;

/** Gives every screen of somebody signed in the module that watches the session, and each duty its first screen. */
@Component
class SessionPage implements VaadinServiceInitListener {

    private final transient CurrentViewer viewer;

    SessionPage(CurrentViewer viewer) {
        this.viewer = viewer;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> {
            opened.getUI().addBeforeEnterListener(new HomeScreen(viewer));
            if (viewer.find().isPresent()) {
                opened.getUI().getPage().addJsModule("context://assets/session.js");
            }
        });
    }
}
