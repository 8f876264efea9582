package org.vigil.security.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.vigil.shared.ui.EmptyState;
import org.vigil.shared.ui.PageHeader;

/** Where those arrive whose duties open no screen yet: it says so, and refuses nobody. */
@Route("start")
@PageTitle("Nothing to open yet · Vigil")
@PermitAll
class NothingYetView extends Div {

    NothingYetView() {
        addClassName("stack");
        add(
                new PageHeader("Nothing to open yet"),
                new EmptyState(
                        "You are signed in, and all is well.",
                        "No screen of this console belongs to your duty yet. If you need one for your work today, ask an"
                                + " administrator to look at the duties of your account."));
    }
}
