package org.vigil.deadline.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertRaiser;
import org.vigil.alert.AlertSweep;
import org.vigil.alert.RaiseAlert;
import org.vigil.db.Transactions;
import org.vigil.deadline.Catalogue;
import org.vigil.deadline.Catalogues;
import org.vigil.deadline.DeadlineAlerts;
import org.vigil.deadline.data.SweepStore;
import org.vigil.deadline.data.SweepStore.Taken;
import org.vigil.deadline.rules.Firing;
import org.vigil.deadline.rules.RungTimes;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.jobs.FaultPoint;

/**
 * Fires every stage of every deadline whose time has come. It looks at nothing but recorded times and may be run at any
 * moment, by anyone, on any node: what another run holds is skipped, and a stage once claimed never fires again.
 */
@Component
public class DeadlineSweep {

    /** Deadlines of one transaction. */
    static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineSweep.class);

    private final Transactions transactions;
    private final SweepStore store;
    private final Catalogues catalogues;
    private final AlertRaiser alerts;
    private final AlertSweep alertSweep;
    private final ObjectProvider<Scheduler> scheduler;
    private final FaultPoint faults;

    DeadlineSweep(
            Transactions transactions,
            SweepStore store,
            Catalogues catalogues,
            AlertRaiser alerts,
            AlertSweep alertSweep,
            ObjectProvider<Scheduler> scheduler,
            ObjectProvider<FaultPoint> faults) {
        this.transactions = transactions;
        this.store = store;
        this.catalogues = catalogues;
        this.alerts = alerts;
        this.alertSweep = alertSweep;
        this.scheduler = scheduler;
        this.faults = faults.getIfAvailable(() -> FaultPoint.NONE);
    }

    /** Sweeps deadlines and then alerts until nothing is due by {@code now} (UTC, the database's clock). */
    public SweepResult run(Instant now) {
        var result = deadlines(now);
        var woken = alertSweep.run(now);
        return result.plus(new SweepResult(woken.examined(), 0, 0, woken.failed()));
    }

    /** Sweeps the deadlines alone. */
    public SweepResult deadlines(Instant now) {
        var node = node();
        var total = SweepResult.NOTHING;
        while (true) {
            var batch = batch(now, node);
            total = total.plus(batch);
            if (batch.examined() < BATCH) {
                return total;
            }
        }
    }

    private SweepResult batch(Instant now, String node) {
        var taken = new ArrayList<Taken>();
        try {
            return transactions.call(() -> {
                taken.clear();
                taken.addAll(store.take(now, BATCH));
                return fire(taken, catalogues.current(), now, node);
            });
        } catch (RuntimeException problem) {
            if (taken.isEmpty()) {
                throw problem;
            }
            LOG.warn("A batch of {} deadlines failed and is tried one by one", taken.size(), problem);
            return oneByOne(taken, now, node);
        }
    }

    private SweepResult oneByOne(List<Taken> taken, Instant now, String node) {
        var total = SweepResult.NOTHING;
        for (var item : taken) {
            total = total.plus(one(item, now, node));
        }
        return total;
    }

    private SweepResult one(Taken item, Instant now, String node) {
        var id = item.id();
        try {
            return transactions.call(() -> store.takeOne(id, now)
                    .map(again -> fireOne(again, now, node))
                    .orElse(new SweepResult(1, 0, 0, 0)));
        } catch (RuntimeException problem) {
            if (transactions.call(() -> store.pushBack(id, now)).isEmpty()) {
                // This node was away, paused or cut off, and another has done it meanwhile.
                return new SweepResult(1, 0, 0, 0);
            }
            LOG.error("Deadline {} could not be swept; it is tried again later", id, problem);
            tell(item, problem, now);
            return new SweepResult(1, 0, 0, 1);
        }
    }

    /** Apart from the pushing back: were the alert itself the trouble, this item would come first again for ever. */
    private void tell(Taken item, RuntimeException problem, Instant now) {
        try {
            transactions.run(() -> raiseFailure(item, problem, now));
        } catch (RuntimeException untold) {
            LOG.error("That deadline {} could not be swept could not be raised as an alert", item.id(), untold);
        }
    }

    private void raiseFailure(Taken item, RuntimeException problem, Instant now) {
        var row = item.row();
        // An administrator is told, who sees no case: the clock's key and its rule, and nothing of whom it is about.
        var name = "Clock " + item.id();
        var what = row == null ? name : name + " (" + row.rule() + ")";
        alerts.raiseByPolicy(
                DeadlineAlerts.ITEM_FAILED,
                new SubjectRef(SubjectType.DEADLINE, item.id(), name),
                DeadlineAlerts.failureKey(item.id()),
                what + " could not be checked and is tried again: " + problem.getClass().getSimpleName(),
                row == null ? null : row.areaId(),
                now);
    }

    /** Alone, a stage that was claimed before is passed over and not raised again. */
    private SweepResult fireOne(Taken item, Instant now, String node) {
        var claimed = store.fired(item.id());
        var firing = firing(item, catalogues.current(), now);
        var steps = firing.steps().stream()
                .map(step -> step.stream()
                        .filter(stage -> !claimed.contains(stage.rung().position()))
                        .toList())
                .filter(step -> !step.isEmpty())
                .toList();
        return fire(List.of(item), List.of(new Firing(steps, firing.next())), catalogues.current(), now, node);
    }

    private SweepResult fire(List<Taken> taken, Catalogue catalogue, Instant now, String node) {
        var firings = taken.stream().map(item -> firing(item, catalogue, now)).toList();
        return fire(taken, firings, catalogue, now, node);
    }

    private static Firing firing(Taken item, Catalogue catalogue, Instant now) {
        var rule = catalogue.byId(item.deadline().ruleId());
        return Firing.of(item.deadline(), rule.stages(), now);
    }

    private SweepResult fire(
            List<Taken> taken, List<Firing> firings, Catalogue catalogue, Instant now, String node) {
        if (taken.isEmpty()) {
            return SweepResult.NOTHING;
        }
        var claims = new ArrayList<SweepStore.Fired>();
        var raises = new ArrayList<RaiseAlert>();
        var moves = new ArrayList<SweepStore.Next>();
        var mended = new ArrayList<String>();
        for (var i = 0; i < taken.size(); i++) {
            var deadline = taken.get(i).deadline();
            var firing = firings.get(i);
            var rule = catalogue.byId(deadline.ruleId());
            firing.stages().forEach(stage -> claims.add(claim(deadline.id(), stage)));
            firing.steps().forEach(step -> raises.add(DeadlineAlerts.raise(deadline, rule, step)));
            moves.add(new SweepStore.Next(
                    deadline.id(),
                    firing.next().map(stage -> stage.rung().position()).orElse(null),
                    firing.next().map(RungTimes.Timed::at).orElse(null)));
            if (taken.get(i).failures() > 0) {
                mended.add(DeadlineAlerts.failureKey(deadline.id()));
            }
        }
        store.claim(claims, now, node);
        faults.reached("deadline-sweep.claimed");
        store.moveOn(moves);
        if (!mended.isEmpty()) {
            alerts.resolve(mended, "The clock was checked after all.", now);
        }
        alerts.raise(raises, now);
        faults.reached("deadline-sweep.raised");
        return new SweepResult(taken.size(), claims.size(), raises.size(), 0);
    }

    private static SweepStore.Fired claim(long deadlineId, RungTimes.Timed stage) {
        return new SweepStore.Fired(
                deadlineId, stage.rung().position(), stage.rung().name().name(), stage.at());
    }

    private String node() {
        var quartz = scheduler.getIfAvailable();
        try {
            return quartz == null ? "console" : quartz.getSchedulerInstanceId();
        } catch (SchedulerException unknown) {
            return "console";
        }
    }
}
