package org.vigil.victim.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.PageHeader;
import org.vigil.victim.CaseOfVictim;

/** The victim's side of one case: how to reach the victim safely, and what must be told by when. */
@Route("cases/key/:id([0-9]{1,18})/victim")
@RolesAllowed({"SUPERVISOR", "SPECIALIST", "NPT", "CUSTODY", "LEADER"})
class VictimView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final VictimServices services;
    private final PageHeader header = new PageHeader("Victim");
    private String reference = "";

    VictimView(VictimServices services) {
        this.services = services;
        addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        // Made anew for each case: what was typed about one must not be entered in another.
        var section = new VictimSection(services, event.getRouteParameters().getLong("id").orElse(0L));
        var found = section.readNow();
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        removeAll();
        add(header, section);
        title(found.get().of());
        event.getLocation().getQueryParameters().getSingleParameter("update")
                .filter(key -> key.matches("[0-9]{1,18}"))
                .ifPresent(key -> section.tell(Long.parseLong(key)));
    }

    private void title(CaseOfVictim of) {
        reference = of.reference();
        header.setHeading("Victim in case " + of.reference());
        header.setSub("Reported " + UkTime.moment(of.reportedAt()) + " · "
                + (of.areaId() == null ? AreaDirectory.WHOLE_FORCE : services.areas().pathName(of.areaId()))
                + (of.risk() == null ? " · not assessed" : " · " + of.risk().label().toLowerCase(java.util.Locale.UK) + " risk")
                + (of.isOpen() ? "" : " · closed"));
    }

    @Override
    public String getPageTitle() {
        return "Victim in case " + reference + " · Vigil";
    }
}
