package org.vigil.alert;

import java.time.Instant;
import org.springframework.stereotype.Service;

/**
 * Ends snoozes, raises again what was acknowledged too long ago and escalates what nobody acknowledged. Anyone may run
 * it at any time, on any node: what another run holds is skipped, what is done is not done twice.
 */
@Service
public class AlertSweep {

    /** Handles every alert whose time has come by {@code now}, in batches, each in its own transaction. */
    public AlertSweepResult run(Instant now) {
        throw new UnsupportedOperationException();
    }
}
