package org.vigil.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/**
 * What can go wrong, each ending only when both consoles are whole again. The limits: 15 s after a node is lost; 10 s
 * beyond a short outage of the database and 45 s beyond a long one, the server's own start and recovery included.
 */
public enum Fault {
    NODE_KILLED_IDLE(Duration.ofSeconds(15)) {
        @Override
        void inflict(FaultCluster cluster, Random random) throws Exception {
            var node = cluster.nodes().get(random.nextInt(2));
            node.kill();
            node.relaunch();
        }
    },
    NODE_KILLED_IN_A_BATCH(Duration.ofSeconds(15)) {
        @Override
        void inflict(FaultCluster cluster, Random random) throws Exception {
            var from = cluster.now().plusMillis(500);
            cluster.seeds().add(1_000, from, Duration.ZERO);
            var node = Awaitility.await("a sweep in the midst of 1,000")
                    .atMost(Duration.ofSeconds(20))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(2))
                    .until(
                            () -> cluster.now().isAfter(from)
                                    ? cluster.sweeping()
                                    : Optional.<FaultNode>empty(),
                            Optional::isPresent)
                    .orElseThrow();
            node.kill();
            node.relaunch();
        }
    },
    NODE_KILLED_BETWEEN_CLAIM_AND_COMMIT(Duration.ofSeconds(15)) {
        @Override
        void inflict(FaultCluster cluster, Random random) {
            var parked = park(cluster);
            parked.kill();
            parked.relaunch();
        }
    },
    /**
     * As when a virtual machine is moved, at the worst moment: the node stops with its claims uncommitted, and comes back
     * to go on with what its peer has long taken over.
     */
    NODE_PAUSED_30_S(Duration.ofSeconds(15)) {
        @Override
        void inflict(FaultCluster cluster, Random random) {
            var node = park(cluster);
            node.pause();
            rest(Duration.ofSeconds(30));
            node.cancel("park");
            node.goOn();
        }
    },
    DATABASE_KILLED(Duration.ofSeconds(10)) {
        @Override
        void inflict(FaultCluster cluster, Random random) {
            away(cluster, Duration.ZERO);
        }
    },
    DATABASE_AWAY_10_S(Duration.ofSeconds(10)) {
        @Override
        void inflict(FaultCluster cluster, Random random) {
            away(cluster, Duration.ofSeconds(10));
        }
    },
    /** Longer than Quartz's own misfire threshold: bare Quartz was measured to drop every firing of it. */
    DATABASE_AWAY_75_S(Duration.ofSeconds(45)) {
        @Override
        void inflict(FaultCluster cluster, Random random) {
            away(cluster, Duration.ofSeconds(75));
        }
    },
    /** Connections stay open and nothing answers: only the driver's own timeout ends the wait. */
    DATABASE_HUNG(Duration.ofSeconds(10)) {
        @Override
        void inflict(FaultCluster cluster, Random random) {
            var from = System.nanoTime();
            cluster.database().hang();
            try {
                Awaitility.await("both consoles say that the database does not answer")
                        .atMost(Duration.ofSeconds(25))
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> cluster.nodes().stream()
                                .allMatch(node -> node.get("/heartbeat").contains("\"state\":\"DOWN\"")));
                rest(Duration.ofSeconds(2));
            } finally {
                cluster.database().goOn();
                cluster.outage(Duration.ofNanos(System.nanoTime() - from));
            }
        }
    },
    CLOCK_AHEAD(Duration.ofSeconds(15)) {
        @Override
        void inflict(FaultCluster cluster, Random random) {
            skew(cluster, random, 5_000);
        }
    },
    CLOCK_BEHIND(Duration.ofSeconds(15)) {
        @Override
        void inflict(FaultCluster cluster, Random random) {
            skew(cluster, random, -5_000);
        }
    },
    /** Quartz gives such a job up for ever; the watch starts it again. */
    JOB_THAT_CAN_NOT_BE_CREATED(Duration.ofSeconds(15)) {
        @Override
        void inflict(FaultCluster cluster, Random random) {
            cluster.nodes().forEach(node -> node.order("break-job", "SweepJob"));
            Awaitility.await("the watch raised an alert about the job")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> cluster.number("SELECT COUNT(*) FROM alert WHERE kind = 'ENGINE_JOB_FAILED'"
                                    + " AND dedup_key = 'ENGINE_JOB:deadline-sweep'")
                            == 1);
            cluster.nodes().forEach(node -> node.cancel("break-job"));
            Awaitility.await("the alert about the job is resolved by itself")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> cluster.number("SELECT COUNT(*) FROM alert WHERE dedup_key = 'ENGINE_JOB:deadline-sweep'")
                            == 0);
        }
    },
    DEADLOCK_STORM(Duration.ofSeconds(15)) {
        @Override
        void inflict(FaultCluster cluster, Random random) throws Exception {
            var before = deadlocks(cluster);
            try (var storm = Executors.newFixedThreadPool(8)) {
                for (var thread = 0; thread < 8; thread++) {
                    var seed = random.nextLong();
                    storm.submit(() -> Storm.blow(cluster.database(), seed, Duration.ofSeconds(8)));
                }
                storm.shutdown();
                if (!storm.awaitTermination(60, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the storm did not end");
                }
            }
            if (deadlocks(cluster) == before) {
                throw new IllegalStateException("the storm caused no deadlock");
            }
        }
    };

    /**
     * What a fault did.
     *
     * @param worst the longest that a due stage waited, seen from outside
     * @param outage how long the database was kept away meanwhile
     */
    public record Struck(Duration worst, Duration outage) {

        /** The wait that is ours and not the database's. */
        public Duration beyondOutage() {
            return worst.minus(outage);
        }
    }

    private final Duration limit;

    Fault(Duration limit) {
        this.limit = limit;
    }

    /** How late an alert may at worst be because of this fault, beyond the time that the database itself was away. */
    public Duration limit() {
        return limit;
    }

    abstract void inflict(FaultCluster cluster, Random random) throws Exception;

    /**
     * Inflicts the fault while clocks fall due, and waits until both consoles are whole again.
     *
     * @return how long due stages waited meanwhile, and how long the database was away
     */
    public Struck strike(FaultCluster cluster, Random random, int clocks, Duration window) throws Exception {
        cluster.timeline().note("--- " + this);
        cluster.awaitCalm(Duration.ofSeconds(90));
        cluster.outstanding().takeWorst();
        cluster.takeOutage();
        cluster.seeds().add(clocks, cluster.now().plusMillis(200), window);
        inflict(cluster, random);
        cluster.awaitCalm(Duration.ofSeconds(150));
        var struck = new Struck(cluster.outstanding().takeWorst(), cluster.takeOutage());
        cluster.timeline().note("--- " + this + " ended: " + struck);
        return struck;
    }

    /** Stops whichever node sweeps next between its claims and their commit; the other goes on. */
    private static FaultNode park(FaultCluster cluster) {
        cluster.nodes().forEach(node -> node.order("park", "deadline-sweep.claimed"));
        var parked = Awaitility.await("a sweep parked with its claims uncommitted")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> cluster.nodes().stream()
                                .filter(node -> node.answered("parked"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        cluster.other(parked).cancel("park");
        return parked;
    }

    private static void away(FaultCluster cluster, Duration outage) {
        cluster.database().kill();
        rest(outage);
        cluster.database().restart();
        cluster.outage(outage);
    }

    private static void skew(FaultCluster cluster, Random random, long millis) {
        var node = cluster.nodes().get(random.nextInt(2));
        node.order("skew", Long.toString(millis));
        awaitHeartbeat(node, "\"state\":\"STANDBY\"");
        rest(Duration.ofSeconds(3));
        node.cancel("skew");
        awaitHeartbeat(node, "\"state\":\"UP\"");
    }

    private static void awaitHeartbeat(FaultNode node, String wanted) {
        Awaitility.await(node.name() + " says " + wanted)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> node.get("/heartbeat").contains(wanted));
    }

    private static long deadlocks(FaultCluster cluster) throws SQLException {
        return cluster.number("SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS"
                + " WHERE VARIABLE_NAME = 'INNODB_DEADLOCKS'");
    }

    /** The length of a fault is the fault: nothing to wait for but time. */
    private static void rest(Duration span) {
        var end = System.nanoTime() + span.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
