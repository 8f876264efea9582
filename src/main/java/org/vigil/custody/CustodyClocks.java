package org.vigil.custody;

import org.springframework.stereotype.Component;
import org.vigil.custody.rules.ClockTimes;
import org.vigil.deadline.Catalogues;
import org.vigil.deadline.rules.Due;

/** Asks the catalogue of rules in force when custody's clocks are due. */
@Component
class CustodyClocks {

    private final Catalogues catalogues;

    CustodyClocks(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** The catalogue as it is now, for as long as one piece of work takes. */
    ClockTimes times() {
        var catalogue = catalogues.current();
        return (rule, at, facts) -> catalogue.due(rule, at, facts) instanceof Due due ? due.at() : null;
    }
}
