package org.vigil.incident.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.vigil.incident.Party;
import org.vigil.person.Fingerprint;

/**
 * A party of a call who was erased: later messages about the call are kept without them. A party who can't be told from
 * them is left out as well; the part in the call stays.
 *
 * @param place where in the call they stood
 */
public record ErasedCallParty(int place, Fingerprint print) {

    /** What is kept of the parties that a message names. */
    public static List<Party> leftOut(List<Party> said, Collection<ErasedCallParty> erased) {
        var kept = new ArrayList<Party>();
        for (var place = 0; place < said.size(); place++) {
            var party = said.get(place);
            var at = place;
            var details = PersonOfParty.details(party);
            var isErased = erased.stream().anyMatch(each -> each.print().fits(details, each.place() == at));
            kept.add(isErased ? Party.erased(party.role()) : party);
        }
        return kept;
    }
}
