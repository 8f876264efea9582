package org.vigil.security.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.ListenerPriority;
import com.vaadin.flow.server.menu.MenuConfiguration;
import org.vigil.shared.CurrentViewer;

/**
 * Takes those whose duties don't open the daily board to the first screen that they do: an administrator to the
 * accounts, an auditor to the log, and whoever has none yet to a page that says so. It runs before the check of the route, which would refuse them.
 */
@ListenerPriority(Integer.MAX_VALUE)
final class HomeScreen implements BeforeEnterListener {

    private final transient CurrentViewer viewer;

    HomeScreen(CurrentViewer viewer) {
        this.viewer = viewer;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!event.getLocation().getPath().isEmpty() || viewer.find().isEmpty()) {
            return;
        }
        var screens = MenuConfiguration.getMenuEntries();
        if (screens.isEmpty()) {
            event.forwardTo(NothingYetView.class);
        } else if (screens.stream().noneMatch(screen -> isHome(screen.path()))) {
            event.forwardTo(screens.getFirst().path().replaceFirst("^/", ""));
        }
    }

    private static boolean isHome(String path) {
        return path.isEmpty() || path.equals("/");
    }
}
