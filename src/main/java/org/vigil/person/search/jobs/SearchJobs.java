package org.vigil.person.search.jobs;

import java.time.Duration;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigil.shared.jobs.FixedJobs;

/** When the search's index is looked after. */
@Configuration(proxyBeanMethods = false)
class SearchJobs {

    @Bean
    JobDetail indexUpkeepJob() {
        return FixedJobs.job(IndexUpkeepJob.class, "search-index");
    }

    @Bean
    Trigger indexUpkeepTrigger(@Qualifier("indexUpkeepJob") JobDetail indexUpkeepJob) {
        return FixedJobs.every(indexUpkeepJob, Duration.ofMinutes(1));
    }
}
