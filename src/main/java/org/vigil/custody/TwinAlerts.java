package org.vigil.custody;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.alert.AlertRaiser;
import org.vigil.custody.data.CustodyStore;
import org.vigil.custody.data.TwinReads;
import org.vigil.custody.data.TwinReads.Held;
import org.vigil.person.PartiesLinked;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/**
 * Nobody can be in two cells: where one person is held on two records, custody is told once, both records say so, and it
 * is over once only one of them holds.
 */
@Component
class TwinAlerts implements PartiesLinked {

    static final String KIND = "CUSTODY_TWO_RECORDS";

    private final TwinReads reads;
    private final CustodyStore store;
    private final AlertRaiser alerts;

    TwinAlerts(TwinReads reads, CustodyStore store, AlertRaiser alerts) {
        this.reads = reads;
        this.store = store;
        this.alerts = alerts;
    }

    @Override
    public SubjectType type() {
        return SubjectType.CUSTODY;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void linked(Collection<Long> subjects, Instant now) {
        look(subjects, now);
    }

    /** Looks again whether those whom these records are about are held on others as well. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void look(Collection<Long> records, Instant now) {
        var held = reads.heldRecords(reads.peopleOf(records));
        var wanted = new LinkedHashMap<String, Set<Held>>();
        held.values().stream()
                .map(group -> group.stream().collect(Collectors.toMap(Held::id, one -> one, (one, same) -> one)))
                .filter(group -> group.size() > 1)
                .forEach(group -> wanted.computeIfAbsent(key(group.values()), key -> new HashSet<>()).addAll(group.values()));
        end(records, wanted.keySet(), held.values().stream().flatMap(List::stream).map(Held::id).collect(Collectors.toSet()), now);
        wanted.forEach((key, twins) -> begin(key, twins, now));
    }

    /** The alert that one of them has already, or one named after the first. */
    private static String key(Collection<Held> twins) {
        return twins.stream()
                .sorted(java.util.Comparator.comparing(Held::id))
                .map(Held::twinKey)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> KIND + ":" + SubjectType.CUSTODY + ":"
                        + twins.stream().mapToLong(Held::id).min().orElseThrow());
    }

    private void end(Collection<Long> records, Set<String> wanted, Set<Long> held, Instant now) {
        var known = reads.keysOf(java.util.stream.Stream.concat(records.stream(), held.stream()).toList());
        known.removeAll(wanted);
        if (!known.isEmpty()) {
            alerts.resolve(known, "Only one record holds the person now.", now);
            store.twins(reads.sharing(known).stream().map(Held::id).toList(), null);
        }
    }

    private void begin(String key, Set<Held> twins, Instant now) {
        var sharing = reads.sharing(List.of(key));
        var left = sharing.stream().filter(one -> twins.stream().noneMatch(twin -> twin.id() == one.id())).toList();
        if (!left.isEmpty()) {
            store.twins(left.stream().map(Held::id).toList(), null);
        }
        if (twins.stream().allMatch(twin -> key.equals(twin.twinKey()))) {
            return;
        }
        store.twins(twins.stream().map(Held::id).toList(), key);
        var inOrder = twins.stream().sorted(java.util.Comparator.comparing(Held::id)).toList();
        var first = inOrder.getFirst();
        alerts.raiseByPolicy(
                KIND,
                new SubjectRef(SubjectType.CUSTODY, first.id(), first.reference()),
                key,
                "Held on " + inOrder.stream().map(Held::reference).collect(Collectors.joining(" and "))
                        + " at once: one of them must be wrong, or somebody was taken for another.",
                first.areaId(),
                now);
    }
}
