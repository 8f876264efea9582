package org.vigil.alert.jobs;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.vigil.alert.AlertMailer;
import org.vigil.db.DatabaseClock;

/** Sends the e-mails that are wanted. */
@DisallowConcurrentExecution
public final class AlertMailJob implements Job {

    private final AlertMailer mailer;
    private final DatabaseClock clock;

    public AlertMailJob(AlertMailer mailer, DatabaseClock clock) {
        this.mailer = mailer;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        context.setResult(mailer.run(clock.now()));
    }
}
