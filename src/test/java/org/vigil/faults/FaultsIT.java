package org.vigil.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two consoles on one database, ten thousand alerts that fall due, and everything that a machine with two cores can let go
 * wrong. After each fault the lateness is within its limit; at the end nothing is missed and nothing is doubled.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

    private static final Path FOLDER = Path.of("target/faults").toAbsolutePath();
    private static final int ALERTS = 10_000;
    private static final int CLOCKS_A_FAULT = 850;
    private static final Random RANDOM = new Random(20261121);

    private static FaultCluster cluster;

    @BeforeAll
    static void two_consoles_on_one_database() throws Exception {
        TestFolders.empty(FOLDER);
        cluster = FaultCluster.start(FOLDER);
    }

    @AfterAll
    static void every_process_is_ended() {
        if (cluster != null) {
            cluster.close();
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(Fault.values()).filter(fault -> fault != Fault.DATABASE_AWAY_75_S);
    }

    @ParameterizedTest
    @MethodSource("faults")
    @Order(1)
    void alerts_come_in_time_through(Fault fault) throws Exception {
        var struck = fault.strike(cluster, RANDOM, CLOCKS_A_FAULT, Duration.ofSeconds(10));
        assertThat(struck.beyondOutage())
                .as("longest wait through %s, which struck as %s", fault, struck)
                .isLessThanOrEqualTo(fault.limit());
    }

    @Test
    @Order(2)
    void after_all_faults_nothing_is_missed_nothing_is_doubled_and_nothing_is_stuck() throws Exception {
        cluster.awaitAllRaised(Duration.ofSeconds(60));
        var verdict = new Oracle(cluster.database()).judge();
        assertThat(verdict.alerts()).isEqualTo(cluster.seeds().count()).isGreaterThanOrEqualTo(ALERTS);
        assertThat(verdict.due()).isEqualTo(2 * cluster.seeds().count());
        assertThat(verdict.missed()).as("missed").isZero();
        assertThat(verdict.doubled()).as("doubled").isZero();
        assertThat(verdict.early()).as("early").isZero();
        assertThat(verdict.badTriggers()).as("triggers in ERROR or stuck").isZero();
    }

    @Test
    @Order(3)
    void every_call_that_was_answered_is_there_once_and_the_audit_chain_is_whole() throws Exception {
        cluster.feed().close();
        var held = cluster.feed().held(cluster.database());
        assertThat(cluster.feed().answered()).hasSizeGreaterThan(200);
        assertThat(held).as("acknowledged and then lost").containsAll(cluster.feed().answered());
        assertThat(held).as("doubled").doesNotHaveDuplicates();
        assertThat(cluster.feed().sent()).as("never sent").containsAll(held);
        assertThat(cluster.nodes().getFirst().verifyAudit()).startsWith("intact").doesNotStartWith("intact 0 ");
    }

    @Test
    @Order(4)
    void a_console_killed_with_its_own_database_running_starts_again_on_the_same_data() {
        var arguments = List.of("--vigil.data-dir=" + FOLDER.resolve("embedded-data"), "--vigil.demo.data=none");
        try (var console = FaultNode.launch("embedded", FOLDER, Map.of(), arguments)) {
            console.awaitReady();
            var orphan = console.handle().descendants()
                    .filter(process -> process.info().command().orElse("").contains("mariadbd"))
                    .findFirst()
                    .orElseThrow();
            console.kill();
            assertThat(orphan.isAlive()).as("mariadbd outlives its console").isTrue();
            console.relaunch();
            console.awaitReady();
            assertThat(orphan.isAlive()).as("the orphan is ended").isFalse();
            assertThat(console.get("/actuator/health/readiness")).contains("UP");
            console.handle().destroy();
            console.handle().onExit().join();
        }
    }
}
