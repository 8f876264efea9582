package org.vigil.custody.rules;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.CustodyStanding.Pause;
import org.vigil.deadline.rules.Circumstance;

/**
 * One clock as the events of a record want it: with what it started, when it stood still, and what became of it.
 *
 * @param fate null while it runs
 */
record ClockRun(Terms terms, List<Pause> pauses, @Nullable Fate fate) {

    ClockRun {
        pauses = List.copyOf(pauses);
    }

    static ClockRun of(Terms terms, @Nullable Fate fate) {
        return new ClockRun(terms, List.of(), fate);
    }

    /** With what a clock was started. */
    record Terms(
            String title,
            Instant startedAt,
            String evidence,
            @Nullable Instant givenEnd,
            @Nullable Instant notLaterThan,
            Set<Circumstance> circumstances) {

        /** Whether both give the same clock; how they are worded does not matter. */
        boolean isSameClockAs(Terms other) {
            return startedAt.equals(other.startedAt)
                    && Objects.equals(givenEnd, other.givenEnd)
                    && Objects.equals(notLaterThan, other.notLaterThan)
                    && circumstances.equals(other.circumstances);
        }
    }

    /** What ended a clock. */
    sealed interface Fate {

        record Met(Instant at, String evidence) implements Fate {}

        record Over(String reason) implements Fate {}
    }

    /** Whether the clock of the deadline module is open: it runs, or stands still. */
    boolean isOpen() {
        return fate == null;
    }
}
