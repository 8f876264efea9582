package org.vigil.victim;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.casework.CaseLines;
import org.vigil.casework.HealthLine;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.shared.SubjectType;
import org.vigil.victim.data.CaseGround;
import org.vigil.victim.data.VictimReads;
import org.vigil.victim.rules.VictimLines;

/** Tells cases what is missing for their victims and children. */
@Component
class VictimCaseLines implements CaseLines {

    private final CaseGround cases;
    private final VictimReads reads;
    private final DeadlineQueries deadlines;

    VictimCaseLines(CaseGround cases, VictimReads reads, DeadlineQueries deadlines) {
        this.cases = cases;
        this.reads = reads;
        this.deadlines = deadlines;
    }

    @Override
    public Map<Long, List<HealthLine>> lines(Collection<Long> ids, Instant now) {
        var found = cases.all(ids);
        var updates = reads.updates(ids).stream().filter(VictimUpdate::isOwed).toList();
        var due = deadlines.due(SubjectType.VICTIM_UPDATE, updates.stream().map(VictimUpdate::id).toList());
        var owed = updates.stream().collect(groupingBy(VictimUpdate::caseId));
        var sides = reads.sides(ids).stream().collect(groupingBy(VictimSide::caseId));
        var contacts = reads.contacts(ids).stream().collect(groupingBy(VictimContact::caseId));
        var needs = reads.needs(ids).stream().collect(groupingBy(NeedEntry::caseId));
        var children = reads.children(found);
        var lines = new HashMap<Long, List<HealthLine>>();
        found.forEach(of -> {
            var victims = of.victims().stream()
                    .map(place -> victim(
                            of,
                            place,
                            sides.getOrDefault(of.id(), List.of()),
                            owed.getOrDefault(of.id(), List.of()),
                            due,
                            contacts.getOrDefault(of.id(), List.of()),
                            needs.getOrDefault(of.id(), List.of())))
                    .toList();
            lines.put(of.id(), VictimLines.of(of, victims, Objects.requireNonNull(children.get(of.id())), now));
        });
        return lines;
    }

    private static VictimLines.Victim victim(
            CaseOfVictim of,
            int place,
            List<VictimSide> sides,
            List<VictimUpdate> owed,
            Map<Long, Instant> due,
            List<VictimContact> contacts,
            List<NeedEntry> needs) {
        var since = contacts.stream()
                .filter(contact -> contact.place() == place && !contact.at().isBefore(of.reportedAt()))
                .toList();
        var steps = new HashMap<Need, String>();
        needs.stream().filter(entry -> entry.place() == place).forEach(entry -> steps.put(entry.need(), entry.words()));
        return new VictimLines.Victim(
                sides.stream()
                        .filter(side -> side.place() == place)
                        .findFirst()
                        .orElseGet(() -> VictimSide.unknown(of.id(), place)),
                steps,
                owed.stream()
                        .filter(update -> update.place() == place)
                        .map(update -> new VictimLines.Owed(update.kind().label(), due.get(update.id())))
                        .toList(),
                reachedAt(since),
                (int) since.stream().filter(contact -> !contact.outcome().hasReached()).count());
    }

    private static @Nullable Instant reachedAt(List<VictimContact> contacts) {
        return contacts.stream()
                .filter(contact -> contact.outcome().hasReached())
                .map(VictimContact::at)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
