package org.vigil.person.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.vigil.person.PersonPages;

/** Leads from a marker, as clocks and alerts name it, to the page of the person it is about. */
@Route("people/markers/:id([0-9]{1,18})")
@PageTitle("Marker · Vigil")
@RolesAllowed({
    "SUPERVISOR", "SPECIALIST", "NPT", "RESPONSE", "DVDS", "DECIDER", "CALLS", "CUSTODY", "MARAC", "COURT", "LEADER"
})
class MarkerView extends Div implements BeforeEnterObserver {

    private final PersonPages pages;

    MarkerView(PersonPages pages) {
        this.pages = pages;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var marker = event.getRouteParameters().getLong("id").orElse(0L);
        pages.ofMarker(marker).ifPresentOrElse(
                person -> event.forwardTo("people/" + person), () -> event.rerouteToError(NotFoundException.class));
    }
}
