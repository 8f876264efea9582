package org.vigil.shared.jobs;

/**
 * What a job's run did; a job sets it as its {@code JobExecutionContext}'s result, and the engine writes it into the
 * job's heartbeat.
 *
 * @param examined items looked at
 * @param raised items that something came of
 * @param failed items that failed and are tried again
 */
public record JobCounts(int examined, int raised, int failed) {
    public static final JobCounts NONE = new JobCounts(0, 0, 0);
}
