package org.vigil.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.incident.CallFixture.aCall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.incident.data.CallFeedQueries;
import org.vigil.security.EngineScope;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
class CallFeedTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Autowired
    private IncidentIntake intake;

    @Autowired
    private CallFeedQueries feed;

    @Autowired
    private TestClock clock;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void every_batch_is_noticed_also_one_of_the_same_instant_or_of_a_feed_whose_clock_is_behind() {
        clock.pin(NOON);
        send("A");
        var first = feed.marker();
        send("B");
        var second = feed.marker();
        clock.pin(NOON.minus(Duration.ofDays(900)));
        send("C");

        assertThat(second).isNotEqualTo(first);
        assertThat(feed.marker()).isNotEqualTo(second);
    }

    private void send(String name) {
        var call = aCall(run + name).from("feed " + run).unflagged().receivedAt(clock.instant());
        EngineScope.call(() -> intake.takeInAll(List.of(call.message())));
    }
}
