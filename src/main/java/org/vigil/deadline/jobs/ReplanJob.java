package org.vigil.deadline.jobs;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.vigil.db.DatabaseClock;
import org.vigil.deadline.Replanning;
import org.vigil.shared.jobs.JobCounts;

/** Puts running clocks under rules that have come into force, and goes on with what a node left half done. */
@DisallowConcurrentExecution
public class ReplanJob implements Job {

    private final Replanning replanning;
    private final DatabaseClock clock;

    public ReplanJob(Replanning replanning, DatabaseClock clock) {
        this.replanning = replanning;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext run) {
        var done = replanning.run(clock.now());
        run.setResult(new JobCounts(done.finished(), done.changed(), 0));
    }
}
