package org.vigil.incident.jobs;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.vigil.db.DatabaseClock;

/** Looks each minute for feeds that fell silent. */
@DisallowConcurrentExecution
public final class FeedWatchJob implements Job {

    private final FeedWatch watch;
    private final DatabaseClock clock;

    public FeedWatchJob(FeedWatch watch, DatabaseClock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        context.setResult(watch.run(clock.now()));
    }
}
