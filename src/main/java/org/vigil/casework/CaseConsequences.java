package org.vigil.casework;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.vigil.casework.rules.CaseDifferences;
import org.vigil.casework.rules.ReviewClock;
import org.vigil.deadline.DeadlineChange;
import org.vigil.deadline.DeadlineService;

/** Carries what changed about cases to their clock, their alerts and whoever waits to hear, in the same transaction. */
@Component
class CaseConsequences {

    private final DeadlineService deadlines;
    private final CaseAlerts alerts;
    private final ApplicationEventPublisher events;

    CaseConsequences(DeadlineService deadlines, CaseAlerts alerts, ApplicationEventPublisher events) {
        this.deadlines = deadlines;
        this.alerts = alerts;
        this.events = events;
    }

    /** A case before and after, its key known. */
    record Changed(@Nullable Case before, Case after) {}

    /**
     * A clock that has no due time is left out rather than the case.
     *
     * @return by case, why its clock could not be started
     */
    Map<Long, List<String>> apply(Collection<Changed> changes, CasePolicy policy, Instant now) {
        var clocks = new ArrayList<DeadlineChange>();
        changes.forEach(change -> clocks.addAll(ReviewClock.changes(change.before(), change.after(), policy)));
        var impossible = deadlines.problems(clocks.stream().flatMap(clock -> opens(clock).stream()).toList());
        deadlines.apply(
                clocks.stream()
                        .filter(clock -> opens(clock).filter(impossible::containsKey).isEmpty())
                        .toList(),
                now);
        changes.forEach(change -> alerts.follow(change.before(), change.after(), policy, now));
        changes.forEach(change ->
                CaseDifferences.statuses(change.before(), change.after(), now).forEach(events::publishEvent));
        events.publishEvent(new CasesWritten(changes.stream().map(change -> change.after().id()).toList(), now));
        return impossible.entrySet().stream()
                .collect(groupingBy(
                        none -> none.getKey().subject().id(),
                        mapping(none -> "The clock " + none.getKey().rule() + " was not started. " + none.getValue(), toList())));
    }

    private static Optional<DeadlineChange.Open> opens(DeadlineChange change) {
        return switch (change) {
            case DeadlineChange.Open open -> Optional.of(open);
            case DeadlineChange.Restart restart -> Optional.of(restart.fresh());
            case DeadlineChange.Renew renew -> Optional.of(renew.fresh());
            default -> Optional.empty();
        };
    }
}
