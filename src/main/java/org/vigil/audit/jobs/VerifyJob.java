package org.vigil.audit.jobs;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.vigil.audit.AuditVerifier;
import org.vigil.audit.VerificationProgress;
import org.vigil.shared.Viewer;

/** Checks the audit log each night. */
@DisallowConcurrentExecution
public final class VerifyJob implements Job {

    private final AuditVerifier verifier;

    public VerifyJob(AuditVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public void execute(JobExecutionContext context) {
        verifier.verify(Viewer.engine(), VerificationProgress.silent());
    }
}
