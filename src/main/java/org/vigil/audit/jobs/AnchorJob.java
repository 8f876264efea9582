package org.vigil.audit.jobs;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.vigil.audit.AuditAnchor;

/** Writes the audit log's ends down outside the database each hour. */
@DisallowConcurrentExecution
public final class AnchorJob implements Job {

    private final AuditAnchor anchor;

    public AnchorJob(AuditAnchor anchor) {
        this.anchor = anchor;
    }

    @Override
    public void execute(JobExecutionContext context) {
        anchor.take();
    }
}
