package org.vigil.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.shared.SubjectRef;

/**
 * How the other modules raise, change and close alerts: in bulk, and always within the caller's transaction, so that an
 * alert exists exactly when its cause does.
 */
@Service
public class AlertRaiser {

    /**
     * Raises alerts. Where an alert with the key is open, its severity is raised and never lowered, its audience grows,
     * and whoever the rung calls anew is called; otherwise a new alert is opened. The same key may stand in the list more
     * than once: its rungs apply in the list's order.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
     */
    public void raise(List<RaiseAlert> alerts, Instant now) {
        throw new UnsupportedOperationException();
    }

    /**
     * Raises one alert as the policy in force for its kind says: title, severity, audience and escalation.
     *
     * @throws IllegalArgumentException when no policy for the kind is in force
     */
    public void raiseByPolicy(
            String kind, SubjectRef subject, String dedupKey, String detail, @Nullable Long areaId, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** Closes the open alerts with these keys because their cause is closed; unknown keys are left alone. */
    public void resolve(Collection<String> dedupKeys, String why, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** Notes in the open alerts with these keys that their subject changed, and wakes those that are snoozed. */
    public void touch(Collection<String> dedupKeys, String what, Instant now) {
        throw new UnsupportedOperationException();
    }
}
