package org.vigil.person;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.PersonReads;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** Who the parties of other modules' records are, and how much of each somebody may see. */
@Component
public class PartySights {

    private final LinkStore links;
    private final PersonReads reads;

    PartySights(LinkStore links, PersonReads reads) {
        this.links = links;
        this.reads = reads;
    }

    /** By record; what has no party that is known to be somebody is not in it. */
    public Map<Long, List<PartySight>> of(Viewer viewer, SubjectType type, Collection<Long> subjects, Instant now) {
        var found = links.of(type, subjects);
        var standing = reads.survivorsOf(found.stream().map(PersonLink::personId).collect(Collectors.toSet()));
        var seen = reads.seen(viewer, new HashSet<>(standing.values()), now);
        return found.stream()
                .map(link -> {
                    var person = standing.get(link.personId());
                    return new PartySight(link, person, seen.get(person));
                })
                .collect(Collectors.groupingBy(sight -> sight.link().subjectId()));
    }
}
