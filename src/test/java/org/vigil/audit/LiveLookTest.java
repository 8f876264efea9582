package org.vigil.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LiveLookTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final LiveLook look = new LiveLook();

    @Test
    void what_stays_open_is_logged_at_once_and_then_once_in_a_quarter_of_an_hour() {
        assertThat(look.isDue(NOON)).isTrue();
        look.logged(NOON);
        assertThat(look.isDue(NOON.plus(QUARTER).minusNanos(1))).isFalse();
        assertThat(look.isDue(NOON.plus(QUARTER))).isTrue();
    }

    @Test
    void a_reading_that_failed_is_still_to_be_logged() {
        assertThat(look.isDue(NOON)).isTrue();
        assertThat(look.isDue(NOON.plusSeconds(1))).isTrue();
    }
}
