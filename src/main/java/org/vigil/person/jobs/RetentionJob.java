package org.vigil.person.jobs;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.vigil.db.DatabaseClock;

/** Works out by night into which review group people belong and when they are reviewed. */
@DisallowConcurrentExecution
public final class RetentionJob implements Job {

    private final RetentionWork work;
    private final DatabaseClock clock;

    public RetentionJob(RetentionWork work, DatabaseClock clock) {
        this.work = work;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        context.setResult(work.run(clock.now()));
    }
}
