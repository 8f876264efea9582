package org.vigil.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertRaiser;
import org.vigil.deadline.data.DeadlineStore;
import org.vigil.deadline.data.PauseStore;
import org.vigil.deadline.rules.BailPauses;
import org.vigil.deadline.rules.Deadline;
import org.vigil.deadline.rules.RungTimes;
import org.vigil.deadline.rules.Standing;
import org.vigil.deadline.rules.Timing;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.UkTime;

/** Stops clocks and lets them run on, by the ledger of pauses; a caller's transaction is needed. */
@Component
class DeadlinePauses {

    private final DeadlineStore store;
    private final PauseStore ledger;
    private final AlertRaiser alerts;

    DeadlinePauses(DeadlineStore store, PauseStore ledger, AlertRaiser alerts) {
        this.store = store;
        this.ledger = ledger;
        this.alerts = alerts;
    }

    void play(DeadlineChange change, Catalogue catalogue, Instant now, String by) {
        var found = open(change.subject(), change.rule());
        if (found.isEmpty()) {
            return;
        }
        var deadline = found.get();
        switch (change) {
            case DeadlineChange.Pause pause -> pause(deadline, pause, catalogue, now, by);
            case DeadlineChange.Resume resume -> resume(deadline, resume, catalogue, now, by);
            case DeadlineChange.LeaveOutDays days -> leaveOut(deadline, days, catalogue, now, by);
            default -> throw new IllegalArgumentException("not a pause: " + change);
        }
    }

    private Optional<Deadline> open(SubjectRef subject, String rule) {
        return store.lock(subject.type(), List.of(subject.id()), List.of(rule)).stream()
                .filter(deadline -> deadline.standing().isOpen())
                .findFirst();
    }

    private void pause(
            Deadline deadline, DeadlineChange.Pause pause, Catalogue catalogue, Instant now, String by) {
        var rule = catalogue.byId(deadline.ruleId());
        refuseUnlessPausable(rule);
        var due = deadline.timing().dueAt();
        if (deadline.standing() == Standing.PAUSED || due == null) {
            return;
        }
        if (pause.reason().isBlank()) {
            throw new InvalidInputException("reason", "is needed: say why the clock stops");
        }
        if (!pause.at().isBefore(due)) {
            throw new InvalidInputException(
                    "at", "is after the clock was due, " + UkTime.moment(due) + ": a breach stays");
        }
        var stopped = deadline.timing()
                .firingAgainAfter(pause.at(), deadline.start().at(), rule.stages())
                .map(timing -> anew(deadline, timing, "Paused before stages that have fired: " + pause.reason(), now, by))
                .orElse(deadline);
        ledger.begin(stopped.id(), pause.at(), due, pause.reason(), by);
        store.update(List.of(stopped.paused(pause.at())));
        alerts.resolve(List.of(deadline.alertKey()), "Paused: " + pause.reason(), now);
    }

    /**
     * Puts a row of its own in the clock's place, on which stages fire that have fired on the one before: a stage fires once
     * for ever on each. What was breached stays on the old row.
     */
    private Deadline anew(Deadline deadline, Timing timing, String why, Instant now, String by) {
        store.update(List.of(deadline.superseded(why, now, by)));
        store.insert(List.of(deadline.anew(timing, now)));
        return open(deadline.subject(), deadline.rule()).orElseThrow();
    }

    /** Lets a clock run to a due time of its own; stages that fired before and lie ahead of it again will fire again. */
    private void runOn(
            Deadline deadline, Timing timing, DeadlineRule rule, Instant from, String why, Instant now, String by) {
        var again = timing.firingAgainAfter(from, deadline.start().at(), rule.stages());
        if (again.isPresent()) {
            alerts.resolve(List.of(deadline.alertKey()), "Replaced: " + why, now);
            tell(anew(deadline, again.get(), why, now, by), rule, now);
        } else {
            var running = deadline.with(Standing.RUNNING, timing);
            store.update(List.of(running));
            tell(running, rule, now);
        }
    }

    /** A clock that runs on past a warning has had it: the alert is raised again, for those whom that warning calls. */
    private void tell(Deadline deadline, DeadlineRule rule, Instant now) {
        var timing = deadline.timing();
        var due = timing.dueAt();
        var next = timing.nextRungAt();
        if (due == null || next != null && !next.isAfter(now)) {
            // The sweep is about to.
            return;
        }
        RungTimes.of(rule.stages(), deadline.start().at(), timing.firstDueAt(), due, timing.breachable())
                .lastBefore(timing.nextRung(), now)
                .ifPresent(stage -> alerts.raise(List.of(DeadlineAlerts.raise(deadline, rule, List.of(stage))), now));
    }

    private void resume(
            Deadline deadline, DeadlineChange.Resume resume, Catalogue catalogue, Instant now, String by) {
        var pause = ledger.open(deadline.id());
        if (deadline.standing() != Standing.PAUSED || pause.isEmpty()) {
            return;
        }
        var stopped = pause.get();
        if (resume.at().isBefore(stopped.pausedAt())) {
            throw new InvalidInputException(
                    "at", "is before the clock was stopped, " + UkTime.moment(stopped.pausedAt()));
        }
        var rule = catalogue.byId(deadline.ruleId());
        var due = BailPauses.afterPause(
                rule.kind(), stopped.dueBefore(), stopped.pausedAt(), resume.at(), resume.leastDaysLeft());
        ledger.end(stopped.id(), resume.at(), resume.leastDaysLeft(), by);
        var timing = deadline.timing().movedTo(due, deadline.start().at(), rule.stages(), resume.at());
        runOn(deadline, timing, rule, resume.at(), "The clock runs on after a pause", now, by);
    }

    private void leaveOut(
            Deadline deadline, DeadlineChange.LeaveOutDays days, Catalogue catalogue, Instant now, String by) {
        var rule = catalogue.byId(deadline.ruleId());
        refuseUnlessPausable(rule);
        var due = deadline.timing().dueAt();
        if (due == null) {
            return;
        }
        if (days.to().isBefore(days.from())) {
            throw new InvalidInputException("to", "is before the first day");
        }
        var moved = BailPauses.afterHospital(deadline.start().at(), due, days.from(), days.to());
        if (moved.equals(due)) {
            return;
        }
        ledger.leftOut(
                deadline.id(), UkTime.startOf(days.from()), UkTime.endOf(days.to()), due, days.reason(), by);
        var timing = deadline.timing().movedTo(moved, deadline.start().at(), rule.stages(), null);
        runOn(deadline, timing, rule, now, "Days are left out: " + days.reason(), now, by);
    }

    private static void refuseUnlessPausable(DeadlineRule rule) {
        if (!rule.pausable()) {
            throw new InvalidInputException("rule", "does not allow a pause: " + rule.title());
        }
    }
}
