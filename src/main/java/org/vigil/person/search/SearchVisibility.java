package org.vigil.person.search;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.vigil.person.PersonAccess;
import org.vigil.person.PersonOwners;
import org.vigil.person.Restriction;
import org.vigil.person.Seen;
import org.vigil.person.data.PersonReads;
import org.vigil.shared.Viewer;

/** Whom of the people found the viewer may see, and what follows where they may not. */
@Component
class SearchVisibility {

    private static final int MOST_NAMES = 3;

    private final PersonReads reads;
    private final PersonAccess access;
    private final PersonOwners owners;

    SearchVisibility(PersonReads reads, PersonAccess access, PersonOwners owners) {
        this.reads = reads;
        this.access = access;
        this.owners = owners;
    }

    /**
     * What the viewer may see of those found; who is in neither may not be known of.
     *
     * @param full in full, the likeliest first
     * @param ask that they are there, and whom to ask
     */
    record Sight(Set<Long> full, Set<Long> ask) {}

    /** @param seen what the viewer may see; those that must seem absent are not in it */
    static Sight of(Collection<Long> found, Map<Long, Seen> seen) {
        var full = new LinkedHashSet<Long>();
        var ask = new LinkedHashSet<Long>();
        for (var person : found) {
            var sight = seen.get(person);
            if (sight != null) {
                (sight == Seen.IN_FULL ? full : ask).add(person);
            }
        }
        return new Sight(full, ask);
    }

    /** Names of those on duty who may say more of any of these. */
    List<String> whomToAsk(Viewer viewer, Collection<Long> restricted) {
        return restricted.stream()
                .limit(MOST_NAMES)
                .flatMap(person -> owners.toAsk(viewer, person).stream())
                .distinct()
                .limit(MOST_NAMES)
                .toList();
    }

    /** Tells the owners of those among these records that are sealed that a search would have found them. */
    void tellOwners(Collection<Long> sought, Viewer viewer, Instant now) {
        var sealed = Set.copyOf(reads.survivorsOf(sought).values()).stream()
                .filter(person -> reads.limits(person)
                        .filter(limits -> limits.restriction() == Restriction.SEALED)
                        .isPresent())
                .toList();
        if (!sealed.isEmpty()) {
            access.soughtSealed(viewer, sealed, now);
        }
    }
}
