package org.vigil.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.db.generated.Tables.DEADLINE_RUNG;
import static org.vigil.db.generated.Tables.ENGINE_HEARTBEAT;

import java.time.Duration;
import java.util.Properties;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.impl.StdSchedulerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.DatabaseClock;
import org.vigil.db.Transactions;
import org.vigil.deadline.Clockwork;
import org.vigil.deadline.jobs.DeadlineSweep;
import org.vigil.engine.Heartbeat;
import org.vigil.engine.data.EngineStore;
import org.vigil.shared.jobs.JobCounts;
import org.vigil.testkit.Databases;
import org.vigil.testkit.VigilTest;

/** A scheduler without jobs: Quartz as it is when it has given the sweep up. */
@VigilTest
class StandInTest {

    @Autowired
    private Heartbeat heartbeat;

    @Autowired
    private DeadlineSweep sweep;

    @Autowired
    private DatabaseClock clock;

    @Autowired
    private Transactions transactions;

    @Autowired
    private EngineStore store;

    @Autowired
    private Clockwork clockwork;

    @Autowired
    private DSLContext sql;

    @Autowired
    private Databases databases;

    private Scheduler scheduler;
    private StandIn standIn;
    private long overdue;

    @BeforeEach
    void a_clock_is_overdue() throws Exception {
        var settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "without-jobs");
        settings.setProperty("org.quartz.threadPool.threadCount", "1");
        scheduler = new StdSchedulerFactory(settings).getScheduler();
        scheduler.start();
        standIn = new StandIn(scheduler, heartbeat, sweep, clock, transactions, store);
        var now = clock.now();
        var call = clockwork.call();
        clockwork.open("CRIME_RECORDING", call, now.minus(Duration.ofHours(25)), now);
        overdue = clockwork.only(call).id();
    }

    @AfterEach
    void stop() throws Exception {
        scheduler.shutdown();
        try (var owner = databases.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("DELETE FROM engine_heartbeat");
        }
        heartbeat.refresh();
    }

    @Test
    void it_sweeps_and_says_so_when_no_node_has_for_three_intervals() throws Exception {
        lastSweptAgo(StandIn.PATIENCE.plusSeconds(1));
        standIn.look();
        assertThat(fired()).isPositive();
        assertThat(heartbeat.status().age()).isLessThan(StandIn.PATIENCE);
        assertThat(sql.fetchOne(ENGINE_HEARTBEAT).getNode()).isEqualTo(scheduler.getSchedulerInstanceId());
    }

    @Test
    void it_sweeps_when_no_node_ever_has() throws Exception {
        heartbeat.refresh();
        standIn.look();
        assertThat(fired()).isPositive();
    }

    @Test
    void it_leaves_the_sweep_to_quartz_while_quartz_does_it() throws Exception {
        lastSweptAgo(Duration.ZERO);
        standIn.look();
        assertThat(fired()).isZero();
    }

    @Test
    void a_node_that_stands_by_sweeps_nothing() throws Exception {
        lastSweptAgo(StandIn.PATIENCE.plusSeconds(1));
        scheduler.standby();
        standIn.look();
        assertThat(fired()).isZero();
    }

    private void lastSweptAgo(Duration age) {
        var then = clock.now().minus(age);
        transactions.run(() -> store.beat(Heartbeat.SWEEP, then, "another", JobCounts.NONE));
        heartbeat.refresh();
    }

    private int fired() {
        return sql.fetchCount(DEADLINE_RUNG, DEADLINE_RUNG.DEADLINE_ID.eq(overdue));
    }
}
