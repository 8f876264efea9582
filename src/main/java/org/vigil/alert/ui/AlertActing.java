package org.vigil.alert.ui;

import java.time.Instant;
import java.util.function.IntSupplier;
import org.vigil.alert.AlertService;
import org.vigil.security.OnDuty;
import org.vigil.shared.Duty;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Notices;

/** Does what the viewer asked for, says that it is done or why not, and has the screen read again. */
final class AlertActing {

    private final AlertService service;
    private final Runnable afterwards;

    AlertActing(AlertService service, Runnable afterwards) {
        this.service = service;
        this.afterwards = afterwards;
    }

    boolean acknowledge(long id, int version) {
        return undoable(id, () -> service.acknowledge(id, version), "Acknowledged.");
    }

    boolean take(long id, int version) {
        return undoable(id, () -> service.take(id, version), "You have it.");
    }

    boolean undo(long id, int version) {
        return act(() -> service.undoAcknowledge(id, version), "Taken back: nobody has it now.");
    }

    boolean give(long id, int version, OnDuty person) {
        return act(() -> service.assign(id, version, person.accountId()), person.displayName() + " is called.");
    }

    boolean snooze(long id, int version, Instant until, String reason) {
        return act(() -> service.snooze(id, version, until, reason), "Snoozed until " + UkTime.moment(until) + ".");
    }

    boolean escalate(long id, int version, Duty to, String reason) {
        return act(() -> service.escalate(id, version, to, reason), to.label() + " is called.");
    }

    boolean resolve(long id, int version, String reason) {
        return act(() -> service.resolve(id, version, reason), "Resolved.");
    }

    private boolean undoable(long id, IntSupplier action, String done) {
        return attempt(() -> {
            var after = action.getAsInt();
            Notices.done(done, () -> undo(id, after));
        });
    }

    private boolean act(IntSupplier action, String done) {
        return attempt(() -> {
            action.getAsInt();
            Notices.done(done);
        });
    }

    /** Whatever came of it, the screen is read again: after a refusal too, since somebody else may have been faster. */
    private boolean attempt(Runnable action) {
        var done = Notices.attempt(action);
        afterwards.run();
        return done;
    }
}
