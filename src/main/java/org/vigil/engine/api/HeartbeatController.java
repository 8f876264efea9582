package org.vigil.engine.api;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigil.engine.EngineState;
import org.vigil.engine.Heartbeat;

/** What every open screen asks every few seconds: open to all, without a session, answered from memory. */
@RestController
class HeartbeatController {

    private final Heartbeat heartbeat;
    private final Clock clock;

    HeartbeatController(Heartbeat heartbeat, Clock clock) {
        this.heartbeat = heartbeat;
        this.clock = clock;
    }

    record Answer(
            @Nullable Long checkedSecondsAgo,
            @Nullable Instant checkedAt,
            Instant serverTime,
            EngineState state,
            @Nullable String problem) {}

    @GetMapping("/heartbeat")
    ResponseEntity<Answer> heartbeat() {
        var status = heartbeat.status();
        var age = status.age();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Answer(
                        age == null ? null : age.toSeconds(),
                        status.checkedAt(),
                        clock.instant(),
                        status.state(),
                        status.problem()));
    }
}
