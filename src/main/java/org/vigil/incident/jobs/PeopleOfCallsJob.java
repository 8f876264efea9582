package org.vigil.incident.jobs;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.vigil.db.DatabaseClock;

/** Looks every few seconds for calls whose people are not known yet. */
@DisallowConcurrentExecution
public final class PeopleOfCallsJob implements Job {

    private final PeopleOfCalls people;
    private final DatabaseClock clock;

    public PeopleOfCallsJob(PeopleOfCalls people, DatabaseClock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        context.setResult(people.run(clock.now()));
    }
}
