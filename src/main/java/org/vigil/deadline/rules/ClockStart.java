package org.vigil.deadline.rules;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a deadline rests on: its start, where that comes from, and what the case brought. */
public record ClockStart(
        Instant at,
        String evidence,
        @Nullable Integer givenMinutes,
        @Nullable Instant givenEnd,
        @Nullable Instant notLaterThan,
        Set<Circumstance> circumstances) {

    public ClockStart {
        circumstances = Set.copyOf(circumstances);
    }

    public Facts facts() {
        return new Facts(givenMinutes, givenEnd, notLaterThan, circumstances);
    }

    /** Whether both give the same clock; how the start is evidenced does not matter. */
    public boolean isSameClockAs(ClockStart other) {
        return at.equals(other.at)
                && Objects.equals(givenMinutes, other.givenMinutes)
                && Objects.equals(givenEnd, other.givenEnd)
                && Objects.equals(notLaterThan, other.notLaterThan)
                && circumstances.equals(other.circumstances);
    }
}
