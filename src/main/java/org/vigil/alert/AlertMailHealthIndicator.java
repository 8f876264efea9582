package org.vigil.alert;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.vigil.alert.data.AlertOutbox;

/** Health "alertMail": stays up, and warns in its details where no e-mail can go out or some wait. */
@Component("alertMailHealthIndicator")
class AlertMailHealthIndicator implements HealthIndicator {

    private final AlertMailer mailer;
    private final AlertOutbox outbox;

    AlertMailHealthIndicator(AlertMailer mailer, AlertOutbox outbox) {
        this.mailer = mailer;
        this.outbox = outbox;
    }

    @Override
    public Health health() {
        var health = Health.up();
        mailer.missing().ifPresent(warning -> health.withDetail("warning", warning));
        outbox.waiting().ifPresent(waiting -> {
            health.withDetail("waiting", waiting.count());
            health.withDetail("waitingSince", waiting.oldest());
        });
        return health.build();
    }
}
