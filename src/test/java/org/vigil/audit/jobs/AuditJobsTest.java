package org.vigil.audit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartz.CronTrigger;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleTrigger;
import org.quartz.TriggerKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.testkit.VigilTest;

@VigilTest
class AuditJobsTest {

    @Autowired
    private Scheduler scheduler;

    @ParameterizedTest
    @CsvSource({
        "2040-10-27T12:00:00Z, 2040-10-28T02:30:00Z",
        "2040-10-28T12:00:00Z, 2040-10-29T02:30:00Z",
        "2040-03-24T12:00:00Z, 2040-03-25T02:30:00Z",
        "2040-06-21T02:29:59Z, 2040-06-21T02:30:00Z"
    })
    void the_log_is_checked_each_night_at_half_past_two_utc_whatever_the_clocks_do(Instant after, Instant next)
            throws SchedulerException {
        var trigger = (CronTrigger) scheduler.getTrigger(TriggerKey.triggerKey("verify", AuditJobs.GROUP));
        assertThat(trigger.getFireTimeAfter(Date.from(after)).toInstant()).isEqualTo(next);
        assertThat(trigger.getMisfireInstruction()).isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
        assertThat(scheduler.getJobDetail(JobKey.jobKey("verify", AuditJobs.GROUP)).requestsRecovery())
                .isTrue();
    }

    @Test
    void the_ends_of_the_log_are_written_down_outside_each_hour() throws SchedulerException {
        var trigger = (SimpleTrigger) scheduler.getTrigger(TriggerKey.triggerKey("anchor", AuditJobs.GROUP));
        assertThat(trigger.getRepeatInterval()).isEqualTo(3_600_000);
        assertThat(trigger.getRepeatCount()).isEqualTo(SimpleTrigger.REPEAT_INDEFINITELY);
    }
}
