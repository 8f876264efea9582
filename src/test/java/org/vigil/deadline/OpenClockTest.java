package org.vigil.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.deadline.rules.Deadline;
import org.vigil.testkit.VigilTest;

@VigilTest
class OpenClockTest {

    private static final Instant START = Instant.parse("2026-06-09T10:00:00Z");
    private static final String CRIME = "CRIME_RECORDING";

    @Autowired
    private Clockwork clockwork;

    @Autowired
    private OpenClock cause;

    @Test
    void a_clocks_alert_can_not_be_resolved_by_hand_until_the_clock_is_closed() {
        var call = clockwork.call();
        var key = Deadline.alertKey(CRIME, call);
        assertThat(cause.stillOpen(CRIME, key, call)).isEmpty();

        clockwork.open(CRIME, call, START, START);
        assertThat(cause.stillOpen(CRIME, key, call))
                .hasValueSatisfying(why -> assertThat(why).startsWith("Its clock is still open, due Wed 10 Jun 2026 11:00."));
        assertThat(cause.stillOpen("CALL_DOWNGRADED", "CALL_DOWNGRADED:INCIDENT:" + call.id(), call))
                .as("another alert about the same call")
                .isEmpty();

        clockwork.meet(CRIME, call, START.plusSeconds(60), START.plusSeconds(120));
        assertThat(cause.stillOpen(CRIME, key, call)).isEmpty();
    }
}
