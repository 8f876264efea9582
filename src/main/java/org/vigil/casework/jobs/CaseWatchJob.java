package org.vigil.casework.jobs;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.vigil.db.DatabaseClock;

/** Looks each minute for high-risk cases that nobody leads. */
@DisallowConcurrentExecution
public final class CaseWatchJob implements Job {

    private final CaseWatch watch;
    private final DatabaseClock clock;

    public CaseWatchJob(CaseWatch watch, DatabaseClock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        context.setResult(watch.run(clock.now()));
    }
}
