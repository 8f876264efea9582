package org.vigil.incident.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.CallFacts;
import org.vigil.shared.UkTime;

/**
 * Arrivals that can't be true. Such an arrival is a data error and never "0 minutes": it meets no clock until the feed
 * or a person puts it right. Source: DOMAIN.md section 2, edge cases.
 */
public final class ImpossibleTimes {

    /** How far a feed's clock may run ahead of the console's before an arrival counts as in the future. */
    private static final Duration AHEAD = Duration.ofMinutes(2);

    private ImpossibleTimes() {}

    /** What can't be true about the arrival, one sentence each; empty where it can be, or where there is none. */
    public static List<String> of(CallFacts facts) {
        return of(facts.receivedAt(), facts.dispatchedAt(), facts.arrivedAt(), facts.knownAt(), facts.arrivalByHand());
    }

    /** As {@link #of(CallFacts)}, for times that are not a call yet. */
    public static List<String> of(
            Instant received,
            @Nullable Instant dispatched,
            @Nullable Instant arrived,
            Instant knownAt,
            boolean byHand) {
        var problems = new ArrayList<String>();
        if (arrived == null) {
            return problems;
        }
        if (arrived.isBefore(received)) {
            problems.add("arrival " + UkTime.momentWithSeconds(arrived) + " is before the call was received, "
                    + UkTime.withSecondsBeside(received, arrived));
        }
        // A person who enters the arrival has seen the dispatch time, which may be the one that is wrong.
        if (dispatched != null && arrived.isBefore(dispatched) && !byHand) {
            problems.add("arrival " + UkTime.momentWithSeconds(arrived) + " is before officers were dispatched, "
                    + UkTime.withSecondsBeside(dispatched, arrived));
        }
        if (!byHand && arrived.isAfter(knownAt.plus(AHEAD))) {
            problems.add("arrival " + UkTime.momentWithSeconds(arrived) + " was in the future when it was reported");
        }
        return problems;
    }

    /** The arrival that may count, or null. */
    public static @Nullable Instant credibleArrival(CallFacts facts) {
        return of(facts).isEmpty() ? facts.arrivedAt() : null;
    }
}
