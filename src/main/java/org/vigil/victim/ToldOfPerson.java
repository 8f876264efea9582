package org.vigil.victim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigil.casework.CaseRole;
import org.vigil.person.PersonChapter;
import org.vigil.person.PersonEntry;
import org.vigil.person.PersonLink;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.victim.data.CaseGround;
import org.vigil.victim.data.VictimReads;

/** Tells a person's page what they were told as a victim; of others it tells nothing, nor to others. */
@Component
class ToldOfPerson implements PersonChapter {

    private static final Set<Duty> OPEN = Set.of(Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.CUSTODY, Duty.LEADER);

    private final CaseGround cases;
    private final VictimReads reads;

    ToldOfPerson(CaseGround cases, VictimReads reads) {
        this.cases = cases;
        this.reads = reads;
    }

    @Override
    public Told tell(Viewer viewer, About about, Instant now) {
        var links = about.links(SubjectType.CASE).stream()
                .filter(link -> link.role().equals(CaseRole.VICTIM.name()))
                .toList();
        if (links.isEmpty() || !viewer.hasAny(OPEN)) {
            return Told.NOTHING;
        }
        var named = links.stream().collect(Collectors.groupingBy(PersonLink::subjectId));
        var visible = cases.visible(viewer, named.keySet());
        var references = visible.stream().collect(Collectors.toMap(CaseOfVictim::id, CaseOfVictim::subject));
        var entries = new ArrayList<PersonEntry>();
        for (var update : reads.updates(references.keySet())) {
            var isTheirs = Objects.requireNonNull(named.get(update.caseId())).stream()
                    .anyMatch(link -> link.place() == update.place());
            if (isTheirs && update.state() == UpdateState.TOLD) {
                entries.add(new PersonEntry(
                        Objects.requireNonNull(references.get(update.caseId())),
                        "Victim told",
                        Objects.requireNonNull(update.settled()).at(),
                        true,
                        "Victim told: " + update.kind().label().toLowerCase(java.util.Locale.UK),
                        List.of(CaseRole.VICTIM.label()),
                        null,
                        List.of("By " + update.settled().by()),
                        "cases/key/" + update.caseId() + "/victim"));
            }
        }
        return new Told(entries, 0);
    }
}
