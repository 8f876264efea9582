package org.vigil.incident;

import org.springframework.stereotype.Service;
import org.vigil.db.Transactions;
import org.vigil.incident.data.CallQueries;
import org.vigil.incident.data.PeopleDue;
import org.vigil.person.PersonParties;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;

/** Officers say who the parties of a call are. */
@Service
@Requires({Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.CALLS})
public class CallParties {

    private final CallQueries calls;
    private final PersonParties people;
    private final Transactions transactions;
    private final CurrentViewer viewers;

    CallParties(CallQueries calls, PersonParties people, Transactions transactions, CurrentViewer viewers) {
        this.calls = calls;
        this.people = people;
        this.transactions = transactions;
        this.viewers = viewers;
    }

    /**
     * Says who a party of a call within the viewer's areas is.
     *
     * @param version the call's version as it was on screen: a party may stand elsewhere since
     * @param place the party's place in the call
     */
    public void say(long call, int version, int place, long person, String reason) {
        // The call stays locked until it is said: no feed puts the party elsewhere meanwhile.
        transactions.run(() -> {
            var found = calls.lock(viewers.get(), call)
                    .orElseThrow(() -> new InvalidInputException("call", "There is no such call in your areas."));
            if (found.version() != version) {
                throw new ChangedMeanwhileException("The call");
            }
            var party = PeopleDue.parties(CallConsequences.subject(found), found.parties()).stream()
                    .filter(each -> each.place() == place && !each.wasErased())
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException("party", "This party is no longer named there."));
            people.say(party, person, reason);
        });
    }
}
