package org.vigil.custody;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.custody.data.CustodyOfPeople;
import org.vigil.person.PartyBook;
import org.vigil.person.PersonLink;
import org.vigil.person.PersonTraces;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** What custody holds of people: when somebody was last named, and how they are taken out of its records. */
@Component
class TracesInCustody implements PersonTraces {

    private final CustodyOfPeople records;
    private final PartyBook parties;
    private final AuditLog audit;

    TracesInCustody(CustodyOfPeople records, PartyBook parties, AuditLog audit) {
        this.records = records;
        this.parties = parties;
        this.audit = audit;
    }

    @Override
    public SubjectType type() {
        return SubjectType.CUSTODY;
    }

    @Override
    public List<Trace> of(Collection<Long> subjects) {
        return records.traces(subjects);
    }

    @Override
    public void lock(Collection<Long> subjects) {
        records.lock(subjects);
    }

    @Override
    public int anonymise(Collection<PersonLink> links, Instant now) {
        var byRecord = links.stream().collect(Collectors.groupingBy(PersonLink::subjectId, TreeMap::new, Collectors.toList()));
        var erased = 0;
        for (var record : records.traces(byRecord.keySet())) {
            var subject = new SubjectRef(SubjectType.CUSTODY, record.subjectId(), record.reference());
            var taken = parties.erase(subject, byRecord.get(record.subjectId()), now);
            erased += taken;
            if (taken > 0) {
                audit.record(AuditNote.change(subject, "Suspect made anonymous: the person was erased"));
            }
        }
        return erased;
    }

    @Override
    public Set<String> loggedFields() {
        return Set.of("suspect");
    }
}
