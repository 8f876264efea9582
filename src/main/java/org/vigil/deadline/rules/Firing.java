package org.vigil.deadline.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a sweep does with one deadline: the stages whose time has come, in order, and the one that follows.
 *
 * @param steps each raises the deadline's alert once, at its last stage
 * @param next the stage that the deadline waits for then
 */
public record Firing(List<List<RungTimes.Timed>> steps, Optional<RungTimes.Timed> next) {

    public Firing {
        steps = List.copyOf(steps);
    }

    /**
     * Stages that had passed when the deadline was opened are one step: all are recorded, and people are called once, at
     * the highest. Every other stage is a step of its own, also when the engine was away for several of them.
     */
    public static Firing of(Deadline deadline, List<Rung> rungs, Instant now) {
        var timing = deadline.timing();
        var due = timing.dueAt();
        if (due == null || timing.nextRung() == null) {
            return new Firing(List.of(), Optional.empty());
        }
        var times = RungTimes.of(rungs, deadline.start().at(), timing.firstDueAt(), due, timing.breachable());
        var passedAtOpening = new ArrayList<RungTimes.Timed>();
        var steps = new ArrayList<List<RungTimes.Timed>>();
        Optional<RungTimes.Timed> next = Optional.empty();
        for (var stage : times.stages()) {
            if (stage.rung().position() < timing.nextRung()) {
                continue;
            }
            if (stage.at().isAfter(now)) {
                next = Optional.of(stage);
                break;
            }
            if (stage.at().isAfter(deadline.openedAt())) {
                steps.add(List.of(stage));
            } else {
                passedAtOpening.add(stage);
            }
        }
        if (!passedAtOpening.isEmpty()) {
            steps.addFirst(List.copyOf(passedAtOpening));
        }
        return new Firing(steps, next);
    }

    /** Every stage that fires, in order. */
    public List<RungTimes.Timed> stages() {
        return steps.stream().flatMap(List::stream).toList();
    }
}
