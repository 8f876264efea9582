package org.vigil.person.jobs;

import java.time.Duration;
import java.time.LocalTime;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigil.shared.jobs.FixedJobs;

/** When people's retention is worked out, and what an erasure leaves to the engine is done. */
@Configuration(proxyBeanMethods = false)
class PersonJobs {

    @Bean
    JobDetail retentionJob() {
        return FixedJobs.job(RetentionJob.class, "person-retention");
    }

    @Bean
    Trigger retentionTrigger(@Qualifier("retentionJob") JobDetail retentionJob) {
        return FixedJobs.daily(retentionJob, LocalTime.of(3, 10));
    }

    @Bean
    JobDetail erasedValuesJob() {
        return FixedJobs.job(ErasedValuesJob.class, "erased-values");
    }

    @Bean
    Trigger erasedValuesTrigger(@Qualifier("erasedValuesJob") JobDetail erasedValuesJob) {
        return FixedJobs.every(erasedValuesJob, Duration.ofMinutes(1));
    }

    @Bean
    JobDetail peopleOfPartiesJob() {
        return FixedJobs.job(PeopleOfPartiesJob.class, "people-of-parties");
    }

    @Bean
    Trigger peopleOfPartiesTrigger(@Qualifier("peopleOfPartiesJob") JobDetail peopleOfPartiesJob) {
        return FixedJobs.every(peopleOfPartiesJob, Duration.ofSeconds(3));
    }
}
