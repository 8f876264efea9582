package org.vigil.faults;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Two consoles on one database. */
public final class FaultCluster implements AutoCloseable {

    /** Short enough that a ten-second outage already counts as missed firings, as a real one of 75 s does. */
    private static final List<String> SHORT = List.of(
            "--vigil.engine.misfire-threshold=3s", "--vigil.engine.watch-interval=1s", "--vigil.demo.data=none");

    private static final Duration CALM = Duration.ofSeconds(4);

    private final FaultDatabase database;
    private final List<FaultNode> nodes;
    private final Outstanding outstanding;
    private final Seeds seeds;
    private final Timeline timeline;
    private final Feed feed;
    private Duration outage = Duration.ZERO;

    private FaultCluster(Path folder, FaultDatabase database, List<FaultNode> nodes) {
        this.timeline = Timeline.write(database, folder.resolve("timeline.log"));
        this.database = database;
        this.nodes = nodes;
        this.outstanding = Outstanding.watch(database);
        this.seeds = new Seeds(database);
        this.feed = Feed.start(nodes);
    }

    /** A fresh database and two consoles with settings that make faults count sooner. */
    public static FaultCluster start(Path folder) {
        return start(folder, SHORT);
    }

    /** A fresh database, snapshot isolation on as in MariaDB 11.6.2 and newer, and two consoles. */
    public static FaultCluster start(Path folder, List<String> wanted) {
        var database = FaultDatabase.start(folder.resolve("database"), "512M", "--innodb-snapshot-isolation=ON");
        try {
            var arguments = new ArrayList<>(wanted);
            arguments.add("--vigil.data-dir=" + folder.resolve("data"));
            // The first migrates; the second finds the schema ready, as nodes do that are added one by one.
            var one = FaultNode.launch("one", folder, database.environment(), arguments).awaitReady();
            var two = FaultNode.launch("two", folder, database.environment(), arguments).awaitReady();
            try (var owner = database.connect()) {
                TestForce.settle(owner);
            }
            return new FaultCluster(folder, database, List.of(one, two));
        } catch (RuntimeException problem) {
            database.close();
            throw problem;
        } catch (SQLException problem) {
            database.close();
            throw new IllegalStateException(problem);
        }
    }

    public FaultDatabase database() {
        return database;
    }

    public List<FaultNode> nodes() {
        return nodes;
    }

    public Seeds seeds() {
        return seeds;
    }

    /** Notes how long the database was kept away. */
    void outage(Duration length) {
        outage = outage.plus(length);
    }

    /** How long the database was kept away since this was last asked for. */
    Duration takeOutage() {
        var taken = outage;
        outage = Duration.ZERO;
        return taken;
    }

    Timeline timeline() {
        return timeline;
    }

    public Outstanding outstanding() {
        return outstanding;
    }

    /** The command-and-control system that sends calls to both consoles all the while. */
    public Feed feed() {
        return feed;
    }

    /** Now, by the database's clock. */
    public Instant now() throws SQLException {
        try (var owner = database.connect();
                var statement = owner.createStatement();
                var row = statement.executeQuery("SELECT CAST(UNIX_TIMESTAMP(utc_timestamp(6)) * 1000000 AS SIGNED)")) {
            row.next();
            return Instant.EPOCH.plusNanos(row.getLong(1) * 1_000);
        }
    }

    /** The node on which the sweep runs at this moment. */
    public Optional<FaultNode> sweeping() throws SQLException {
        try (var owner = database.connect();
                var statement = owner.createStatement();
                var row = statement.executeQuery("SELECT INSTANCE_NAME FROM QRTZ_FIRED_TRIGGERS"
                        + " WHERE STATE = 'EXECUTING' AND JOB_NAME = 'deadline-sweep'")) {
            return row.next() ? byInstance(row.getString(1)) : Optional.empty();
        }
    }

    private Optional<FaultNode> byInstance(String instance) {
        return nodes.stream()
                .filter(FaultNode::isReady)
                .filter(node -> node.instanceId().equals(instance))
                .findFirst();
    }

    FaultNode other(FaultNode node) {
        return nodes.stream().filter(one -> one != node).findFirst().orElseThrow();
    }

    /** Waits until both consoles are up and nothing that is due has waited for more than a few seconds. */
    void awaitCalm(Duration limit) {
        nodes.forEach(FaultNode::awaitReady);
        Awaitility.await("due stages are raised")
                .atMost(limit)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> outstanding.latest().compareTo(CALM) < 0);
    }

    /** Waits until every seeded stage is due and raised. */
    public void awaitAllRaised(Duration limit) {
        Awaitility.await("all seeded stages are raised")
                .atMost(limit)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> number("SELECT COUNT(*) FROM deadline WHERE subject_id > " + Seeds.FIRST_SUBJECT
                                + " AND (next_rung IS NULL OR next_rung <= 4)")
                        == 0);
    }

    long number(String sql) throws SQLException {
        try (var owner = database.connect();
                var statement = owner.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        feed.close();
        outstanding.close();
        timeline.close();
        Stream.concat(nodes.stream(), Stream.of(database)).forEach(FaultCluster::end);
    }

    private static void end(AutoCloseable process) {
        try {
            process.close();
        } catch (Exception problem) {
            throw new IllegalStateException(problem);
        }
    }
}
