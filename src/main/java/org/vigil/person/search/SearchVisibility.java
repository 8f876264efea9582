package org.vigil.person.search;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.vigil.person.PersonService;
import org.vigil.person.Seen;
import org.vigil.person.data.PersonReads;
import org.vigil.shared.Viewer;

/** Whom of the people found the viewer may see, and what follows where they may not. */
@Component
class SearchVisibility {

    private static final int MOST_NAMES = 3;

    private final PersonReads reads;
    private final PersonService people;

    SearchVisibility(PersonReads reads, PersonService people) {
        this.reads = reads;
        this.people = people;
    }

    /**
     * What the viewer may see of those found.
     *
     * @param full in full
     * @param ask that they are there, and whom to ask
     * @param hidden not even that
     */
    record Sight(Set<Long> full, Set<Long> ask, Set<Long> hidden) {}

    Sight of(Collection<Long> found, Viewer viewer, Instant now) {
        var seen = reads.seen(viewer, found, now);
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
                .flatMap(person -> people.whomToAsk(person).stream())
                .distinct()
                .limit(MOST_NAMES)
                .toList();
    }
}
