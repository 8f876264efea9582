package org.vigil.person;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.data.PersonReads;
import org.vigil.person.data.UnseenPeople;
import org.vigil.security.Account;
import org.vigil.security.OnDuty;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;
import org.vigil.shared.Viewer;

/** Whom to ask about a record that is not open to all: always somebody who can be reached now. */
@Component
public class PersonOwners {

    private final PersonReads reads;
    private final UnseenPeople own;
    private final StaffDirectory staff;

    PersonOwners(PersonReads reads, UnseenPeople own, StaffDirectory staff) {
        this.reads = reads;
        this.own = own;
        this.staff = staff;
    }

    /**
     * The names of those on duty who may say more: the owner, else those of the owning duty, else supervisors. Neither who
     * asks nor whom the record is about is among them; empty where nobody is on duty.
     *
     * @param survivor the record that stands for the person
     */
    public List<String> toAsk(Viewer viewer, long survivor) {
        var limits = reads.limits(survivor).orElse(Limits.NONE);
        var not = own.accountsOf(survivor);
        return Stream.of(
                        owner(viewer, limits.ownerAccount(), not),
                        onDuty(viewer, limits.ownerDuty(), not),
                        onDuty(viewer, Duty.SUPERVISOR, not))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> owner(Viewer viewer, @Nullable Long account, Set<Long> not) {
        return account == null || !mayBeAsked(viewer, account, not)
                ? List.of()
                : staff.byId(account).filter(Account::signedOn).stream().map(Account::displayName).toList();
    }

    private List<String> onDuty(Viewer viewer, @Nullable Duty duty, Set<Long> not) {
        return duty == null
                ? List.of()
                : staff.signedOn(duty, null).stream()
                        .filter(officer -> mayBeAsked(viewer, officer.accountId(), not))
                        .map(OnDuty::displayName)
                        .toList();
    }

    private static boolean mayBeAsked(Viewer viewer, long account, Set<Long> not) {
        return !Objects.equals(viewer.accountId(), account) && !not.contains(account);
    }
}
