package org.vigil.security.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import org.springframework.stereotype.Component;
import org.vigil.security.rules.SessionEnd;
import org.vigil.security.session.Screens;

/** Pushes the open screens of a session to the sign-in page. */
@Component
class VaadinScreens implements Screens {

    @Override
    public void leave(HttpSession session, SessionEnd why) {
        try {
            for (var name : Collections.list(session.getAttributeNames())) {
                if (session.getAttribute(name) instanceof VaadinSession vaadin) {
                    vaadin.access(() -> vaadin.getUIs().forEach(ui -> leave(ui, why)));
                }
            }
        } catch (IllegalStateException gone) {
            // The container has closed the session meanwhile, and its screens with it.
        }
    }

    private static void leave(UI ui, SessionEnd why) {
        ui.access(() -> ui.getPage().setLocation("login?ended=" + why.code()));
    }
}
