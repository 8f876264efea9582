package org.vigil.incident;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertDiscretion;
import org.vigil.person.PartySights;
import org.vigil.person.Seen;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** An alert about a call that names somebody restricted tells outsiders no more than that it is there. */
@Component
class AlertsOfHeldCalls implements AlertDiscretion {

    private final PartySights sights;
    private final Clock clock;

    AlertsOfHeldCalls(PartySights sights, Clock clock) {
        this.sights = sights;
        this.clock = clock;
    }

    @Override
    public Set<SubjectRef> heldBack(Viewer viewer, Collection<SubjectRef> subjects) {
        var calls = subjects.stream().filter(each -> each.type() == SubjectType.INCIDENT).toList();
        var parties = sights.of(viewer, SubjectType.INCIDENT, calls.stream().map(SubjectRef::id).toList(), clock.instant());
        return calls.stream()
                .filter(call -> parties.containsKey(call.id())
                        && parties.get(call.id()).stream().anyMatch(sight -> sight.seen() != Seen.IN_FULL))
                .collect(Collectors.toSet());
    }
}
