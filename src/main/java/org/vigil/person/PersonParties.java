package org.vigil.person;

import java.util.List;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.person.PersonDesk.Change;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.MatchReads;
import org.vigil.person.data.PersonStore;
import org.vigil.person.data.PersonStore.Said;
import org.vigil.person.rules.PersonInput;
import org.vigil.person.rules.PersonKeys;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;

/** Officers say who the parties of other modules' records are; the matching never contradicts them. */
@Service
@Requires({
    Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.CALLS, Duty.CUSTODY, Duty.MARAC,
    Duty.COURT
})
public class PersonParties {

    private final PersonDesk desk;
    private final PersonStore store;
    private final LinkStore links;
    private final MatchReads matching;
    private final Transactions transactions;
    private final AuditLog audit;

    PersonParties(
            PersonDesk desk,
            PersonStore store,
            LinkStore links,
            MatchReads matching,
            Transactions transactions,
            AuditLog audit) {
        this.desk = desk;
        this.store = store;
        this.links = links;
        this.matching = matching;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Says who a party is, linked to somebody else before or to nobody. The module of the record has seen to it that the
     * viewer may see it.
     *
     * @param party as the record names them now
     */
    public void say(PersonParty party, long person, String reason) {
        var why = PersonInput.reason(reason);
        transactions.run(() -> {
            // The job reads and rewrites the links of a record in its turn: what an officer says must not fall between.
            matching.takeTurn();
            var subject = party.subject();
            var link = links.of(subject.type(), subject.id()).stream()
                    .filter(each -> each.place() == party.place())
                    .findFirst()
                    .orElse(null);
            desk.lockInOrder(person, link == null ? person : link.personId());
            var change = desk.open(person);
            var before = link == null ? null : desk.open(link.personId()).person();
            var is = change.person();
            if (before != null && before.id() == is.id()) {
                throw new InvalidInputException("person", "The party is linked to this person already.");
            }
            if (link == null) {
                links.add(new PersonLink(
                        0, is.id(), subject.type(), subject.id(), party.place(), party.role(), Origin.HAND,
                        party.contentHash(), change.now(), change.by()));
            } else {
                links.relink(link.id(), is.id(), change.by(), change.now());
            }
            addWhatIsSaid(party, change);
            audit.record(change.viewer(), AuditNote.change(is.subject(), "Party linked by hand")
                    .withPurpose(why)
                    .withField("person", before == null ? null : before.id(), is.id())
                    .shown(before == null ? List.of(subject) : List.of(before.subject(), subject)));
        });
    }

    /** What the record says of the party is said of the person now, as it would be had the matching found them. */
    private void addWhatIsSaid(PersonParty party, Change change) {
        var said = new Said(Origin.FEED, party.subject().reference(), null, change.now());
        var fresh = store.unsaid(
                party.details().parts().stream().filter(PersonKeys::saysSomething).distinct().toList(),
                change.person().parts());
        fresh.forEach(part -> store.add(change.person().id(), part, said));
        if (!fresh.isEmpty()) {
            desk.index(change.person().id(), change.now());
        }
    }
}
