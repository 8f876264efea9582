package org.vigil.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a case is closed, since when and with what outcome.
 *
 * @param closedAt null while it is open
 * @param reopenedAt when it was last opened again: a closing told once more that lies before it closes nothing
 */
public record Closing(@Nullable Instant closedAt, @Nullable String outcome, @Nullable Instant reopenedAt) {

    public static final Closing OPEN = new Closing(null, null, null);

    public CaseState state() {
        return closedAt == null ? CaseState.OPEN : CaseState.CLOSED;
    }
}
