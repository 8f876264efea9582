package org.vigil.alert.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.alert.AlertState;
import org.vigil.alert.rules.AlertDecision.Done;
import org.vigil.alert.rules.AlertDecision.Refused;
import org.vigil.shared.Duty;
import org.vigil.shared.UkTime;

/** What people may do with an alert in which state, and where it stands afterwards. */
public final class AlertActions {

    /** A snooze for longer would be a quiet way of closing the alert. */
    public static final Duration LONGEST_SNOOZE = Duration.ofDays(7);

    private static final int SHORTEST_REASON = 3;
    private static final Refused CLOSED = new Refused("state", "This alert is already resolved.");

    private AlertActions() {}

    /** Any open alert; acknowledging again counts from now. */
    public static AlertDecision acknowledge(AlertStanding alert, long by, Instant now) {
        return switch (alert.state()) {
            case RAISED, ACKNOWLEDGED, SNOOZED -> new Done(alert.acknowledged(by, now));
            case RESOLVED -> CLOSED;
        };
    }

    /** Only one's own acknowledgement; what one took with it goes back as well. */
    public static AlertDecision undoAcknowledge(AlertStanding alert, long by, Instant now) {
        return switch (alert.state()) {
            case ACKNOWLEDGED -> Objects.equals(alert.acknowledgedBy(), by)
                    ? new Done(alert.unacknowledged(now)
                            .assignedTo(Objects.equals(alert.assignedTo(), by) ? null : alert.assignedTo()))
                    : new Refused("state", "Somebody else acknowledged it: take it yourself instead.");
            case RAISED, SNOOZED -> new Refused("state", "This alert is not acknowledged.");
            case RESOLVED -> CLOSED;
        };
    }

    /** To oneself it is acknowledged; to somebody else it is raised until that person acknowledges it. */
    public static AlertDecision assign(AlertStanding alert, long by, long to, Instant now) {
        return switch (alert.state()) {
            case RAISED -> new Done(
                    by == to ? alert.assignedTo(to).acknowledged(by, now) : alert.assignedTo(to));
            case ACKNOWLEDGED, SNOOZED -> new Done(
                    by == to
                            ? alert.assignedTo(to).acknowledged(by, now)
                            : alert.assignedTo(to).calling(now));
            case RESOLVED -> CLOSED;
        };
    }

    /** With a reason, until an instant that is to come, at most seven days away and never past the legal deadline. */
    public static AlertDecision snooze(AlertStanding alert, Instant until, String reason, Instant now) {
        if (!alert.state().isOpen()) {
            return CLOSED;
        }
        var missing = missingReason(reason, "Say why it can wait.");
        if (missing.isPresent()) {
            return missing.get();
        }
        var due = alert.dueAt();
        if (due != null && !due.isAfter(now)) {
            return new Refused("until", "Its legal deadline has passed: it can't be snoozed.");
        }
        if (!until.isAfter(now)) {
            return new Refused("until", "Give a time that is still to come.");
        }
        if (due != null && until.isAfter(due)) {
            return new Refused(
                    "until", "It is due " + UkTime.moment(due) + " and can't be snoozed past that: give an earlier time.");
        }
        if (until.isAfter(now.plus(LONGEST_SNOOZE))) {
            return new Refused("until", "An alert can be snoozed for seven days at most.");
        }
        return new Done(alert.snoozed(until));
    }

    /** With a reason; the next duty is called, and whoever acknowledged it before no longer covers it. */
    public static AlertDecision escalate(AlertStanding alert, Duty to, String reason, Instant now) {
        if (!alert.state().isOpen()) {
            return CLOSED;
        }
        var missing = missingReason(reason, "Say why it needs someone more senior.");
        return missing.isPresent() ? missing.get() : new Done(EngineActions.escalatedTo(alert, to, now));
    }

    /**
     * With a reason, and only where the cause is not known to be open.
     *
     * @param stillOpen why the cause is open, as a sentence; null where it is not
     */
    public static AlertDecision resolve(AlertStanding alert, String reason, @Nullable String stillOpen) {
        if (alert.state() == AlertState.RESOLVED) {
            return CLOSED;
        }
        if (stillOpen != null) {
            return new Refused("state", stillOpen);
        }
        var missing = missingReason(reason, "Say how it was resolved.");
        return missing.isPresent() ? missing.get() : new Done(alert.resolved());
    }

    private static Optional<Refused> missingReason(String reason, String ask) {
        return reason.strip().length() < SHORTEST_REASON ? Optional.of(new Refused("reason", ask)) : Optional.empty();
    }
}
