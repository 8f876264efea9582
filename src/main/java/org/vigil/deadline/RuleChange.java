package org.vigil.deadline;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator changes of a rule.
 *
 * @param supersedesId the version that was on screen and is to be ended
 * @param length in the rule's own unit; null leaves each case to bring its own
 * @param stages per position: the share of the time, the minutes from due or the days from start, as the stage counts
 * @param validFrom the clocks that start from here on run under the new version
 * @param reason why, and on whose authority
 * @param alsoRunning whether clocks that are already running change too; what is breached stays
 */
public record RuleChange(
        long supersedesId,
        @Nullable Integer length,
        String basis,
        @Nullable String note,
        Map<Integer, Integer> stages,
        Instant validFrom,
        String reason,
        boolean alsoRunning) {

    public RuleChange {
        stages = Map.copyOf(stages);
    }
}
