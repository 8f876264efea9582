package org.vigil.deadline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertRaiser;
import org.vigil.deadline.data.DeadlineStore;
import org.vigil.deadline.rules.Deadline;

/** Puts running deadlines under a new rule or calendar, page by page, in the caller's transaction. */
@Component
class Replanning {

    private static final int PAGE = 500;

    private final DeadlineStore store;
    private final AlertRaiser alerts;

    Replanning(DeadlineStore store, AlertRaiser alerts) {
        this.store = store;
        this.alerts = alerts;
    }

    /**
     * @param ruleOf the version that a deadline is to run under
     * @return how many deadlines got a new row
     */
    int replan(
            Catalogue catalogue,
            Collection<String> rules,
            Function<Deadline, DeadlineRule> ruleOf,
            String reason,
            Instant now,
            String by) {
        var replaced = 0;
        var after = 0L;
        // New rows get higher keys than those read so far; they are met again at the end and need no change then.
        while (!rules.isEmpty()) {
            var page = store.lockOpen(rules, after, PAGE);
            if (page.isEmpty()) {
                break;
            }
            var batch = new ChangeBatch(catalogue, now, by);
            for (var deadline : page) {
                replaced += batch.replan(deadline, ruleOf.apply(deadline), reason) ? 1 : 0;
            }
            write(batch, now);
            after = page.getLast().id();
        }
        return replaced;
    }

    /** Writes what a batch came to: rows changed, rows new, alerts that follow their clock, alerts whose cause is gone. */
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
