package org.vigil.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.Trigger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.quartz.autoconfigure.QuartzDataSource;
import org.springframework.boot.quartz.autoconfigure.QuartzTransactionManager;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.vigil.db.DatabaseClock;
import org.vigil.db.Transactions;
import org.vigil.engine.EngineProperties;
import org.vigil.engine.EngineStatus;
import org.vigil.engine.Heartbeat;
import org.vigil.engine.data.EngineQueries;
import org.vigil.engine.data.EngineStore;
import org.vigil.shared.jobs.FixedJobs;
import org.vigil.shared.jobs.JobCounts;
import org.vigil.testkit.Databases;
import org.vigil.testkit.VigilTest;

/** A scheduler of its own on the real store, so that the console's own jobs keep still. */
@VigilTest
class WatchdogTest {

    private static final AtomicBoolean BROKEN = new AtomicBoolean();
    private static final AtomicBoolean THROWING = new AtomicBoolean();
    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final AtomicInteger NIGHTS = new AtomicInteger();
    private static final String ALERT = "FROM alert WHERE kind = 'ENGINE_JOB_FAILED' AND dedup_key = 'ENGINE_JOB:watched'";

    @Autowired
    private ApplicationContext context;

    @Autowired
    @QuartzDataSource
    private HikariDataSource pool;

    @Autowired
    @QuartzTransactionManager
    private PlatformTransactionManager transactions;

    @Autowired
    private Heartbeat heartbeat;

    @Autowired
    private EngineQueries queries;

    @Autowired
    private EngineStore store;

    @Autowired
    private EngineAlerts alerts;

    @Autowired
    private EngineProperties properties;

    @Autowired
    private Transactions writes;

    @Autowired
    private DatabaseClock databaseClock;

    @Autowired
    private Databases databases;

    private final JobDetail job = FixedJobs.job(Watched.class, "watched");
    private final Trigger trigger = FixedJobs.every(job, Duration.ofMillis(200));
    private SchedulerFactoryBean factory;
    private Scheduler scheduler;
    private Watchdog watchdog;

    /** A job that fails as it is told. */
    @DisallowConcurrentExecution
    public static final class Watched implements Job {

        public Watched() {
            if (BROKEN.get()) {
                throw new IllegalStateException("can't be created, by order");
            }
        }

        @Override
        public void execute(JobExecutionContext run) {
            RUNS.incrementAndGet();
            if (THROWING.get()) {
                throw new IllegalStateException("throws, by order");
            }
        }
    }

    /** A job that runs once a day. */
    @DisallowConcurrentExecution
    public static final class Nightly implements Job {

        @Override
        public void execute(JobExecutionContext run) {
            NIGHTS.incrementAndGet();
        }
    }

    @BeforeEach
    void start() throws Exception {
        BROKEN.set(false);
        THROWING.set(false);
        RUNS.set(0);
        var jobs = new EngineJobFactory();
        jobs.setApplicationContext(context);
        var settings = new Properties();
        settings.putAll(QuartzConfiguration.settings(properties));
        factory = new SchedulerFactoryBean();
        factory.setDataSource(pool);
        factory.setTransactionManager(transactions);
        factory.setSchedulerName("watched");
        factory.setQuartzProperties(settings);
        factory.setJobFactory(jobs);
        factory.setGlobalJobListeners(new JobWatch(store, alerts, writes, databaseClock));
        factory.setJobDetails(job);
        factory.setTriggers(trigger);
        factory.setOverwriteExistingJobs(true);
        // As the console does: a job cut off would be run again by the next scheduler, in the midst of another test.
        factory.setWaitForJobsToCompleteOnShutdown(true);
        factory.setAutoStartup(false);
        factory.afterPropertiesSet();
        scheduler = factory.getScheduler();
        watchdog = new Watchdog(
                scheduler, transactions, heartbeat, queries, alerts, Clock.systemUTC(), List.of(job), List.of(trigger));
        scheduler.start();
    }

    @AfterEach
    void stop() throws Exception {
        scheduler.clear();
        factory.destroy();
        try (var owner = databases.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("DELETE FROM engine_heartbeat");
            statement.execute("DELETE FROM QRTZ_SCHEDULER_STATE WHERE SCHED_NAME = 'watched'");
        }
    }

