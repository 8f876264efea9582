package org.vigil.custody.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigil.deadline.rules.Facts;

/** When a clock of the catalogue is due, asked by its rule's code. */
@FunctionalInterface
public interface ClockTimes {

    /** @return UTC, or null where no version of the rule, or no calendar, can say */
    @Nullable Instant due(String rule, Instant startedAt, Facts facts);
}
