package org.vigil.deadline.jobs;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.vigil.db.DatabaseClock;
import org.vigil.deadline.CalendarService;
import org.vigil.shared.jobs.JobCounts;

/** Tells the administrator when the bank-holiday calendar is about to end. */
@DisallowConcurrentExecution
public class CalendarJob implements Job {

    private final CalendarService calendars;
    private final DatabaseClock clock;

    public CalendarJob(CalendarService calendars, DatabaseClock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext run) {
        var warned = calendars.checkEnd(clock.now());
        run.setResult(new JobCounts(1, warned ? 1 : 0, 0));
    }
}
