package org.vigil.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.incident.data.CallsOfPeople;
import org.vigil.incident.data.ErasedParties;
import org.vigil.person.PersonLink;
import org.vigil.person.PersonTraces;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** What calls hold of people: when somebody was last named, and how they are taken out of them. */
@Component
class TracesInCalls implements PersonTraces {

    private final CallsOfPeople calls;
    private final ErasedParties erased;
    private final AuditLog audit;

    TracesInCalls(CallsOfPeople calls, ErasedParties erased, AuditLog audit) {
        this.calls = calls;
        this.erased = erased;
        this.audit = audit;
    }

    @Override
    public SubjectType type() {
        return SubjectType.INCIDENT;
    }

    @Override
    public List<Trace> of(Collection<Long> subjects) {
        return calls.traces(subjects);
    }

    @Override
    public void lock(Collection<Long> subjects) {
        erased.lock(subjects);
    }

    @Override
    public int anonymise(Collection<PersonLink> links, Instant now) {
        var byCall = links.stream().collect(Collectors.groupingBy(PersonLink::subjectId, TreeMap::new, Collectors.toList()));
        var parties = 0;
        for (var call : calls.traces(byCall.keySet())) {
            var subject = new SubjectRef(SubjectType.INCIDENT, call.subjectId(), call.reference());
            var taken = erased.erase(subject, byCall.get(call.subjectId()), now);
            parties += taken;
            if (taken > 0) {
                audit.record(AuditNote.change(subject, "Party made anonymous: the person was erased"));
            }
        }
        return parties;
    }

    @Override
    public Set<String> loggedFields() {
        return Set.of("parties");
    }
}
