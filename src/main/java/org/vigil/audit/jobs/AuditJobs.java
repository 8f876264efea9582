package org.vigil.audit.jobs;

import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the log is checked and anchored: in UTC or by interval, never on a London time near 01:00. */
@Configuration(proxyBeanMethods = false)
class AuditJobs {

    static final String GROUP = "audit";

    @Bean
    JobDetail auditVerifyJob() {
        return JobBuilder.newJob(VerifyJob.class)
                .withIdentity("verify", GROUP)
                .withDescription("Checks the audit log each night at 02:30 UTC")
                .requestRecovery()
                .storeDurably()
                .build();
    }

    /** A night that no node saw is made up for soon after the next start, by the engine's watch. */
    @Bean
    Trigger auditVerifyTrigger(@Qualifier("auditVerifyJob") JobDetail auditVerifyJob) {
        return TriggerBuilder.newTrigger()
                .forJob(auditVerifyJob)
                .withIdentity("verify", GROUP)
                .withSchedule(CronScheduleBuilder.cronSchedule("0 30 2 * * ?")
                        .inTimeZone(TimeZone.getTimeZone("UTC"))
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
    }

    @Bean
    JobDetail auditAnchorJob() {
        return JobBuilder.newJob(AnchorJob.class)
                .withIdentity("anchor", GROUP)
                .withDescription("Writes the audit log's ends down outside the database each hour")
                .requestRecovery()
                .storeDurably()
                .build();
    }

    @Bean
    Trigger auditAnchorTrigger(@Qualifier("auditAnchorJob") JobDetail auditAnchorJob) {
        return TriggerBuilder.newTrigger()
                .forJob(auditAnchorJob)
                .withIdentity("anchor", GROUP)
                .withSchedule(SimpleScheduleBuilder.repeatHourlyForever()
                        .withMisfireHandlingInstructionNowWithExistingCount())
                .build();
    }
}
