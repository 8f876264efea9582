package org.vigil.deadline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertRaiser;
import org.vigil.deadline.data.DeadlineStore;

/** Writes what a batch of changes came to, in the caller's transaction. */
@Component
class DeadlineWriter {

    private final DeadlineStore store;
    private final AlertRaiser alerts;

    DeadlineWriter(DeadlineStore store, AlertRaiser alerts) {
        this.store = store;
        this.alerts = alerts;
    }

    /** Rows changed, rows new, alerts that follow their clock, alerts whose cause is gone. */
    void write(ChangeBatch batch, Instant now) {
        store.update(batch.updates());
        store.insert(batch.inserts());
        Map<Optional<Long>, Set<String>> keysByArea = batch.moved().entrySet().stream()
                .collect(groupingBy(Map.Entry::getValue, mapping(Map.Entry::getKey, toSet())));
        keysByArea.forEach((area, keys) -> alerts.move(keys, area.orElse(null), now));
        Map<String, Set<String>> keysByReason = batch.resolved().entrySet().stream()
                .collect(groupingBy(Map.Entry::getValue, mapping(Map.Entry::getKey, toSet())));
        keysByReason.forEach((why, keys) -> alerts.resolve(keys, why, now));
    }
}
