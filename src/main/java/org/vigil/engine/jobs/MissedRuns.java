package org.vigil.engine.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes up for a nightly job that was missed while no node ran. Quartz forgets it: each start puts the fixed triggers into
 * the store anew, and with them the firing that was overdue.
 */
final class MissedRuns {

    private static final Logger LOG = LoggerFactory.getLogger(MissedRuns.class);
    private static final String GROUP = "made-up";
    /** What runs more often comes round by itself. */
    private static final Duration SELDOM = Duration.ofHours(2);
    /** A run may take its time: until then it counts as under way and not as missed. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final Scheduler scheduler;

    MissedRuns(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** @param finishedAt when the job last ran through, or null when it never did */
    static boolean isMissed(Duration interval, @Nullable Instant finishedAt, Instant now) {
        return interval.compareTo(SELDOM) >= 0
                && (finishedAt == null || finishedAt.isBefore(now.minus(interval).minus(GRACE)));
    }

    /** Fires the job of a trigger once, unless a node has asked for that already. */
    void makeUp(Trigger wanted, @Nullable Instant finishedAt, Instant now) throws SchedulerException {
        var once = TriggerBuilder.newTrigger()
                .forJob(wanted.getJobKey())
                .withIdentity(JobNames.of(wanted.getJobKey()), GROUP)
                .startAt(Date.from(now))
                .build();
        if (scheduler.checkExists(once.getKey())) {
            return;
        }
        try {
            scheduler.scheduleJob(once);
            LOG.info("The job {} last ran {} and is made up for", wanted.getJobKey(), finishedAt);
        } catch (ObjectAlreadyExistsException alreadyAsked) {
            LOG.debug("Another node has it run already", alreadyAsked);
        }
    }
}
