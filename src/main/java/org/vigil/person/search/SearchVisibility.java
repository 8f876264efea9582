package org.vigil.person.search;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.vigil.person.PersonAccess;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.Restriction;
import org.vigil.person.Seen;
import org.vigil.person.data.PersonReads;
import org.vigil.security.Account;
import org.vigil.security.OnDuty;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;
import org.vigil.shared.Viewer;

/** Whom of the people found the viewer may see, and what follows where they may not. */
@Component
class SearchVisibility {

    private static final int MOST_NAMES = 3;

    private final PersonReads reads;
    private final PersonAccess access;
    private final StaffDirectory staff;

    SearchVisibility(PersonReads reads, PersonAccess access, StaffDirectory staff) {
        this.reads = reads;
        this.access = access;
        this.staff = staff;
    }

    /**
     * What the viewer may see of those found.
     *
     * @param full in full
     * @param ask that they are there, and whom to ask
     * @param hidden not even that
     */
    record Sight(Set<Long> full, Set<Long> ask, Set<Long> hidden) {}

    /** @param seen what the viewer may see; those that must seem absent are not in it */
    static Sight of(Collection<Long> found, Map<Long, Seen> seen) {
        var full = new LinkedHashSet<Long>();
        var ask = new LinkedHashSet<Long>();
        var hidden = new LinkedHashSet<Long>();
        for (var person : found) {
            var sight = seen.get(person);
            (sight == null ? hidden : sight == Seen.IN_FULL ? full : ask).add(person);
        }
        return new Sight(full, ask, hidden);
    }

    /** Names of those on duty who may say more of any of these. */
    List<String> whomToAsk(Collection<Long> restricted) {
        return restricted.stream()
                .limit(MOST_NAMES)
                .flatMap(person -> reads.limits(person).stream())
                .flatMap(this::owners)
                .distinct()
                .limit(MOST_NAMES)
                .toList();
    }

    /** Tells the owners of those among the hidden that are sealed that a search would have found them. */
    void tellOwners(Collection<Long> hidden, Viewer viewer, Instant now) {
        var sealed = hidden.stream()
                .filter(person -> reads.limits(person)
                        .filter(limits -> limits.restriction() == Restriction.SEALED)
                        .isPresent())
                .toList();
        if (!sealed.isEmpty()) {
            access.soughtSealed(viewer, sealed, now);
        }
    }

    private Stream<String> owners(Limits limits) {
        var account = limits.ownerAccount();
        var owner = account == null ? null : staff.byId(account).filter(Account::signedOn).orElse(null);
        if (owner != null) {
            return Stream.of(owner.displayName());
        }
        var duty = limits.ownerDuty() == null ? Duty.SUPERVISOR : limits.ownerDuty();
        return staff.signedOn(duty, null).stream().map(OnDuty::displayName);
    }
}
