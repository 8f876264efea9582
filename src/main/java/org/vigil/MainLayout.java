package org.vigil;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.Marking;
import org.vigil.shared.ui.AlertSignal;

/** The frame around every screen: marking, banner, navigation, header. */
@Layout
@PermitAll
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Main content = new Main();
    private final SideNavigation navigation = new SideNavigation();
    private final Div announcer = new Div();
    private final AlertSignal signal = new AlertSignal();
    private final AlertWatch watch;

    MainLayout(Marking marking, AccountMenu account, AlertWatch watch, Clock clock) {
        this.watch = watch;
        addClassName("shell");
        content.setId("content");
        content.addClassName("content");
        content.getElement().setAttribute("tabindex", "-1");
        announcer.addClassName("vh");
        announcer.getElement().setAttribute("role", "status");
        add(skipLink(), marking(marking), alarm(), navigation, header(account, clock), content, announcer, signal);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        if (navigation.leadsTo("alerts")) {
            watch.start(this, navigation::setAlertCount, signal);
        }
    }

    @Override
    protected void onDetach(com.vaadin.flow.component.DetachEvent detached) {
        watch.stop();
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement view) {
        if (view != null) {
            content.getElement().appendChild(view.getElement());
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement view) {
        content.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        navigation.markCurrent(event.getLocation().getPath());
        announcer.setText(navigation.nameOf(event.getLocation().getPath()));
    }

    private static Anchor skipLink() {
        var skip = new Anchor("#content", "Skip to the content");
        skip.addClassName("skip");
        skip.setRouterIgnore(true);
        return skip;
    }

    private static Div marking(Marking marking) {
        var strip = new Div(new Span(marking.text()), new Span("Vigil"));
        strip.addClassName("marking");
        return strip;
    }

    /** Filled by the browser itself, so that it works when the server doesn't. */
    private static Div alarm() {
        var banner = new Div();
        banner.addClassName("alarm");
        banner.getElement().setAttribute("role", "alert").setAttribute("data-alarm", true);
        return banner;
    }

    private static Header header(AccountMenu account, Clock clock) {
        var top = new Header();
        top.addClassName("top");
        var pulse = new Element("vigil-heartbeat").setAttribute("now", clock.instant().toString());
        top.getElement().appendChild(pulse);
        top.add(account);
        return top;
    }
}
