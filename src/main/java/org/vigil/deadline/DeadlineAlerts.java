package org.vigil.deadline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.vigil.alert.Audience;
import org.vigil.alert.RaiseAlert;
import org.vigil.deadline.rules.Deadline;
import org.vigil.deadline.rules.RungName;
import org.vigil.deadline.rules.RungTimes;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;

/** Words what a stage of a deadline tells people. */
public final class DeadlineAlerts {

    private DeadlineAlerts() {}

    /**
     * The alert of one step. Where several stages had passed when the deadline was opened, the people of all of them see
     * it and are called once, at the gravity of the last.
     */
    public static RaiseAlert raise(Deadline deadline, DeadlineRule rule, List<RungTimes.Timed> step) {
        var last = step.getLast().rung();
        var stages = step.stream().map(stage -> rule.rungAt(stage.rung().position())).toList();
        var severity = stages.getLast().severity();
        return new RaiseAlert(
                rule.code(),
                deadline.alertKey(),
                severity,
                deadline.subject(),
                deadline.title(),
                detail(deadline, rule, last.name()),
                deadline.areaId(),
                deadline.timing().dueAt(),
                together(stages),
                last.name().name(),
                rule.staleAfterMinutes(),
                null,
                null);
    }

    /** The alert that says that a deadline could not be checked. */
    public static final String ITEM_FAILED = "ENGINE_ITEM_FAILED";

    /** Names the problem that a deadline can't be checked. */
    public static String failureKey(long deadlineId) {
        return ITEM_FAILED + ":" + SubjectType.DEADLINE + ":" + deadlineId;
    }

    /** Every alert that a deadline can have, which close with it. */
    static Set<String> keysOf(Deadline deadline) {
        return Set.of(deadline.alertKey(), failureKey(deadline.id()));
    }

    private static List<Audience> together(List<DeadlineRung> stages) {
        var called = new LinkedHashMap<Duty, Boolean>();
        stages.forEach(stage -> stage.audience()
                .forEach(audience -> called.merge(audience.duty(), audience.notified(), Boolean::logicalOr)));
        var audiences = new ArrayList<Audience>();
        called.forEach((duty, notified) -> audiences.add(new Audience(duty, notified)));
        return audiences;
    }

    private static String detail(Deadline deadline, DeadlineRule rule, RungName stage) {
        var due = deadline.timing().dueAt();
        var when = due == null ? "" : UkTime.moment(due);
        var sentence = switch (stage) {
            case WARNING, SECOND_WARNING, LAST_WARNING -> "Due " + when + ".";
            case DUE -> "Was due " + when + " and is not done.";
            case ESCALATION -> "Was due " + when + " and is still not done: the next duty is called.";
            case SENIOR -> "Was due " + when + " and is still not done: the senior leader is called.";
        };
        return rule.title() + ". " + sentence + " Basis: " + rule.basis() + ".";
    }
}
