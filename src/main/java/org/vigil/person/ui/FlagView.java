package org.vigil.person.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.vigil.person.PersonPages;

/** Leads from a flag, as clocks and alerts name it, to the page of the person it is about. */
@Route("people/flags/:id([0-9]{1,18})")
@PageTitle("Flag · Vigil")
@RolesAllowed({
    "SUPERVISOR", "SPECIALIST", "NPT", "RESPONSE", "DVDS", "DECIDER", "CALLS", "CUSTODY", "MARAC", "COURT", "LEADER"
})
class FlagView extends Div implements BeforeEnterObserver {

    private final PersonPages pages;

    FlagView(PersonPages pages) {
        this.pages = pages;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var flag = event.getRouteParameters().getLong("id").orElse(0L);
        pages.ofFlag(flag).ifPresentOrElse(
                person -> event.forwardTo("people/" + person), () -> event.rerouteToError(NotFoundException.class));
    }
}
