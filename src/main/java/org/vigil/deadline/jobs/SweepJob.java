package org.vigil.deadline.jobs;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.vigil.db.DatabaseClock;
import org.vigil.shared.jobs.JobCounts;

/** Checks every clock and every alert, on one node of the cluster at a time. */
@DisallowConcurrentExecution
public class SweepJob implements Job {

    private final DeadlineSweep sweep;
    private final DatabaseClock clock;

    public SweepJob(DeadlineSweep sweep, DatabaseClock clock) {
        this.sweep = sweep;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext run) {
        var result = sweep.run(clock.now());
        run.setResult(new JobCounts(result.examined(), result.raised(), result.failed()));
    }
}
