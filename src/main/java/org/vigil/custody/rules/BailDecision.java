package org.vigil.custody.rules;

import java.util.Optional;
import org.vigil.custody.CustodyEntry;
import org.vigil.custody.CustodyEventKind;
import org.vigil.custody.CustodyStanding;
import org.vigil.custody.CustodyState;
import org.vigil.shared.api.ItemReason;

/**
 * What an officer must have weighed before bail before charge is given: the risk to the victim, and the victim's views on
 * the conditions (PACE s.47ZZA; APP on domestic abuse).
 */
public final class BailDecision {

    private BailDecision() {}

    /** What is missing where the decision is made, or empty. A feed is not asked: it tells what was decided. */
    public static Optional<ItemReason> missing(CustodyStanding before, CustodyEntry entry) {
        if (entry.kind() != CustodyEventKind.RELEASED_BAIL
                || before.state() == CustodyState.CHARGED
                || !before.domesticAbuse()) {
            return Optional.empty();
        }
        var risk = entry.details().risk();
        if (risk.risk() == null) {
            return Optional.of(new ItemReason("victimRisk", "Say which risk to the victim you identified."));
        }
        if (risk.considered().isEmpty()) {
            return Optional.of(new ItemReason("considered", "Tick what you considered before the decision."));
        }
        return risk.victimViews() == null && risk.notAskedWhy() == null
                ? Optional.of(new ItemReason(
                        "victimViews", "Say what the victim’s views are, or why they could not be asked."))
                : Optional.empty();
    }
}
