package org.vigil.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.spi.OperableTrigger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.quartz.autoconfigure.QuartzDataSource;
import org.springframework.scheduling.quartz.LocalDataSourceJobStore;
import org.vigil.engine.EngineProperties;
import org.vigil.engine.Heartbeat;
import org.vigil.testkit.VigilTest;

@VigilTest
class QuartzConfigurationTest {

    @Autowired
    private Scheduler scheduler;

    @Autowired
    @QuartzDataSource
    private HikariDataSource quartzPool;

    @Autowired
    private EngineProperties properties;

    @Autowired
    private List<JobDetail> jobs;

    @Autowired
    private List<Trigger> triggers;

    @Test
    void the_store_is_clustered_in_the_database_and_waits_for_the_guard_before_it_starts() throws SchedulerException {
        var quartz = scheduler.getMetaData();
        assertThat(quartz.getJobStoreClass()).isEqualTo(LocalDataSourceJobStore.class);
        assertThat(quartz.isJobStoreClustered()).isTrue();
        assertThat(quartz.getThreadPoolSize()).isEqualTo(properties.threads());
        assertThat(scheduler.getSchedulerName()).isEqualTo("vigil");
        assertThat(scheduler.getSchedulerInstanceId()).isNotEqualTo("NON_CLUSTERED");
        assertThat(scheduler.isStarted()).isFalse();
    }

    @Test
    void the_settings_that_were_measured_are_set() {
        assertThat(QuartzConfiguration.settings(properties))
                .containsEntry("org.quartz.jobStore.acquireTriggersWithinLock", "true")
                .containsEntry("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", "20")
                .containsEntry("org.quartz.jobStore.clusterCheckinInterval", "2000")
                .containsEntry("org.quartz.jobStore.dbRetryInterval", "2000")
                .containsEntry("org.quartz.scheduler.idleWaitTime", "2000")
                .containsEntry("org.quartz.scheduler.dbFailureRetryInterval", "2000")
                .containsEntry("org.quartz.jobStore.useProperties", "true")
                .containsEntry("org.quartz.scheduler.instanceId", "AUTO");
    }

    @Test
    void its_own_pool_is_small_reads_committed_rows_and_never_waits_for_ever() throws SQLException {
        assertThat(quartzPool.getMaximumPoolSize()).isLessThanOrEqualTo(10);
        assertThat(quartzPool.getConnectionTimeout()).isEqualTo(5_000);
        try (var connection = quartzPool.getConnection()) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            assertThat(connection.getNetworkTimeout()).isEqualTo(10_000);
        }
    }

    @Test
    void every_job_is_really_in_the_store_survives_its_node_and_never_runs_beside_itself() throws SchedulerException {
        assertThat(jobs).extracting(job -> job.getKey().getName()).contains(Heartbeat.SWEEP);
        for (var job : jobs) {
            var held = scheduler.getJobDetail(job.getKey());
            assertThat(held).as(job.getKey().toString()).isNotNull();
            assertThat(held.isConcurrentExecutionDisallowed()).as(job.getKey() + " alone").isTrue();
            assertThat(held.requestsRecovery()).as(job.getKey() + " recovers").isTrue();
            assertThat(scheduler.getTriggersOfJob(job.getKey())).as(job.getKey() + " fires").isNotEmpty();
        }
    }

    @Test
    void no_trigger_follows_a_local_clock() {
        assertThat(triggers).isNotEmpty();
        assertThat(triggers).allSatisfy(trigger -> assertThat(followsLocalClock(trigger)).as("%s", trigger).isFalse());
    }

    @Test
    void a_london_cron_would_be_found() {
        var london = TriggerBuilder.newTrigger()
                .withSchedule(CronScheduleBuilder.cronSchedule("0 30 1 * * ?")
                        .inTimeZone(TimeZone.getTimeZone("Europe/London")))
                .build();
        assertThat(followsLocalClock(london)).isTrue();
        assertThat(longestGap(london, LocalDate.of(2027, 3, 27))).isGreaterThan(Duration.ofHours(24));
    }

    @ParameterizedTest(name = "around the clock change of {0}")
    @ValueSource(strings = {"2026-10-25", "2027-03-28"})
    void neither_clock_change_keeps_a_job_from_firing(LocalDate change) {
        for (var trigger : triggers) {
            assertThat(longestGap(trigger, change.minusDays(1)))
                    .as("%s", trigger)
                    .isLessThanOrEqualTo(Watchdog.interval(trigger));
        }
    }

    private static boolean followsLocalClock(Trigger trigger) {
        return switch (trigger) {
            case SimpleTrigger interval -> false;
            case CronTrigger cron -> !List.of("UTC", "GMT").contains(cron.getTimeZone().getID());
            default -> true;
        };
    }

    /** The longest time between two firings within three days of a day's start. */
    private static Duration longestGap(Trigger trigger, LocalDate from) {
        var start = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        var end = start.plus(Duration.ofDays(3));
        var copy = (OperableTrigger) trigger.getTriggerBuilder().startAt(Date.from(start)).endAt(null).build();
        var fires = Stream.iterate(
                        copy.computeFirstFireTime(null), fire -> fire.toInstant().isBefore(end), copy::getFireTimeAfter)
                .map(Date::toInstant)
                .toList();
        var longest = Duration.ZERO;
        Instant earlier = null;
        for (var fire : fires) {
            if (earlier != null && Duration.between(earlier, fire).compareTo(longest) > 0) {
                longest = Duration.between(earlier, fire);
            }
            earlier = fire;
        }
        return longest;
    }
}
