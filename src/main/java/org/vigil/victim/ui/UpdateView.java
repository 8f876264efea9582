package org.vigil.victim.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.vigil.victim.VictimService;

/** Where clocks and alerts of what a victim must be told lead: to the victim's side of the case, with the form open. */
@Route("cases/updates/:id([0-9]{1,18})")
@RolesAllowed({"SUPERVISOR", "SPECIALIST", "NPT", "CUSTODY", "LEADER"})
class UpdateView extends Div implements BeforeEnterObserver {

    private final VictimService victims;

    UpdateView(VictimService victims) {
        this.victims = victims;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var update = event.getRouteParameters().getLong("id").orElse(0L);
        victims.caseOf(update).ifPresentOrElse(
                id -> event.forwardTo("cases/key/" + id + "/victim", QueryParameters.of("update", Long.toString(update))),
                () -> event.rerouteToError(NotFoundException.class));
    }
}
