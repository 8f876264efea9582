package org.vigil.shared.jobs;

import java.time.Duration;
import java.time.LocalTime;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

/**
 * Builds the beans by which a module declares a job: kept in the store, run again when its node dies, never by a local
 * clock. A firing that was missed runs once, at once, and the job itself finds what is due: nothing hangs on one firing. A
 * night that no node saw is made up for after the next start, by the engine's watch and not by Quartz.
 * Each job class carries {@code @DisallowConcurrentExecution}.
 */
public final class FixedJobs {

    private FixedJobs() {}

    /** A job by its name in the store, which is also its name in the heartbeat table. */
    public static JobDetail job(Class<? extends Job> type, String name) {
        return JobBuilder.newJob(type)
                .withIdentity(name)
                .storeDurably()
                .requestRecovery()
                .build();
    }

    /** Fires the job at a fixed interval. */
    public static Trigger every(JobDetail job, Duration interval) {
        return TriggerBuilder.newTrigger()
                .forJob(job)
                .withIdentity(job.getKey().getName())
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(interval.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNowWithExistingCount())
                .build();
    }

    /** Fires the job once a day at a time in UTC: a London time near one o'clock is skipped or doubled twice a year. */
    public static Trigger daily(JobDetail job, LocalTime utc) {
        return TriggerBuilder.newTrigger()
                .forJob(job)
                .withIdentity(job.getKey().getName())
                .withSchedule(CronScheduleBuilder.dailyAtHourAndMinute(utc.getHour(), utc.getMinute())
                        .inTimeZone(TimeZone.getTimeZone("UTC"))
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
    }
}
