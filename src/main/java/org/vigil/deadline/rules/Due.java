package org.vigil.deadline.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a clock is due: met by anything before {@link #at}.
 *
 * @param excluded the local days left out, in order
 * @param caution what somebody relying on the time must know, or null
 * @param breachable false where the time rests on an assumption, so that passing it is never a breach
 */
public record Due(Instant at, List<ExcludedDay> excluded, @Nullable String caution, boolean breachable)
        implements DueAnswer {

    public Due {
        excluded = List.copyOf(excluded);
    }

    /** A plain due time: nothing left out, nothing to be careful about. */
    public static Due at(Instant at) {
        return new Due(at, List.of(), null, true);
    }

    Due with(List<ExcludedDay> days) {
        return new Due(at, days, caution, breachable);
    }

    Due with(@Nullable String newCaution) {
        return new Due(at, excluded, newCaution, breachable);
    }
}
