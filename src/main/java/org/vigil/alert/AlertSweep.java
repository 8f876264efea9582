package org.vigil.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigil.alert.AlertCaller.Call;
import org.vigil.alert.data.AlertHistoryStore;
import org.vigil.alert.data.AlertRecords.AudienceRow;
import org.vigil.alert.data.AlertRecords.ChangedAlert;
import org.vigil.alert.data.AlertRecords.EventRow;
import org.vigil.alert.data.AlertStore;
import org.vigil.alert.data.HeldAlert;
import org.vigil.alert.rules.EngineActions;
import org.vigil.alert.rules.EngineActions.Wake;
import org.vigil.db.Transactions;
import org.vigil.shared.Duty;

/**
 * Ends snoozes, raises again what was acknowledged too long ago and escalates what nobody acknowledged. Anyone may run
 * it at any time, on any node: what another run holds is skipped, what is done is not done twice.
 */
@Service
public class AlertSweep {

    private static final Logger LOG = LoggerFactory.getLogger(AlertSweep.class);
    private static final int BATCH = 200;

    private final AlertStore alerts;
    private final AlertHistoryStore history;
    private final AlertCaller caller;
    private final Transactions transactions;

    AlertSweep(AlertStore alerts, AlertHistoryStore history, AlertCaller caller, Transactions transactions) {
        this.alerts = alerts;
        this.history = history;
        this.caller = caller;
        this.transactions = transactions;
    }

    /**
     * Handles every alert whose time has come by {@code now}, in batches, each in its own transaction. A batch that fails
     * is done alert by alert; an alert that fails alone is left for the next run and never stops the rest.
     */
    public AlertSweepResult run(Instant now) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        var tally = new Tally();
        var seen = BATCH;
        while (seen == BATCH) {
            var batch = new ArrayList<Long>();
            try {
                var wakes = transactions.call(() -> {
                    batch.clear();
                    batch.addAll(alerts.lockDue(at, tally.failed, BATCH));
                    return wake(alerts.lock(batch), at);
                });
                tally.add(wakes);
            } catch (RuntimeException problem) {
                if (batch.isEmpty()) {
                    throw problem;
                }
                LOG.warn("A batch of {} alerts could not be swept and is done one by one", batch.size(), problem);
                batch.forEach(id -> alone(id, at, tally));
            }
            seen = batch.size();
        }
        return tally.result();
    }

    private void alone(long id, Instant now, Tally tally) {
        try {
            tally.add(transactions.call(() -> wake(
                    alerts.lock(id).stream().filter(alert -> EngineActions.due(alert.standing(), now).isPresent()).toList(),
                    now)));
        } catch (RuntimeException problem) {
            tally.failed.add(id);
            LOG.error("Alert {} could not be swept; the next sweep tries again", id, problem);
        }
    }

    private List<Wake> wake(List<HeldAlert> due, Instant now) {
        var wakes = new ArrayList<Wake>();
        var changed = new ArrayList<ChangedAlert>();
        var audiences = new ArrayList<AudienceRow>();
        var events = new ArrayList<EventRow>();
        var calls = new ArrayList<Call>();
        for (var held : due) {
            var wake = EngineActions.due(held.standing(), now);
            if (wake.isEmpty()) {
                // Its wake-up time was not its own: writing where it stands puts that right.
                changed.add(ChangedAlert.standing(held, held.standing()));
                continue;
            }
            var after = EngineActions.wake(held.standing(), wake.get(), now);
            changed.add(ChangedAlert.standing(held, after));
            var duties = AlertRaiser.called(held);
            var people = held.people();
            var to = held.standing().escalateTo();
            if (wake.get() == Wake.ESCALATE && to != null) {
                audiences.add(new AudienceRow(held.id(), to, true));
                duties = Set.of(to);
                people = people.onlyBarred();
            }
            events.add(new EventRow(held.id(), now, kind(wake.get()), null, null, note(wake.get(), held)));
            calls.add(new Call(held.id(), rung(wake.get()), duties, people, held.areaId()));
            wakes.add(wake.get());
        }
        alerts.save(changed, now);
        history.addAudiences(audiences);
        history.addEvents(events);
        caller.call(calls, now);
        return wakes;
    }

    private static AlertEventKind kind(Wake wake) {
        return switch (wake) {
            case SNOOZE_ENDED -> AlertEventKind.WOKEN;
            case WENT_STALE -> AlertEventKind.STALE;
            case ESCALATE -> AlertEventKind.ESCALATED;
        };
    }

    private static String rung(Wake wake) {
        return switch (wake) {
            case SNOOZE_ENDED -> RaisedAlert.WOKEN;
            case WENT_STALE -> "STALE";
            case ESCALATE -> "ESCALATED";
        };
    }

    private static String note(Wake wake, HeldAlert held) {
        return switch (wake) {
            case SNOOZE_ENDED -> "The snooze ended";
            case WENT_STALE ->
                "Acknowledged " + held.standing().staleAfterMinutes() + " min ago and still open";
            case ESCALATE ->
                "Nobody acknowledged it in " + held.standing().escalateAfterMinutes() + " min: to "
                        + Optional.ofNullable(held.standing().escalateTo()).map(Duty::label).orElse("nobody");
        };
    }

    /** What a run did so far. */
    private static final class Tally {

        private final Map<Wake, Integer> done = new EnumMap<>(Wake.class);
        private final Set<Long> failed = new HashSet<>();

        private void add(List<Wake> wakes) {
            wakes.forEach(wake -> done.merge(wake, 1, Integer::sum));
        }

        private AlertSweepResult result() {
            var woken = done.getOrDefault(Wake.SNOOZE_ENDED, 0);
            var stale = done.getOrDefault(Wake.WENT_STALE, 0);
            var escalated = done.getOrDefault(Wake.ESCALATE, 0);
            return new AlertSweepResult(woken + stale + escalated + failed.size(), woken, stale, escalated, failed.size());
        }
    }
}
