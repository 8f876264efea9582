package org.vigil.person;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertRaiser;
import org.vigil.alert.Audience;
import org.vigil.alert.NamedPeople;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.data.AccessReads;
import org.vigil.person.data.AccessReads.SetLimits;
import org.vigil.person.data.PersonReads;
import org.vigil.security.Account;
import org.vigil.security.StaffDirectory;

/**
 * Calls those who own a record that is not open, and nobody else: the account, the duty, or both. Whose own record it is
 * never hears of it.
 */
@Component
class OwnerAlerts {

    private final PersonReads people;
    private final AccessReads reads;
    private final StaffDirectory staff;
    private final AlertRaiser alerts;

    OwnerAlerts(PersonReads people, AccessReads reads, StaffDirectory staff, AlertRaiser alerts) {
        this.people = people;
        this.reads = reads;
        this.staff = staff;
        this.alerts = alerts;
    }

    /** @param key tells this from other alerts of the kind about the person: while it is open it is not told again */
    void raise(String kind, long survivor, String key, String detail, Instant now) {
        var records = Objects.requireNonNull(people.recordsOf(List.of(survivor)).get(survivor));
        var limits = reads.limits(records).stream()
                .map(SetLimits::limits)
                .filter(each -> each.restriction() != Restriction.OPEN)
                .toList();
        var policy = alerts.byPolicy(
                kind, Person.subject(survivor), kind + ":" + survivor + ":" + key, detail, null, now);
        var duties = limits.stream()
                .map(Limits::ownerDuty)
                .filter(Objects::nonNull)
                .distinct()
                .map(Audience::called)
                .toList();
        var people = new NamedPeople(accounts(limits), reads.ownAccounts(records).keySet());
        // Where the only owner has left the force, or it is their own record, somebody must hear of it all the same.
        var audience = duties.isEmpty() && people.called().isEmpty() ? policy.audience() : duties;
        alerts.raise(List.of(policy.to(audience, people)), now);
    }

    private Set<Long> accounts(List<Limits> limits) {
        return limits.stream()
                .map(Limits::ownerAccount)
                .filter(Objects::nonNull)
                .filter(account -> staff.byId(account).filter(Account::enabled).isPresent())
                .collect(Collectors.toSet());
    }
}
