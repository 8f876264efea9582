package org.vigil.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.alert.AlertCaller.Call;
import org.vigil.alert.data.AlertHistoryStore;
import org.vigil.alert.data.AlertPolicies;
import org.vigil.alert.data.AlertRecords.AudienceRow;
import org.vigil.alert.data.AlertRecords.ChangedAlert;
import org.vigil.alert.data.AlertRecords.EventRow;
import org.vigil.alert.data.AlertRecords.NamedRow;
import org.vigil.alert.data.AlertStore;
import org.vigil.alert.data.HeldAlert;
import org.vigil.alert.rules.AlertStanding;
import org.vigil.alert.rules.EngineActions;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Texts;

/**
 * How the other modules raise, change and close alerts: in bulk, and always within the caller's transaction, so that an
 * alert exists exactly when its cause does.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AlertRaiser {

    private static final int BATCH = 500;

    private final AlertStore alerts;
    private final AlertHistoryStore history;
    private final AlertPolicies policies;
    private final AlertCaller caller;
    private final StaffDirectory staff;

    AlertRaiser(
            AlertStore alerts,
            AlertHistoryStore history,
            AlertPolicies policies,
            AlertCaller caller,
            StaffDirectory staff) {
        this.alerts = alerts;
        this.history = history;
        this.policies = policies;
        this.caller = caller;
        this.staff = staff;
    }

    /**
     * Raises alerts. Where an alert with the key is open, its severity is raised and never lowered, its audience grows,
     * and whoever the rung calls is called; otherwise a new alert is opened. The same key may stand in the list more
     * than once: its rungs apply in the list's order. The same problem raised again in the same words changes nothing.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
     */
    public void raise(List<RaiseAlert> raised, Instant now) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        // In the order of the keys, so that two batches take their locks in the same order.
        var byKey = new TreeMap<String, List<RaiseAlert>>();
        raised.forEach(alert ->
                byKey.computeIfAbsent(alert.dedupKey(), key -> new ArrayList<>(2)).add(alert));
        var part = new LinkedHashMap<String, List<RaiseAlert>>();
        for (var problem : byKey.entrySet()) {
            part.put(problem.getKey(), problem.getValue());
            if (part.size() == BATCH) {
                raiseBatch(part, at);
                part.clear();
            }
        }
        if (!part.isEmpty()) {
            raiseBatch(part, at);
        }
    }

    private void raiseBatch(Map<String, List<RaiseAlert>> byKey, Instant now) {
        var held = alerts.lockOpen(byKey.keySet());
        var news = byKey.entrySet().stream()
                .filter(problem -> !held.containsKey(problem.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        var concerned = alerts.concerned(
                news.stream().map(problem -> problem.getFirst().subject()).toList());
        var fresh = news.stream()
                .map(problem -> RaisedAlert.opened(
                        problem, concerned.getOrDefault(problem.getFirst().subject(), Set.of()), now))
                .toList();
        var ids = fresh.isEmpty() ? Map.<String, Long>of() : open(fresh, held, now);
        var again = held.values().stream()
                .map(alert -> Map.entry(alert, RaisedAlert.again(alert, byKey.get(alert.dedupKey()), now)))
                .filter(each -> each.getValue().changes())
                .toList();
        alerts.save(again.stream().map(each -> each.getValue().asChanged()).toList(), now);

        var written = new ArrayList<Map.Entry<Long, RaisedAlert>>();
        fresh.stream()
                .filter(alert -> ids.containsKey(alert.key()))
                .forEach(alert -> written.add(Map.entry(ids.get(alert.key()), alert)));
        again.forEach(each -> written.add(Map.entry(each.getKey().id(), each.getValue())));
        write(written, now);
    }

    /** Opens what is new; what another transaction opened meanwhile joins what is held. */
    private Map<String, Long> open(List<RaisedAlert> fresh, Map<String, HeldAlert> held, Instant now) {
        var opened = alerts.open(fresh.stream().map(RaisedAlert::asNew).toList(), now);
        if (!opened.taken().isEmpty()) {
            held.putAll(alerts.lockOpen(opened.taken()));
        }
        return opened.ids();
    }

    private void write(List<Map.Entry<Long, RaisedAlert>> alertsById, Instant now) {
        var audiences = new ArrayList<AudienceRow>();
        var events = new ArrayList<EventRow>();
        var calls = new ArrayList<Call>();
        var named = new ArrayList<NamedRow>();
        alertsById.forEach(each -> {
            audiences.addAll(each.getValue().audienceRows(each.getKey()));
            named.addAll(each.getValue().namedRows(each.getKey()));
            events.addAll(each.getValue().eventRows(each.getKey()));
            calls.addAll(each.getValue().calls(each.getKey()));
        });
        history.addAudiences(audiences);
        history.addNamed(named);
        history.addEvents(events);
        caller.call(calls, now);
    }

    /**
     * Raises one alert as the policy in force for its kind says: title, severity, audience and escalation.
     *
     * @throws IllegalArgumentException when no policy for the kind is in force
     */
    public void raiseByPolicy(
            String kind, SubjectRef subject, String dedupKey, String detail, @Nullable Long areaId, Instant now) {
        raise(List.of(byPolicy(kind, subject, dedupKey, detail, areaId, now)), now);
    }

    /** What {@link #raiseByPolicy} raises, for callers that raise many at once. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public RaiseAlert byPolicy(
            String kind, SubjectRef subject, String dedupKey, String detail, @Nullable Long areaId, Instant now) {
        var policy = policies.inForce(kind, now)
                .orElseThrow(() -> new IllegalArgumentException("no alert policy in force for " + kind));
        return new RaiseAlert(
                kind, dedupKey, policy.severity(), subject, policy.title(), detail, areaId, null, policy.audience(),
                RaiseAlert.FIRST, policy.staleAfterMinutes(), policy.escalateAfterMinutes(), policy.escalateTo());
    }

    /** Keeps an account from the open alerts about these records, since they are about the account's own person. */
    public void bar(SubjectType type, Collection<Long> subjects, long account) {
        history.bar(type, subjects, account);
    }

    /** Closes the open alerts with these keys because their cause is closed; unknown keys are left alone. */
    public void resolve(Collection<String> dedupKeys, String why, Instant now) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        change(dedupKeys, at, held -> EngineActions.causeClosed(held.standing()), AlertEventKind.RESOLVED, why);
    }

    /** Notes in the open alerts with these keys that their subject changed, and wakes those that are snoozed. */
    public void touch(Collection<String> dedupKeys, String what, Instant now) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        var woken = change(
                dedupKeys, at, held -> EngineActions.subjectChanged(held.standing(), at), AlertEventKind.CHANGED, what);
        caller.call(
                woken.stream()
                        .filter(held -> held.standing().state() == AlertState.SNOOZED)
                        .map(held -> new Call(held.id(), RaisedAlert.WOKEN, called(held), held.people(), held.areaId()))
                        .toList(),
                at);
    }

    /**
     * Takes the open alerts with these keys to another area, whose people see them from now on and are called; those of
     * the area that they leave no longer see them.
     *
     * @param areaId null where they concern the whole force from now on
     */
    public void move(Collection<String> dedupKeys, @Nullable Long areaId, Instant now) {
        if (dedupKeys.isEmpty()) {
            return;
        }
        var at = now.truncatedTo(ChronoUnit.MICROS);
        var held = alerts.lockOpen(dedupKeys).values().stream()
                .filter(alert -> !Objects.equals(alert.areaId(), areaId))
                .toList();
        alerts.save(
                held.stream()
                        .map(alert -> ChangedAlert.standing(
                                        alert,
                                        EngineActions.moved(
                                                alert.standing(), covers(alert.standing().assignedTo(), areaId), at))
                                .in(areaId))
                        .toList(),
                at);
        history.addEvents(held.stream()
                .map(alert -> new EventRow(
                        alert.id(), at, AlertEventKind.CHANGED, null, null, "Now of another area, whose people are called"))
                .toList());
        caller.call(
                held.stream().map(alert -> new Call(alert.id(), "MOVED", called(alert), alert.people(), areaId)).toList(), at);
    }

    private boolean covers(@Nullable Long account, @Nullable Long areaId) {
        return account != null && staff.assignable(areaId).stream().anyMatch(person -> person.id() == account);
    }

    /** Changes the open alerts with these keys; answers them as they were. */
    private List<HeldAlert> change(
            Collection<String> keys,
            Instant now,
            Function<HeldAlert, AlertStanding> to,
            AlertEventKind kind,
            String note) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var held = List.copyOf(alerts.lockOpen(keys).values());
        var why = Texts.cut(note, RaiseAlert.LONGEST_DETAIL);
        alerts.save(
                held.stream()
                        .map(alert -> ChangedAlert.standing(alert, to.apply(alert)))
                        .map(alert -> kind == AlertEventKind.RESOLVED ? alert.resolved(null, why) : alert)
                        .toList(),
                now);
        history.addEvents(held.stream()
                .map(alert -> new EventRow(alert.id(), now, kind, null, null, why))
                .toList());
        return held;
    }

    /** The duties that an alert calls. */
    static Set<Duty> called(HeldAlert alert) {
        return alert.audience().entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
