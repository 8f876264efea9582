package org.vigil.engine.jobs;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.listeners.JobListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigil.db.DatabaseClock;
import org.vigil.db.Transactions;
import org.vigil.engine.data.EngineStore;
import org.vigil.shared.jobs.JobCounts;

/** Writes a job's heartbeat when it has run through, and raises an alert when it has thrown. */
@Component
class JobWatch extends JobListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);

    private final EngineStore store;
    private final EngineAlerts alerts;
    private final Transactions transactions;
    private final DatabaseClock clock;

    JobWatch(EngineStore store, EngineAlerts alerts, Transactions transactions, DatabaseClock clock) {
        this.store = store;
        this.alerts = alerts;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String getName() {
        return "engine-heartbeat";
    }

    @Override
    public void jobWasExecuted(JobExecutionContext run, @Nullable JobExecutionException problem) {
        var job = JobNames.of(run.getJobDetail().getKey());
        try {
            var node = run.getScheduler().getSchedulerInstanceId();
            if (problem == null) {
                var counts = run.getResult() instanceof JobCounts told ? told : JobCounts.NONE;
                transactions.run(() -> store.beat(job, clock.now(), node, counts));
            } else {
                LOG.error("The job {} failed and runs again at its next turn", job, problem);
                var sentence = "The job " + job + " failed (" + cause(problem) + ") and runs again at its next turn.";
                transactions.run(() -> store.failed(job, node, sentence));
                alerts.settle(Map.of(job, sentence), List.of());
            }
        } catch (Exception unwritten) {
            // The heartbeat then goes stale, which every screen shows.
            LOG.warn("The heartbeat of {} could not be written: {}", job, unwritten.toString());
        }
    }

    private static String cause(Throwable problem) {
        var root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
