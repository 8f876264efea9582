package org.vigil.shared.api;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.UkTime;

/** Times that a message may carry: from 1900 to a day from now. */
public final class TimeCheck {

    private static final LocalDate EARLIEST_DAY = LocalDate.of(1900, 1, 1);
    private static final Instant EARLIEST = UkTime.startOf(EARLIEST_DAY);

    private final TextCheck findings;
    private final Instant latest;

    /** @param findings takes what is wrong */
    public TimeCheck(TextCheck findings, Instant now) {
        this.findings = findings;
        this.latest = now.plus(Duration.ofDays(1));
    }

    /** A time without which the message is refused. */
    public void required(String field, @Nullable Instant at) {
        if (at == null) {
            findings.error(field, "is required");
        }
        optional(field, at);
    }

    /** A time that may be missing. */
    public void optional(String field, @Nullable Instant at) {
        if (at != null && at.isBefore(EARLIEST)) {
            findings.error(field, "is before 1900");
        }
        if (at != null && at.isAfter(latest)) {
            findings.error(field, "is more than a day in the future");
        }
    }

    /** A day that may be missing, today at the latest. */
    public void day(String field, @Nullable LocalDate day) {
        if (day != null && day.isBefore(EARLIEST_DAY)) {
            findings.error(field, "is before 1900");
        }
        if (day != null && day.isAfter(UkTime.localDay(latest))) {
            findings.error(field, "is in the future");
        }
    }
}
