package org.vigil.casework.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.RiskGrade;

/**
 * What the level of a case hangs on.
 *
 * @param offences what the case is about, in the words of its crimes and its title
 * @param victimUnder18 null where nobody knows
 */
public record LevelFacts(
        @Nullable RiskGrade risk, List<String> offences, int suspects, int children, @Nullable Boolean victimUnder18) {

    public LevelFacts {
        offences = List.copyOf(offences);
    }
}
