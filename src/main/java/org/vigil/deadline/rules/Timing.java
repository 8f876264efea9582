package org.vigil.deadline.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a deadline is due and when the engine looks at it next.
 *
 * @param dueAt null while paused
 * @param firstDueAt due as first computed; with the start it is the time that the clock was given
 * @param soonAt from here on it counts as due soon
 * @param consumedMicros what of its time had run when it was last stopped
 * @param runningSince null while paused
 * @param nextRung the stage that fires next, or null when all have
 * @param nextRungAt when the sweep looks at it, or null
 */
public record Timing(
        @Nullable Instant dueAt,
        Instant firstDueAt,
        @Nullable Instant soonAt,
        boolean breachable,
        long consumedMicros,
        @Nullable Instant runningSince,
        @Nullable Integer nextRung,
        @Nullable Instant nextRungAt) {

    /** The timing of a clock that starts. */
    public static Timing starting(Due due, Instant startedAt, List<Rung> rungs) {
        var times = RungTimes.of(rungs, startedAt, due.at(), due.at(), due.breachable());
        return new Timing(
                due.at(),
                due.at(),
                times.soonAt(due.at()),
                due.breachable(),
                0,
                startedAt,
                position(times.from(1)),
                instant(times.from(1)));
    }

    /** The timing of a clock whose due time was moved by a pause, without firing a stage twice. */
    public Timing movedTo(Instant due, Instant startedAt, List<Rung> rungs, @Nullable Instant runsSince) {
        var times = RungTimes.of(rungs, startedAt, firstDueAt, due, breachable);
        var next = nextRung == null ? Optional.<RungTimes.Timed>empty() : times.from(nextRung);
        return new Timing(
                due,
                firstDueAt,
                times.soonAt(due),
                breachable,
                consumedMicros,
                runsSince == null ? runningSince : runsSince,
                position(next),
                instant(next));
    }

    /**
     * This timing with every stage after an instant to fire, also those that have fired already; empty where none of them
     * has.
     */
    public Optional<Timing> firingAgainAfter(Instant after, Instant startedAt, List<Rung> rungs) {
        if (dueAt == null) {
            return Optional.empty();
        }
        return RungTimes.of(rungs, startedAt, firstDueAt, dueAt, breachable)
                .after(after)
                .filter(stage -> nextRung == null || stage.rung().position() < nextRung)
                .map(stage -> new Timing(
                        dueAt, firstDueAt, soonAt, breachable, consumedMicros, runningSince, stage.rung().position(),
                        stage.at()));
    }

    /** The timing of a clock that stands still. */
    public Timing stopped(long consumed) {
        return new Timing(null, firstDueAt, null, breachable, consumed, null, nextRung, null);
    }

    /** No stage fires any more; the times stay, for what they say about a breach. */
    public Timing quiet() {
        return new Timing(dueAt, firstDueAt, soonAt, breachable, consumedMicros, runningSince, null, null);
    }

    private static @Nullable Integer position(Optional<RungTimes.Timed> stage) {
        return stage.map(timed -> timed.rung().position()).orElse(null);
    }

    private static @Nullable Instant instant(Optional<RungTimes.Timed> stage) {
        return stage.map(RungTimes.Timed::at).orElse(null);
    }
}
