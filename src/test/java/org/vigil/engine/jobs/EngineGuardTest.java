package org.vigil.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.impl.StdSchedulerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.DatabaseAccess;
import org.vigil.db.DatabaseClock;
import org.vigil.db.Transactions;
import org.vigil.engine.EngineProperties;
import org.vigil.engine.EngineState;
import org.vigil.engine.Heartbeat;
import org.vigil.engine.data.EngineQueries;
import org.vigil.engine.data.EngineStore;
import org.vigil.testkit.Databases;
import org.vigil.testkit.VigilTest;

@VigilTest
class EngineGuardTest {

    @Autowired
    private EngineQueries queries;

    @Autowired
    private EngineStore store;

    @Autowired
    private Transactions transactions;

    @Autowired
    private DatabaseClock databaseClock;

    @Autowired
    private EngineProperties properties;

    @Autowired
    private Heartbeat heartbeat;

    @Autowired
    private Databases databases;

    @Autowired
    private DatabaseAccess access;

    private final AtomicReference<Duration> skew = new AtomicReference<>(Duration.ZERO);
    private Scheduler scheduler;
    private EngineGuard guard;

    @BeforeEach
    void a_scheduler_of_its_own() throws Exception {
        var settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "guarded");
        settings.setProperty("org.quartz.scheduler.instanceId", "guarded-node");
        settings.setProperty("org.quartz.threadPool.threadCount", "1");
        scheduler = new StdSchedulerFactory(settings).getScheduler();
        var nodeClock = new Clock() {
            @Override
            public Instant instant() {
                return Clock.systemUTC().instant().plus(skew.get());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        guard = new EngineGuard(
                new NodeCheck(queries, databaseClock, nodeClock, properties),
                scheduler,
                heartbeat,
                store,
                transactions,
                databaseClock);
    }

    @AfterEach
    void end() throws Exception {
        scheduler.shutdown();
        heartbeat.standBy(null);
        execute("DELETE FROM engine_node WHERE node = 'guarded-node'");
        execute("DELETE FROM flyway_schema_history WHERE installed_rank = 9999");
        execute("DROP TABLE IF EXISTS not_durable");
    }

    @Test
    void the_scheduler_starts_on_a_sound_database_and_a_right_clock() throws Exception {
        assertThat(scheduler.isInStandbyMode()).isTrue();
        guard.look();
        assertThat(scheduler.isInStandbyMode()).isFalse();
        assertThat(text("SELECT standing_by FROM engine_node WHERE node = 'guarded-node'")).isEqualTo("0");
    }

    @Test
    void a_clock_that_goes_wrong_stops_it_and_a_clock_that_is_set_right_starts_it_again() throws Exception {
        guard.look();
        for (var wrong : new Duration[] {Duration.ofSeconds(5), Duration.ofSeconds(-5)}) {
            skew.set(wrong);
            guard.look();
            assertThat(scheduler.isInStandbyMode()).isTrue();
            assertThat(heartbeat.status().state()).isEqualTo(EngineState.STANDBY);
            assertThat(heartbeat.status().problem()).contains("The clock of this server is 5 s");
            assertThat(text("SELECT problem FROM engine_node WHERE node = 'guarded-node'")).contains("5 s");
            skew.set(Duration.ZERO);
            guard.look();
            assertThat(scheduler.isInStandbyMode()).as("checks again").isFalse();
            assertThat(heartbeat.status().state()).isNotEqualTo(EngineState.STANDBY);
        }
    }

    @Test
    void a_schema_that_a_newer_console_made_stops_it() throws Exception {
        guard.look();
        execute("INSERT INTO flyway_schema_history SELECT 9999, '9999', 'newer', 'SQL', 'V9999__newer.sql', 0, 'test',"
                + " utc_timestamp(), 0, 1");
        guard.look();
        assertThat(scheduler.isInStandbyMode()).isTrue();
        assertThat(heartbeat.status().problem()).contains("schema is at version 9999");
    }

    @Test
    void a_table_without_transactions_stops_it_before_it_starts() throws Exception {
        execute("CREATE TABLE not_durable (id INT) ENGINE = Aria");
        execute("GRANT SELECT ON not_durable TO '" + access.user() + "'@'127.0.0.1'");
        guard.look();
        assertThat(scheduler.isInStandbyMode()).isTrue();
        assertThat(heartbeat.status().problem()).contains("not_durable");
    }

    private void execute(String sql) throws Exception {
        try (var owner = databases.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws Exception {
        try (var owner = databases.asOwner();
                var statement = owner.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
