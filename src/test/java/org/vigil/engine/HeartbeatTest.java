package org.vigil.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigil.db.DatabaseClock;
import org.vigil.db.Transactions;
import org.vigil.engine.data.EngineQueries;
import org.vigil.engine.data.EngineStore;
import org.vigil.shared.jobs.JobCounts;
import org.vigil.testkit.Databases;
import org.vigil.testkit.VigilTest;

@VigilTest
class HeartbeatTest {

    @Autowired
    private EngineQueries queries;

    @Autowired
    private EngineStore store;

    @Autowired
    private Transactions transactions;

    @Autowired
    private DatabaseClock databaseClock;

    @Autowired
    private Heartbeat served;

    @Autowired
    private Databases databases;

    @LocalServerPort
    private int port;

    private final AtomicLong nanos = new AtomicLong();

    @AfterEach
    void forget() throws Exception {
        try (var owner = databases.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("DELETE FROM engine_heartbeat");
        }
        served.standBy(null);
        served.refresh();
    }

    @Test
    void before_the_first_check_nothing_is_claimed() {
        var heartbeat = heartbeat();
        heartbeat.refresh();
        assertThat(heartbeat.status().state()).isEqualTo(EngineState.DOWN);
        assertThat(heartbeat.status().problem()).isEqualTo("Alerts have not been checked yet.");
    }

    @Test
    void a_check_just_now_is_up_and_ages_without_another_look_at_the_database() {
        var heartbeat = checked(Duration.ofSeconds(2));
        assertThat(heartbeat.status().state()).isEqualTo(EngineState.UP);
        assertThat(heartbeat.status().age()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(10));
        var before = heartbeat.status().age();
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(heartbeat.status().age()).isEqualTo(before.plusSeconds(5));
    }

    @Test
    void after_half_a_minute_without_a_check_it_is_stale_and_says_since_when() {
        var heartbeat = checked(Duration.ofSeconds(31));
        assertThat(heartbeat.status().state()).isEqualTo(EngineState.STALE);
        assertThat(heartbeat.status().problem()).startsWith("Alerts have not been checked since ");
        assertThat(new AlertsHealthIndicator(heartbeat).health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void a_database_that_falls_silent_shows_after_ten_seconds() {
        var heartbeat = checked(Duration.ofSeconds(1));
        nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        assertThat(heartbeat.status().state()).isEqualTo(EngineState.DOWN);
        assertThat(heartbeat.status().problem()).contains("The database has not answered for 11 s");
    }

    @Test
    void a_node_that_stands_by_says_why_and_is_down_in_health_until_that_is_mended() {
        var heartbeat = checked(Duration.ofSeconds(1));
        heartbeat.standBy("The clock of this server is 45 s ahead.");
        assertThat(heartbeat.status().state()).isEqualTo(EngineState.STANDBY);
        assertThat(heartbeat.status().problem()).isEqualTo("The clock of this server is 45 s ahead.");
        assertThat(new AlertsHealthIndicator(heartbeat).health().getStatus()).isEqualTo(Status.DOWN);
        heartbeat.standBy(null);
        assertThat(heartbeat.status().state()).isEqualTo(EngineState.UP);
        assertThat(new AlertsHealthIndicator(heartbeat).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_job_that_threw_keeps_the_time_of_its_last_good_run() {
        var heartbeat = checked(Duration.ofSeconds(3));
        transactions.run(() -> store.failed(Heartbeat.SWEEP, "node", "It failed."));
        heartbeat.refresh();
        assertThat(heartbeat.status().checkedAt()).isNotNull();
        assertThat(queries.beats().get(Heartbeat.SWEEP).problem()).isEqualTo("It failed.");
        transactions.run(() -> store.beat(Heartbeat.SWEEP, databaseClock.now(), "node", JobCounts.NONE));
        assertThat(queries.beats().get(Heartbeat.SWEEP).problem()).isNull();
    }

    @Test
    void every_browser_may_ask_without_a_session() throws Exception {
        checked(Duration.ofSeconds(1));
        served.refresh();
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/heartbeat")).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
        assertThat(answer.body()).contains("\"state\":\"UP\"", "\"problem\":null").containsPattern("\"checkedSecondsAgo\":\\d+");
    }

    private Heartbeat checked(Duration ago) {
        transactions.run(() -> store.beat(Heartbeat.SWEEP, databaseClock.now().minus(ago), "node", JobCounts.NONE));
        var heartbeat = heartbeat();
        heartbeat.refresh();
        return heartbeat;
    }

    private Heartbeat heartbeat() {
        return new Heartbeat(queries, databaseClock, nanos::get);
    }
}
