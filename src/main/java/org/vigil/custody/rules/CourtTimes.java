package org.vigil.custody.rules;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.ArrestedFor;
import org.vigil.custody.CustodyStanding.Arrest;
import org.vigil.deadline.rules.Circumstance;
import org.vigil.deadline.rules.Facts;

/** By when a court must have somebody who was arrested under a power of its own (DEADLINES.md, "before the court"). */
final class CourtTimes {

    private CourtTimes() {}

    /** The hearing of the order, or the time to surrender, where that may be earlier. */
    static @Nullable Instant notLaterThan(Arrest arrest) {
        return switch (arrest.reason()) {
            case DVPN_BREACH, DAPN_BREACH -> arrest.orderHearingAt();
            case COURT_BAIL -> arrest.surrenderAt();
            default -> null;
        };
    }

    static Set<Circumstance> circumstances(Arrest arrest) {
        return arrest.reason() == ArrestedFor.COURT_BAIL && arrest.murder()
                ? Set.of(Circumstance.MURDER_CHARGE)
                : Set.of();
    }

    static @Nullable Instant due(Arrest arrest, ClockTimes times) {
        var rule = arrest.reason().courtRule();
        return rule == null || arrest.at() == null
                ? null
                : times.due(rule, arrest.at(), new Facts(null, null, notLaterThan(arrest), circumstances(arrest)));
    }
}
