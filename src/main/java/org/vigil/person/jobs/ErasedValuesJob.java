package org.vigil.person.jobs;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.vigil.db.DatabaseClock;

/** Looks each minute for erased people of whom the audit log still holds values. */
@DisallowConcurrentExecution
public final class ErasedValuesJob implements Job {

    private final ErasedValues values;
    private final DatabaseClock clock;

    public ErasedValuesJob(ErasedValues values, DatabaseClock clock) {
        this.values = values;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        context.setResult(values.run(clock.now()));
    }
}
