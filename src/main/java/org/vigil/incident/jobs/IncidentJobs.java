package org.vigil.incident.jobs;

import java.time.Duration;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigil.shared.jobs.FixedJobs;

/** When the calls module looks at its feeds, and at who is who in its calls. */
@Configuration(proxyBeanMethods = false)
class IncidentJobs {

    @Bean
    JobDetail feedWatchJob() {
        return FixedJobs.job(FeedWatchJob.class, "feed-watch");
    }

    @Bean
    Trigger feedWatchTrigger(@Qualifier("feedWatchJob") JobDetail feedWatchJob) {
        return FixedJobs.every(feedWatchJob, Duration.ofMinutes(1));
    }

    @Bean
    JobDetail peopleOfCallsJob() {
        return FixedJobs.job(PeopleOfCallsJob.class, "people-of-calls");
    }

    @Bean
    Trigger peopleOfCallsTrigger(@Qualifier("peopleOfCallsJob") JobDetail peopleOfCallsJob) {
        return FixedJobs.every(peopleOfCallsJob, Duration.ofSeconds(3));
    }
}
