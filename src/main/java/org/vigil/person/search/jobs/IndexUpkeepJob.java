package org.vigil.person.search.jobs;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Brings the search's index up to date each minute, as far as that was not done at once. */
@DisallowConcurrentExecution
public final class IndexUpkeepJob implements Job {

    private final IndexUpkeep upkeep;

    public IndexUpkeepJob(IndexUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public void execute(JobExecutionContext context) {
        context.setResult(upkeep.run());
    }
}
