package org.vigil.person;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.vigil.person.data.AccessReads;
import org.vigil.person.data.Standings;
import org.vigil.security.Account;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.Requires;

/** Shows who may see a record to those who see it themselves; the page that shows it has logged the look. */
@Service
@Requires({
    Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.DECIDER, Duty.CALLS, Duty.CUSTODY,
    Duty.MARAC, Duty.COURT, Duty.AUTHOR, Duty.COMMISSIONER, Duty.LEADER
})
public class PersonAccessList {

    private static final Set<Duty> SAY_WHOSE = Set.of(Duty.SUPERVISOR, Duty.LEADER);

    private final Standings people;
    private final AccessReads reads;
    private final StaffDirectory staff;
    private final CurrentViewer viewers;
    private final Clock clock;

    PersonAccessList(
            Standings people, AccessReads reads, StaffDirectory staff, CurrentViewer viewers, Clock clock) {
        this.people = people;
        this.reads = reads;
        this.staff = staff;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** Who may see a person; empty where the viewer sees them no longer. */
    public Optional<WhoMaySee> of(Person person) {
        var viewer = viewers.get();
        var now = clock.instant();
        if (people.seen(viewer, List.of(person.id()), now).get(person.id()) != Seen.IN_FULL) {
            return Optional.empty();
        }
        var set = reads.limits(person.records()).getFirst();
        var isOpen = set.limits().restriction() == Restriction.OPEN;
        var owns = reads.owns(viewer, person.id()) && (!isOpen || viewer.has(Duty.SUPERVISOR));
        var owner = set.limits().ownerAccount();
        return Optional.of(new WhoMaySee(
                set.limits(),
                set.since(),
                set.by(),
                owner == null ? null : staff.byId(owner).map(Account::displayName).orElse("account " + owner),
                owns ? reads.given(person.records()) : List.of(),
                reads.glass(person.records()).stream()
                        .filter(glass -> owns || Objects.equals(glass.account(), viewer.accountId()))
                        .toList(),
                viewer.hasAny(SAY_WHOSE) ? reads.ownAccounts(person.records()) : Map.of(),
                owns && viewer.has(Duty.SUPERVISOR),
                viewer.hasAny(SAY_WHOSE),
                now));
    }

    /** The officers with an account in use, by name. */
    public List<Account> officers() {
        return staff.assignable(null);
    }
}
