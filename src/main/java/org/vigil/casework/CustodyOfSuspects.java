package org.vigil.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.casework.SuspectEvents.Happened;
import org.vigil.casework.rules.StatusOfCustody;
import org.vigil.custody.CustodyChanged;
import org.vigil.custody.CustodyEvent;
import org.vigil.custody.CustodyQueries;
import org.vigil.custody.CustodyRecord;
import org.vigil.person.PartiesLinked;
import org.vigil.shared.SubjectType;

/**
 * Takes what happens in custody to the cases that name the suspect: in the transaction that tells of it where it is known
 * who they are, and otherwise in the one that finds out. An arrest is typed in without finding anybody first.
 */
@Component
class CustodyOfSuspects implements PartiesLinked {

    private final CustodyQueries custody;
    private final SuspectEvents events;

    CustodyOfSuspects(CustodyQueries custody, SuspectEvents events) {
        this.custody = custody;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void heard(CustodyChanged changed) {
        custody.personOf(changed.record()).ifPresent(person -> record(changed.record()).ifPresent(record -> statuses(record)
                .filter(event -> event.kind() == changed.kind() && event.at().equals(changed.at()))
                .forEach(event -> happened(person, record, event).ifPresent(it -> events.apply(it, changed.now())))));
    }

    @Override
    public SubjectType type() {
        return SubjectType.CUSTODY;
    }

    /** All that happened until now is told in its order: what is known already changes nothing. */
    @Override
    public void linked(Collection<Long> records, Instant now) {
        custody.records(records).values().forEach(record -> custody.personOf(record.id())
                .ifPresent(person -> statuses(record)
                        .forEach(event -> happened(person, record, event).ifPresent(it -> events.apply(it, now)))));
    }

    /**
     * The same for cases of which it became known who their suspects are: what happened in custody since their reports.
     *
     * @param suspects keys of people by case
     * @param reportedAt when each case was reported
     */
    void catchUp(Map<Long, Set<Long>> suspects, Map<Long, Instant> reportedAt, Instant now) {
        suspects.forEach((file, people) -> custody.recordsOf(people).forEach((person, records) -> custody
                .records(records).values().stream()
                .sorted(java.util.Comparator.comparing(CustodyRecord::id))
                .forEach(record -> statuses(record)
                        .filter(event -> !event.at().isBefore(reportedAt.getOrDefault(file, Instant.MAX)))
                        .forEach(event -> happened(person, record, event)
                                .ifPresent(it -> events.apply(it, List.of(file), now))))));
    }

    private Optional<CustodyRecord> record(long id) {
        return Optional.ofNullable(custody.records(List.of(id)).get(id));
    }

    private static Stream<CustodyEvent> statuses(CustodyRecord record) {
        return record.current().stream()
                .filter(event -> StatusOfCustody.of(event.kind()).isPresent())
                .sorted(CustodyEvent.IN_TIME);
    }

    private static Optional<Happened> happened(long person, CustodyRecord record, CustodyEvent event) {
        return StatusOfCustody.of(event.kind()).map(status -> new Happened(
                person, status, event.at(), StatusOfCustody.words(event), StatusSource.CUSTODY, record.reference()));
    }
}
