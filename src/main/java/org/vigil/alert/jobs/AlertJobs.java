package org.vigil.alert.jobs;

import java.time.Duration;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigil.shared.jobs.FixedJobs;

/** When e-mails go out. The alerts' own sweep runs with the clocks' sweep. */
@Configuration(proxyBeanMethods = false)
class AlertJobs {

    private static final Duration MAIL_EVERY = Duration.ofSeconds(10);

    @Bean
    JobDetail alertMailJob() {
        return FixedJobs.job(AlertMailJob.class, "alert-mail");
    }

    @Bean
    Trigger alertMailTrigger(@Qualifier("alertMailJob") JobDetail alertMailJob) {
        return FixedJobs.every(alertMailJob, MAIL_EVERY);
    }
}
