package org.vigil.custody;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertRaiser;
import org.vigil.custody.rules.ClocksOfCustody;
import org.vigil.deadline.DeadlineChange;
import org.vigil.deadline.DeadlineService;

/** Carries what changed about custody records to their clocks, in the transaction that changed them. */
@Component
class CustodyConsequences {

    private final DeadlineService deadlines;
    private final AlertRaiser alerts;

    CustodyConsequences(DeadlineService deadlines, AlertRaiser alerts) {
        this.deadlines = deadlines;
        this.alerts = alerts;
    }

    /**
     * A record before and after one event.
     *
     * @param areaBefore the area that answered for it
     */
    record Change(
            @Nullable CustodyStanding before, CustodyStanding after, CustodyRecord record, @Nullable Long areaBefore) {

        boolean isMoved() {
            return before != null && !Objects.equals(areaBefore, record.areaId());
        }
    }

    /**
     * A clock that has no due time is left out rather than the event.
     *
     * @return by record, which of its clocks could not be opened and why
     */
    Map<Long, List<String>> apply(Collection<Change> changes, Instant now) {
        var clocks = new ArrayList<DeadlineChange>();
        for (var change : changes) {
            var record = change.record();
            clocks.addAll(ClocksOfCustody.changes(
                    change.before(), change.after(), record.subject(), record.areaId(), change.isMoved()));
            if (change.isMoved() && record.twinKey() != null) {
                alerts.move(List.of(record.twinKey()), record.areaId(), now);
            }
        }
        var impossible = deadlines.problems(clocks.stream().flatMap(clock -> opens(clock).stream()).toList());
        deadlines.apply(
                clocks.stream()
                        .filter(clock -> opens(clock).filter(impossible::containsKey).isEmpty())
                        .toList(),
                now);
        return impossible.entrySet().stream()
                .collect(groupingBy(
                        none -> none.getKey().subject().id(),
                        mapping(none -> "The clock " + none.getKey().rule() + " was not started. " + none.getValue(),
                                toList())));
    }

    private static Optional<DeadlineChange.Open> opens(DeadlineChange change) {
        return switch (change) {
            case DeadlineChange.Open open -> Optional.of(open);
            case DeadlineChange.Restart restart -> Optional.of(restart.fresh());
            default -> Optional.empty();
        };
    }
}
