package org.vigil.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs like the system's clock until it is pinned; tests pin it in their first line and it is let go after each. */
public final class TestClock extends Clock {

    private final AtomicReference<@Nullable Instant> pinned = new AtomicReference<>();

    /** Stops the clock at an ISO instant. */
    public Instant pin(String iso) {
        return pin(Instant.parse(iso));
    }

    public Instant pin(Instant at) {
        pinned.set(at);
        return at;
    }

    /** Moves a pinned clock on. */
    public Instant advance(Duration by) {
        return pin(instant().plus(by));
    }

    public void release() {
        pinned.set(null);
    }

    @Override
    public Instant instant() {
        var at = pinned.get();
        return at != null ? at : Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