    @Test
    void a_job_that_can_not_be_created_is_given_up_by_quartz_and_started_again_by_the_watch() throws Exception {
        awaitRuns(1);
        BROKEN.set(true);
        awaitState(Trigger.TriggerState.ERROR);
        watchdog.look();
        assertThat(number("SELECT COUNT(*) " + ALERT)).isEqualTo(1);
        awaitState(Trigger.TriggerState.ERROR);
        watchdog.look();
        assertThat(number("SELECT COUNT(*) " + ALERT)).as("still one alert").isEqualTo(1);
        BROKEN.set(false);
        var before = RUNS.get();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            watchdog.look();
            return RUNS.get() >= before + 2;
        });
        watchdog.look();
        assertThat(number("SELECT COUNT(*) " + ALERT)).as("resolved by itself").isZero();
    }

    @Test
    void a_job_that_throws_is_one_alert_until_it_runs_through_again() throws Exception {
        THROWING.set(true);
        awaitRuns(3);
        awaitNumber("SELECT COUNT(*) " + ALERT, 1);
        watchdog.look();
        assertThat(number("SELECT COUNT(*) " + ALERT)).isEqualTo(1);
        THROWING.set(false);
        awaitNumber("SELECT COUNT(*) FROM engine_heartbeat WHERE job = 'watched' AND problem IS NULL", 1);
        watchdog.look();
        assertThat(number("SELECT COUNT(*) " + ALERT)).isZero();
    }

    @Test
    void a_job_that_is_missing_is_added_again() throws Exception {
        scheduler.deleteJob(job.getKey());
        var before = RUNS.get();
        watchdog.look();
        awaitRuns(before + 2);
    }

    @Test
    void a_job_that_somebody_paused_goes_on() throws Exception {
        scheduler.pauseTrigger(trigger.getKey());
        watchdog.look();
        awaitRuns(RUNS.get() + 2);
    }

    @Test
    void a_firing_that_was_lost_with_its_node_is_made_up_for() throws Exception {
        scheduler.standby();
        execute("UPDATE QRTZ_TRIGGERS SET TRIGGER_STATE = 'ACQUIRED', NEXT_FIRE_TIME = NEXT_FIRE_TIME - 60000"
                + " WHERE SCHED_NAME = 'watched'");
        scheduler.start();
        var before = RUNS.get();
        watchdog.look();
        awaitRuns(before + 2);
    }

    @Test
    void a_node_that_stands_by_mends_nothing() throws Exception {
        scheduler.standby();
        scheduler.deleteJob(job.getKey());
        watchdog.look();
        assertThat(scheduler.checkExists(job.getKey())).isFalse();
    }

    @Test
    void a_stale_heartbeat_is_an_alert_once_this_node_has_itself_had_the_time_to_check() throws Exception {
        var stale = "SELECT COUNT(*) FROM alert WHERE dedup_key = 'ENGINE_JOB:heartbeat'";
        var now = new AtomicReference<>(Instant.parse("2026-03-03T12:00:00Z"));
        InstantSource source = now::get;
        var watch = new Watchdog(
                scheduler,
                transactions,
                heartbeat,
                queries,
                alerts,
                source.withZone(ZoneOffset.UTC),
                List.of(job),
                List.of(trigger));
        lastSwept(databaseClock.now().minus(EngineStatus.STALE_AFTER).minusSeconds(5));
        watch.look();
        assertThat(number(stale)).as("just started").isZero();
        now.set(now.get().plus(EngineStatus.STALE_AFTER).plusSeconds(1));
        watch.look();
        assertThat(number(stale)).as("half a minute later").isEqualTo(1);
        lastSwept(databaseClock.now());
        watch.look();
        assertThat(number(stale)).as("swept").isZero();
    }

    private void lastSwept(Instant at) {
        writes.run(() -> store.beat(Heartbeat.SWEEP, at, "another", JobCounts.NONE));
        heartbeat.refresh();
    }

    @Test
    void a_nightly_job_that_no_node_saw_is_made_up_for_once() throws Exception {
        var nightly = FixedJobs.job(Nightly.class, "nightly");
        var inHalfADay = LocalTime.now(ZoneOffset.UTC).plusHours(12).truncatedTo(ChronoUnit.MINUTES);
        var trigger = FixedJobs.daily(nightly, inHalfADay);
        scheduler.scheduleJob(nightly, trigger);
        NIGHTS.set(0);
        watchdog = new Watchdog(
                scheduler, transactions, heartbeat, queries, alerts, Clock.systemUTC(), List.of(nightly), List.of(trigger));
        beat("INTERVAL 24 HOUR");
        watchdog.look();
        assertThat(scheduler.getTriggersOfJob(nightly.getKey())).as("it is due in half a day").hasSize(1);

        beat("INTERVAL 26 HOUR");
        watchdog.look();
        watchdog.look();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> NIGHTS.get() >= 1);
        awaitNumber("SELECT COUNT(*) FROM engine_heartbeat WHERE job = 'nightly' AND finished_at > UTC_TIMESTAMP(6)"
                + " - INTERVAL 1 HOUR", 1);
        watchdog.look();
        assertThat(scheduler.getTriggersOfJob(nightly.getKey())).hasSize(1);
        assertThat(NIGHTS).hasValue(1);
    }

    private void beat(String ago) throws Exception {
        execute("REPLACE INTO engine_heartbeat (job, finished_at, node, examined, raised, failed) VALUES ('nightly',"
                + " UTC_TIMESTAMP(6) - " + ago + ", 'test', 0, 0, 0)");
    }

    private void awaitRuns(int runs) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> RUNS.get() >= runs);
    }

    private void awaitState(Trigger.TriggerState state) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> scheduler.getTriggerState(trigger.getKey()) == state);
    }

    private void awaitNumber(String sql, long wanted) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> number(sql) == wanted);
    }

    private long number(String sql) throws Exception {
        try (var owner = databases.asOwner();
                var statement = owner.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws Exception {
        try (var owner = databases.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
