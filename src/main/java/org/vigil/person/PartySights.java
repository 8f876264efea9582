package org.vigil.person;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.Standings;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** Who the parties of other modules' records are, and how much of each somebody may see. */
@Component
public class PartySights {

    private final LinkStore links;
    private final Standings standings;

    PartySights(LinkStore links, Standings standings) {
        this.links = links;
        this.standings = standings;
    }

    /** By record; what has no party that is known to be somebody is not in it. */
    public Map<Long, List<PartySight>> of(Viewer viewer, SubjectType type, Collection<Long> subjects, Instant now) {
        // Of somebody erased nothing is left to be hidden.
        var found = links.of(type, subjects).stream()
                .filter(link -> !link.contentHash().equals(PersonParty.ERASED))
                .toList();
        var known = standings.standing(viewer, found.stream().map(PersonLink::personId).collect(Collectors.toSet()), now);
        return found.stream()
                .map(link -> {
                    var person = Objects.requireNonNull(known.survivors().get(link.personId()));
                    return new PartySight(link, person, known.seen().get(person));
                })
                .collect(Collectors.groupingBy(sight -> sight.link().subjectId()));
    }
}
