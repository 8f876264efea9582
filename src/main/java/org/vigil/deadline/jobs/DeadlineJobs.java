package org.vigil.deadline.jobs;

import java.time.Duration;
import java.time.LocalTime;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigil.shared.jobs.FixedJobs;

/** The jobs of this module: the sweep every two seconds, replanning each minute, a look at the calendar's end each night. */
@Configuration(proxyBeanMethods = false)
class DeadlineJobs {

    /** The name by which the heartbeat knows the sweep. */
    static final String SWEEP = "deadline-sweep";

    static final String CALENDAR = "deadline-calendar";
    static final String REPLAN = "deadline-replan";

    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(2);
    private static final Duration REPLAN_INTERVAL = Duration.ofMinutes(1);
    private static final LocalTime CALENDAR_UTC = LocalTime.of(4, 10);

    @Bean
    JobDetail deadlineSweepJob() {
        return FixedJobs.job(SweepJob.class, SWEEP);
    }

    @Bean
    Trigger deadlineSweepTrigger(@Qualifier("deadlineSweepJob") JobDetail job) {
        return FixedJobs.every(job, SWEEP_INTERVAL);
    }

    @Bean
    JobDetail deadlineReplanJob() {
        return FixedJobs.job(ReplanJob.class, REPLAN);
    }

    @Bean
    Trigger deadlineReplanTrigger(@Qualifier("deadlineReplanJob") JobDetail job) {
        return FixedJobs.every(job, REPLAN_INTERVAL);
    }

    @Bean
    JobDetail deadlineCalendarJob() {
        return FixedJobs.job(CalendarJob.class, CALENDAR);
    }

    @Bean
    Trigger deadlineCalendarTrigger(@Qualifier("deadlineCalendarJob") JobDetail job) {
        return FixedJobs.daily(job, CALENDAR_UTC);
    }
}
