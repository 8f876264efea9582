package org.vigil.engine.jobs;

import java.time.Duration;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigil.db.DatabaseClock;
import org.vigil.db.Transactions;
import org.vigil.deadline.jobs.DeadlineSweep;
import org.vigil.engine.Heartbeat;
import org.vigil.engine.data.EngineStore;
import org.vigil.security.EngineScope;
import org.vigil.shared.jobs.JobCounts;

/**
 * Sweeps on a plain thread of this node when no node has for {@link #PATIENCE}: Quartz needs about ten seconds to notice
 * that the node which held the sweep is dead, and never notices a job that it gave up. Two sweeps at once do no harm.
 */
@Component
class StandIn {

    /** Three intervals of the sweep. */
    static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final Logger LOG = LoggerFactory.getLogger(StandIn.class);

    private final Scheduler scheduler;
    private final Heartbeat heartbeat;
    private final DeadlineSweep sweep;
    private final DatabaseClock clock;
    private final Transactions transactions;
    private final EngineStore store;

    StandIn(
            Scheduler scheduler,
            Heartbeat heartbeat,
            DeadlineSweep sweep,
            DatabaseClock clock,
            Transactions transactions,
            EngineStore store) {
        this.scheduler = scheduler;
        this.heartbeat = heartbeat;
        this.sweep = sweep;
        this.clock = clock;
        this.transactions = transactions;
        this.store = store;
    }

    /** Sweeps once if it is needed; throws what the database throws. Does nothing on a node that stands by. */
    void look() throws SchedulerException {
        var age = heartbeat.status().age();
        if (scheduler.isInStandbyMode() || age != null && age.compareTo(PATIENCE) <= 0) {
            return;
        }
        var node = scheduler.getSchedulerInstanceId();
        var swept = EngineScope.call(() -> sweep.run(clock.now()));
        transactions.run(() -> store.beat(
                Heartbeat.SWEEP, clock.now(), node, new JobCounts(swept.examined(), swept.raised(), swept.failed())));
        heartbeat.refresh();
        if (swept.raised() > 0) {
            LOG.warn("No node had checked alerts for {}: this one did, and raised {}", age, swept.raised());
        }
    }
}
