package org.vigil.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.casework.data.CasesOfPeople;
import org.vigil.person.PartyBook;
import org.vigil.person.PersonLink;
import org.vigil.person.PersonTraces;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** What cases hold of people: when somebody was last named, and how they are taken out of them. */
@Component
class TracesInCases implements PersonTraces {

    private final CasesOfPeople cases;
    private final PartyBook parties;
    private final List<CaseErasure> others;
    private final AuditLog audit;

    TracesInCases(CasesOfPeople cases, PartyBook parties, List<CaseErasure> others, AuditLog audit) {
        this.cases = cases;
        this.parties = parties;
        this.others = others;
        this.audit = audit;
    }

    @Override
    public SubjectType type() {
        return SubjectType.CASE;
    }

    @Override
    public List<Trace> of(Collection<Long> subjects) {
        return cases.traces(subjects);
    }

    @Override
    public void lock(Collection<Long> subjects) {
        cases.lock(subjects);
    }

    @Override
    public int anonymise(Collection<PersonLink> links, Instant now) {
        var byCase = links.stream().collect(Collectors.groupingBy(PersonLink::subjectId, TreeMap::new, Collectors.toList()));
        var people = 0;
        for (var file : cases.traces(byCase.keySet())) {
            var subject = new SubjectRef(SubjectType.CASE, file.subjectId(), file.reference());
            var theirs = byCase.getOrDefault(file.subjectId(), List.of());
            var taken = parties.erase(subject, theirs, now);
            people += taken;
            if (taken > 0) {
                var places = theirs.stream().map(PersonLink::place).distinct().toList();
                others.forEach(other -> other.erased(file.subjectId(), places, now));
                audit.record(AuditNote.change(subject, "Party made anonymous: the person was erased"));
            }
        }
        return people;
    }

    @Override
    public Set<String> loggedFields() {
        return Stream.concat(Stream.of("parties"), others.stream().flatMap(other -> other.loggedFields().stream()))
                .collect(Collectors.toSet());
    }
}
