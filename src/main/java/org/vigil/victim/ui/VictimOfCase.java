package org.vigil.victim.ui;

import com.vaadin.flow.component.Component;
import java.util.Set;
import org.vigil.casework.ui.CaseSection;
import org.vigil.shared.Duty;

/** The victim's side as a section of a case's page. */
@org.springframework.stereotype.Component
class VictimOfCase implements CaseSection {

    static final Set<Duty> DUTIES = Set.of(Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.CUSTODY, Duty.LEADER);

    private final VictimServices services;

    VictimOfCase(VictimServices services) {
        this.services = services;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean isFor() {
        return services.viewers().get().hasAny(DUTIES);
    }

    @Override
    public Component of(long caseId) {
        var section = new VictimSection(services, caseId).withoutLines();
        section.readNow();
        return section;
    }
}
