package org.vigil.casework;

import java.util.Set;
import org.vigil.shared.Duty;

/** Whose duty lets them open a case, as its page and its service say. */
final class CaseReaders {

    static final Set<Duty> DUTIES = Set.of(
            Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.CUSTODY, Duty.LEADER, Duty.DVDS, Duty.MARAC);

    private CaseReaders() {}

    /** The address of a case's page. */
    static String href(long id) {
        return "cases/key/" + id;
    }
}
