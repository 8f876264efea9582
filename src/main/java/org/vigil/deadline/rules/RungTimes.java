package org.vigil.deadline.rules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stages that one deadline has, with their instants, in the order in which they fire. */
public record RungTimes(List<Timed> stages) {

    /** One stage and its instant. */
    public record Timed(Rung rung, Instant at) {}

    public RungTimes {
        stages = List.copyOf(stages);
    }

    /**
     * Lays the stages out. A warning that would not lie between start and due is left out, and a deadline that can't be
     * breached has warnings only.
     *
     * @param firstDueAt due as first computed: with the start it says how much time the clock was given
     * @param dueAt due now, later than at first where the clock was paused
     */
    public static RungTimes of(
            List<Rung> rungs, Instant startedAt, Instant firstDueAt, Instant dueAt, boolean breachable) {
        var budget = Math.max(0, ChronoUnit.MICROS.between(startedAt, firstDueAt));
        var stages = new ArrayList<Timed>(rungs.size());
        for (var rung : rungs) {
            var at = rung.at(startedAt, dueAt, budget);
            var fits = rung.name().isWarning() ? at.isAfter(startedAt) && at.isBefore(dueAt) : breachable;
            if (fits) {
                stages.add(new Timed(rung, at));
            }
        }
        stages.sort(Comparator.comparingInt(stage -> stage.rung().position()));
        return new RungTimes(stages);
    }

    /** The first stage from a position on. */
    public Optional<Timed> from(int position) {
        return stages.stream().filter(stage -> stage.rung().position() >= position).findFirst();
    }

    /** The first stage that falls after an instant. */
    public Optional<Timed> after(Instant at) {
        return stages.stream().filter(stage -> stage.at().isAfter(at)).findFirst();
    }

    /** The last of the stages before a position that had come by an instant; null stands for the end. */
    public Optional<Timed> lastBefore(@Nullable Integer position, Instant now) {
        return stages.stream()
                .filter(stage -> position == null || stage.rung().position() < position)
                .filter(stage -> !stage.at().isAfter(now))
                .reduce((earlier, later) -> later);
    }

    /** The instant from which the deadline counts as due soon: its first warning, or due where it has none. */
    public Instant soonAt(Instant dueAt) {
        return stages.stream()
                .filter(stage -> stage.rung().name().isWarning())
                .map(Timed::at)
                .min(Comparator.naturalOrder())
                .orElse(dueAt);
    }
}
