package org.vigil.engine.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.quartz.autoconfigure.QuartzTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigil.engine.EngineState;
import org.vigil.engine.EngineStatus;
import org.vigil.engine.Heartbeat;
import org.vigil.engine.data.EngineQueries;
import org.vigil.engine.rules.TriggerVerdict;

/**
 * Watches the fixed jobs from outside Quartz, on every node. Quartz parks a trigger in ERROR for ever after one failure to
 * create its job and says nothing; a firing can be lost with a node. What is found is repaired, and raised as an alert.
 */
@Component
class Watchdog {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final Scheduler scheduler;
    private final TransactionTemplate quartz;
    private final Heartbeat heartbeat;
    private final EngineQueries queries;
    private final EngineAlerts alerts;
    private final Clock clock;
    private final Map<JobKey, JobDetail> jobs = new LinkedHashMap<>();
    private final List<Trigger> triggers;
    private final MissedRuns missed;
    private final Map<JobKey, Instant> madeUp = new HashMap<>();
    private @Nullable Instant takingPartSince;

    @Autowired
    Watchdog(
            Scheduler scheduler,
            @QuartzTransactionManager PlatformTransactionManager quartzTransactions,
            Heartbeat heartbeat,
            EngineQueries queries,
            EngineAlerts alerts,
            @Qualifier("nodeClock") Clock clock,
            ObjectProvider<JobDetail> jobDetails,
            ObjectProvider<Trigger> triggerBeans) {
        this(
                scheduler,
                quartzTransactions,
                heartbeat,
                queries,
                alerts,
                clock,
                jobDetails.orderedStream().toList(),
                triggerBeans.orderedStream().toList());
    }

    Watchdog(
            Scheduler scheduler,
            PlatformTransactionManager quartzTransactions,
            Heartbeat heartbeat,
            EngineQueries queries,
            EngineAlerts alerts,
            Clock clock,
            List<JobDetail> fixedJobs,
            List<Trigger> fixedTriggers) {
        this.scheduler = scheduler;
        this.quartz = new TransactionTemplate(quartzTransactions);
        this.heartbeat = heartbeat;
        this.queries = queries;
        this.alerts = alerts;
        this.clock = clock;
        fixedJobs.forEach(job -> jobs.put(job.getKey(), job));
        this.triggers = List.copyOf(fixedTriggers);
        this.missed = new MissedRuns(scheduler);
    }

    /** One round over all fixed jobs; does nothing while this node stands by, since its own clock may be the fault. */
    void look() throws SchedulerException {
        if (scheduler.isInStandbyMode()) {
            takingPartSince = null;
            return;
        }
        if (takingPartSince == null) {
            takingPartSince = clock.instant();
        }
        var failing = new LinkedHashMap<String, String>();
        var well = new ArrayList<String>();
        var beats = queries.beats();
        for (var trigger : triggers) {
            var job = JobNames.of(trigger.getJobKey());
            var verdict = Objects.requireNonNull(quartz.execute(status -> judgeAndRepair(trigger)));
            var beat = beats.get(job);
            var thrown = beat == null ? null : beat.problem();
            makeUp(trigger, beat == null ? null : beat.finishedAt());
            if (verdict != TriggerVerdict.WELL) {
                failing.put(job, describe(job, verdict));
                LOG.error("{}", failing.get(job));
            } else if (thrown != null) {
                failing.put(job, thrown);
            } else {
                well.add(job);
            }
        }
        watchHeartbeat(failing, well);
        alerts.settle(failing, well);
    }

    /** Once in its interval at most, so that a job which fails is not run over and over. */
    private void makeUp(Trigger wanted, @Nullable Instant finishedAt) {
        var now = clock.instant();
        var interval = interval(wanted);
        var asked = madeUp.get(wanted.getJobKey());
        if (!MissedRuns.isMissed(interval, finishedAt, now) || asked != null && now.isBefore(asked.plus(interval))) {
            return;
        }
        quartz.executeWithoutResult(status -> {
            try {
                missed.makeUp(wanted, finishedAt, now);
            } catch (SchedulerException problem) {
                throw new IllegalStateException(wanted.getKey() + " could not be made up for", problem);
            }
        });
        madeUp.put(wanted.getJobKey(), now);
    }

    private void watchHeartbeat(Map<String, String> failing, List<String> well) {
        var status = heartbeat.status();
        if (status.state() == EngineState.STALE && hasHadTime()) {
            failing.put("heartbeat", Objects.requireNonNull(status.problem()));
        } else if (status.state() == EngineState.UP) {
            well.add("heartbeat");
        }
    }

    /** After a restart nothing was checked for a while: that is no alert unless this node doesn't make up for it. */
    private boolean hasHadTime() {
        var since = takingPartSince;
        return since != null && clock.instant().isAfter(since.plus(EngineStatus.STALE_AFTER));
    }

    private TriggerVerdict judgeAndRepair(Trigger wanted) {
        try {
            var held = scheduler.getTrigger(wanted.getKey());
            var condition = held == null
                    ? TriggerVerdict.Condition.MISSING
                    : condition(scheduler.getTriggerState(wanted.getKey()));
            var next = held == null || held.getNextFireTime() == null ? null : held.getNextFireTime().toInstant();
            var verdict = TriggerVerdict.of(condition, next, interval(wanted), clock.instant());
            repair(wanted, verdict);
            return verdict;
        } catch (SchedulerException problem) {
            throw new IllegalStateException("The state of " + wanted.getKey() + " could not be read or mended", problem);
        }
    }

    private void repair(Trigger wanted, TriggerVerdict verdict) throws SchedulerException {
        switch (verdict) {
            case WELL -> {}
            case RESET -> scheduler.resetTriggerFromErrorState(wanted.getKey());
            case RESUME -> scheduler.resumeTrigger(wanted.getKey());
            case RESCHEDULE -> scheduler.rescheduleJob(wanted.getKey(), fromNow(wanted));
            case REGISTER -> {
                scheduler.addJob(Objects.requireNonNull(jobs.get(wanted.getJobKey())), true);
                scheduler.scheduleJob(fromNow(wanted));
            }
        }
    }

    private Trigger fromNow(Trigger wanted) {
        return wanted.getTriggerBuilder().startAt(Date.from(clock.instant())).build();
    }

    private static TriggerVerdict.Condition condition(Trigger.TriggerState state) {
        return switch (state) {
            case NONE, COMPLETE -> TriggerVerdict.Condition.MISSING;
            case ERROR -> TriggerVerdict.Condition.ERROR;
            case PAUSED -> TriggerVerdict.Condition.PAUSED;
            case BLOCKED -> TriggerVerdict.Condition.RUNNING;
            case NORMAL -> TriggerVerdict.Condition.WAITING;
        };
    }

    /** The time between the next two firings, whatever kind of trigger it is. */
    static Duration interval(Trigger trigger) {
        var first = trigger.getFireTimeAfter(trigger.getStartTime());
        var second = first == null ? null : trigger.getFireTimeAfter(first);
        return second == null ? Duration.ofDays(1) : Duration.between(first.toInstant(), second.toInstant());
    }

    private static String describe(String job, TriggerVerdict verdict) {
        return switch (verdict) {
            case WELL -> throw new IllegalArgumentException("nothing to describe");
            case RESET -> "The job " + job + " could not be created and had been given up; it was started again.";
            case RESUME -> "The job " + job + " had been paused; it was started again.";
            case RESCHEDULE -> "The job " + job + " had not run when it should have; it was started again.";
            case REGISTER -> "The job " + job + " was missing; it was added again.";
        };
    }
}
