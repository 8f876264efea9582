package org.vigil.incident;

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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertRaiser;
import org.vigil.deadline.DeadlineChange;
import org.vigil.deadline.DeadlineService;
import org.vigil.incident.rules.CallAlerts;
import org.vigil.incident.rules.ClocksOfCall;
import org.vigil.incident.rules.GradePolicies;
import org.vigil.incident.rules.WakingChanges;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** Carries what changed about calls to their clocks and alerts, in the transaction that changed them. */
@Component
class CallConsequences {

    private final DeadlineService deadlines;
    private final AlertRaiser alerts;

    CallConsequences(DeadlineService deadlines, AlertRaiser alerts) {
        this.deadlines = deadlines;
        this.alerts = alerts;
    }

    /** A call before and after, its key known. */
    record Changed(@Nullable Call before, Call after) {}

    /** @return see {@link #apply(Collection, GradePolicies, Set, Instant)} */
    Map<Long, List<String>> apply(Collection<Changed> changes, GradePolicies policies, Instant now) {
        return apply(changes, policies, Set.of(), now);
    }

    /**
     * A clock that has no due time is left out rather than the call.
     *
     * @param known kinds of alert that are not raised, because whoever would be called did it himself
     * @return by call, which of its clocks could not be opened and why
     */
    Map<Long, List<String>> apply(
            Collection<Changed> changes, GradePolicies policies, Set<String> known, Instant now) {
        var clocks = new ArrayList<DeadlineChange>();
        for (var change : changes) {
            var before = change.before() == null ? null : CallFacts.of(change.before());
            var after = CallFacts.of(change.after());
            clocks.addAll(ClocksOfCall.changes(
                    before,
                    after,
                    policies.at(after.receivedAt()),
                    subject(change.after()),
                    change.after().place().areaId(),
                    isMoved(change)));
        }
        var impossible = deadlines.problems(clocks.stream().flatMap(clock -> opens(clock).stream()).toList());
        deadlines.apply(
                clocks.stream()
                        .filter(clock -> opens(clock).filter(impossible::containsKey).isEmpty())
                        .toList(),
                now);
        // Whoever let an alert wait is called when the call is no longer what it was then.
        var touched = new TreeMap<String, List<String>>();
        changes.forEach(change -> alert(change, policies, known, touched, now));
        touched.forEach((what, keys) -> alerts.touch(keys, what, now));
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

    /** @param touched takes the alerts that are to hear of the change, by what changed */
    private void alert(
            Changed change,
            GradePolicies policies,
            Set<String> known,
            Map<String, List<String>> touched,
            Instant now) {
        var before = change.before() == null ? null : CallFacts.of(change.before());
        var after = CallFacts.of(change.after());
        var answer = CallAlerts.of(before, after, policies.at(after.receivedAt()));
        var subject = subject(change.after());
        answer.closed().forEach(close -> alerts.resolve(List.of(key(close.kind(), subject)), close.why(), now));
        if (isMoved(change)) {
            var keys = CallAlerts.KINDS.stream().map(kind -> key(kind, subject)).toList();
            alerts.move(keys, change.after().place().areaId(), now);
        }
        for (var raise : answer.raised()) {
            if (known.contains(raise.kind())) {
                continue;
            }
            alerts.raiseByPolicy(
                    raise.kind(), subject, key(raise.kind(), subject), raise.detail(), change.after().place().areaId(), now);
        }
        var raised = answer.raised().stream().map(CallAlerts.Raise::kind).toList();
        var what = change.before() == null
                ? List.<String>of()
                : WakingChanges.of(change.before(), change.after());
        if (!what.isEmpty()) {
            Stream.concat(CallAlerts.KINDS.stream(), ClocksOfCall.RULES.stream())
                    .filter(kind -> !raised.contains(kind))
                    .forEach(kind -> touched
                            .computeIfAbsent("The call changed: " + String.join(", ", what), words -> new ArrayList<>())
                            .add(key(kind, subject)));
        }
    }

    private static boolean isMoved(Changed change) {
        return change.before() != null
                && !Objects.equals(change.before().place().areaId(), change.after().place().areaId());
    }

    static SubjectRef subject(Call call) {
        return new SubjectRef(SubjectType.INCIDENT, call.id(), call.reference());
    }

    static String key(String kind, SubjectRef subject) {
        return kind + ":" + subject.type() + ":" + subject.id();
    }
}
