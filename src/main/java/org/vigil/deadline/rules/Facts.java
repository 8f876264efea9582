package org.vigil.deadline.rules;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the case itself brings to a clock.
 *
 * @param givenMinutes the length where a policy sets it per case
 * @param givenEnd the end, sitting, release or school day; for clocks that end with a day, any instant of that day
 * @param notLaterThan a limit that may be earlier: the order hearing, the time to surrender
 */
public record Facts(
        @Nullable Integer givenMinutes,
        @Nullable Instant givenEnd,
        @Nullable Instant notLaterThan,
        Set<Circumstance> circumstances) {

    public static final Facts NONE = new Facts(null, null, null, Set.of());

    public Facts {
        circumstances = Set.copyOf(circumstances);
    }

    boolean has(Circumstance circumstance) {
        return circumstances.contains(circumstance);
    }
}
