package org.vigil.engine;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health "alerts": DOWN as soon as this node does not know alerts to be checked. Not part of readiness, so that a stale
 * engine never takes every node, and its banner, away.
 */
@Component("alertsHealthIndicator")
class AlertsHealthIndicator implements HealthIndicator {

    private final Heartbeat heartbeat;

    AlertsHealthIndicator(Heartbeat heartbeat) {
        this.heartbeat = heartbeat;
    }

    @Override
    public Health health() {
        var status = heartbeat.status();
        var health = status.state() == EngineState.UP ? Health.up() : Health.down();
        health.withDetail("state", status.state());
        if (status.checkedAt() != null) {
            health.withDetail("checkedAt", status.checkedAt());
        }
        if (status.problem() != null) {
            health.withDetail("problem", status.problem());
        }
        return health.build();
    }
}
