package org.vigil.casework.jobs;

import java.time.Duration;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigil.shared.jobs.FixedJobs;

/** When the cases module looks at its cases. */
@Configuration(proxyBeanMethods = false)
class CaseJobs {

    @Bean
    JobDetail caseWatchJob() {
        return FixedJobs.job(CaseWatchJob.class, "case-watch");
    }

    @Bean
    Trigger caseWatchTrigger(@Qualifier("caseWatchJob") JobDetail caseWatchJob) {
        return FixedJobs.every(caseWatchJob, Duration.ofMinutes(1));
    }
}
