package org.vigil.deadline.rules;

import java.util.List;
import java.util.Optional;

/** What a rule's stages may look like. */
public final class StageRules {

    private static final int LONGEST_DAYS = 3650;
    private static final int LONGEST_MINUTES = LONGEST_DAYS * 1440;

    private StageRules() {}

    /** Why the stages can't be taken, in a sentence, or empty. */
    public static Optional<String> problem(List<Rung> stages) {
        var last = Integer.MIN_VALUE;
        for (var stage : stages) {
            var problem = problem(stage);
            if (problem.isPresent()) {
                return problem;
            }
            if (stage.minutesFromDue() != null) {
                if (stage.minutesFromDue() <= last) {
                    return Optional.of(stage.name().label() + " must come after the stage before it.");
                }
                last = stage.minutesFromDue();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problem(Rung stage) {
        var name = stage.name().label();
        if (stage.percent() != null && (stage.percent() < 1 || stage.percent() > 99)) {
            return Optional.of(name + " must be between 1 and 99 per cent of the time.");
        }
        if (stage.daysFromStart() != null && (stage.daysFromStart() < 1 || stage.daysFromStart() > LONGEST_DAYS)) {
            return Optional.of(name + " must be between 1 and " + LONGEST_DAYS + " days after the start.");
        }
        var minutes = stage.minutesFromDue();
        if (minutes == null) {
            return Optional.empty();
        }
        if (Math.abs(minutes) > LONGEST_MINUTES) {
            return Optional.of(name + " is too far from the due time.");
        }
        return switch (stage.name()) {
            case WARNING, SECOND_WARNING, LAST_WARNING -> minutes < 0
                    ? Optional.empty()
                    : Optional.of(name + " must be before the due time.");
            case DUE -> minutes == 0 ? Optional.empty() : Optional.of("Due is at the due time itself.");
            case ESCALATION, SENIOR -> minutes > 0
                    ? Optional.empty()
                    : Optional.of(name + " must be after the due time.");
        };
    }
}
