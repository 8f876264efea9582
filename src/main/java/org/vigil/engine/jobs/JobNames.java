package org.vigil.engine.jobs;

import org.quartz.JobKey;

/** What a job is called outside Quartz: in its heartbeat and in the alert about it. */
final class JobNames {

    private JobNames() {}

    /** "deadline-sweep", or "audit-verify" for the job "verify" of the group "audit". */
    static String of(JobKey job) {
        return job.getGroup().equals(JobKey.DEFAULT_GROUP) ? job.getName() : job.getGroup() + "-" + job.getName();
    }
}
