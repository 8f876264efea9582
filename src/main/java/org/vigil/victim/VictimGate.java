package org.vigil.victim;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.vigil.person.PartyBook;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.victim.data.CaseGround;

/** Holds a case for whoever changes its victim's side, if it is theirs to see. */
@Component
class VictimGate {

    private final CaseGround cases;
    private final PartyBook parties;

    VictimGate(CaseGround cases, PartyBook parties) {
        this.cases = cases;
        this.parties = parties;
    }

    /** @throws InvalidInputException when the viewer's areas do not cover it */
    CaseOfVictim hold(Viewer viewer, long caseId) {
        return cases.lock(viewer, caseId)
                .orElseThrow(() -> new InvalidInputException("case", "There is no such case in your areas."));
    }

    /** @throws InvalidInputException when the place is no victim's, or it is held back from the viewer who that is */
    CaseOfVictim hold(Viewer viewer, long caseId, int place, Instant now) {
        var of = hold(viewer, caseId);
        if (!of.victims().contains(place)) {
            throw new InvalidInputException("victim", "This victim is no longer named in the case.");
        }
        var heldBack = parties.shown(viewer, SubjectType.CASE, List.of(caseId), now).getOrDefault(caseId, List.of()).stream()
                .anyMatch(party -> party.place() == place && party.heldBack());
        if (heldBack) {
            throw new InvalidInputException(
                    "victim", "Who this is does not show to you: open the person's page and ask, or break the glass there first.");
        }
        return of;
    }
}
