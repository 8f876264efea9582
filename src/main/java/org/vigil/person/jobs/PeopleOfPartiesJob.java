package org.vigil.person.jobs;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.vigil.db.DatabaseClock;

/** Looks every few seconds for parties of records of whom it is not known yet who they are. */
@DisallowConcurrentExecution
public final class PeopleOfPartiesJob implements Job {

    private final PeopleOfParties people;
    private final DatabaseClock clock;

    public PeopleOfPartiesJob(PeopleOfParties people, DatabaseClock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        context.setResult(people.run(clock.now()));
    }
}
