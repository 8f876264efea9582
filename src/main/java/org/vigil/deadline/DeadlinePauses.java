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
import org.vigil.deadline.rules.Standing;
import org.vigil.shared.InvalidInputException;
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
        var found = open(change);
        if (found.isEmpty()) {
            return;
        }
        var deadline = found.get();
        switch (change) {
            case DeadlineChange.Pause pause -> pause(deadline, pause, catalogue, now, by);
            case DeadlineChange.Resume resume -> resume(deadline, resume, catalogue, by);
            case DeadlineChange.LeaveOutDays days -> leaveOut(deadline, days, catalogue, by);
            default -> throw new IllegalArgumentException("not a pause: " + change);
        }
    }

    private Optional<Deadline> open(DeadlineChange change) {
        return store
                .lock(change.subject().type(), List.of(change.subject().id()), List.of(change.rule()))
                .stream()
                .filter(deadline -> deadline.standing().isOpen())
                .findFirst();
    }

    private void pause(
            Deadline deadline, DeadlineChange.Pause pause, Catalogue catalogue, Instant now, String by) {
        refuseUnlessPausable(catalogue.byId(deadline.ruleId()));
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
        ledger.begin(deadline.id(), pause.at(), due, pause.reason(), by);
        store.update(List.of(deadline.paused(pause.at())));
        alerts.resolve(List.of(deadline.alertKey()), "Paused: " + pause.reason(), now);
    }

    private void resume(Deadline deadline, DeadlineChange.Resume resume, Catalogue catalogue, String by) {
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
        store.update(List.of(deadline.with(Standing.RUNNING, timing)));
    }

    private void leaveOut(Deadline deadline, DeadlineChange.LeaveOutDays days, Catalogue catalogue, String by) {
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
        store.update(List.of(deadline.with(Standing.RUNNING, timing)));
    }

    private static void refuseUnlessPausable(DeadlineRule rule) {
        if (!rule.pausable()) {
            throw new InvalidInputException("rule", "does not allow a pause: " + rule.title());
        }
    }
}
