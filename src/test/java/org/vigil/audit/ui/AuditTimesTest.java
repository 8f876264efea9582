package org.vigil.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditTimesTest {

    private final AuditTimes times =
            new AuditTimes(Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "21/11/2026 14:05, 2026-11-21T14:05:00Z, 2026-11-21T14:05:00Z",
        "1/7/2026 14:05, 2026-07-01T13:05:00Z, 2026-07-01T13:05:00Z",
        "1/7/2026, 2026-06-30T23:00:00Z, 2026-07-01T23:00:00Z",
        "today, 2026-11-21T00:00:00Z, 2026-11-22T00:00:00Z",
        "yesterday 0630, 2026-11-20T06:30:00Z, 2026-11-20T06:30:00Z",
        "24 oct 2026, 2026-10-23T23:00:00Z, 2026-10-24T23:00:00Z",
        "25/10/2026 01:30, 2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z",
        "29/03/2026 01:30, , ",
        "next week, , ",
        "31/02/2026, , ",
        "14:05, , ",
        "<b>, , "
    })
    void bounds_are_read_as_auditors_type_them(String typed, @Nullable Instant from, @Nullable Instant to) {
        assertThat(times.from(typed).orElse(null)).isEqualTo(from);
        assertThat(times.to(typed).orElse(null)).isEqualTo(to);
    }
}
