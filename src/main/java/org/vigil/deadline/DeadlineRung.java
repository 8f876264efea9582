package org.vigil.deadline;

import java.util.List;
import org.vigil.alert.Audience;
import org.vigil.alert.Severity;
import org.vigil.deadline.rules.Rung;

/** A stage of a rule: when it falls, how grave it is, whom it calls. */
public record DeadlineRung(Rung rung, Severity severity, List<Audience> audience) {

    public DeadlineRung {
        audience = List.copyOf(audience);
    }
}
