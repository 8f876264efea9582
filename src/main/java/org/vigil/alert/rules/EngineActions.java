package org.vigil.alert.rules;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.alert.Severity;
import org.vigil.shared.Duty;

/** What the console itself does to an alert: rungs, changes of its subject, and what falls due by the clock. */
public final class EngineActions {

    /** What an alert's time has come for. */
    public enum Wake {
        SNOOZE_ENDED,
        WENT_STALE,
        ESCALATE
    }

    private EngineActions() {}

    /** What the alert's time has come for by {@code now}; empty when it has not come. */
    public static Optional<Wake> due(AlertStanding alert, Instant now) {
        if (alert.wakeAt().filter(at -> !at.isAfter(now)).isEmpty()) {
            return Optional.empty();
        }
        return switch (alert.state()) {
            case RAISED -> Optional.of(Wake.ESCALATE);
            case ACKNOWLEDGED -> Optional.of(Wake.WENT_STALE);
            case SNOOZED -> Optional.of(Wake.SNOOZE_ENDED);
            case RESOLVED -> Optional.empty();
        };
    }

    /** Does what the alert's time has come for. */
    public static AlertStanding wake(AlertStanding alert, Wake wake, Instant now) {
        return switch (wake) {
            case SNOOZE_ENDED, WENT_STALE -> alert.calling(now);
            case ESCALATE -> {
                var to = alert.escalateTo();
                yield to == null ? alert.withEscalation(null, null) : escalatedTo(alert, to, now);
            }
        };
    }

    /**
     * A rung, or the same problem reported again: severity rises and never falls. Where it calls somebody anew, the alert
     * is raised again whatever was done about it, since those who are called now have not answered.
     */
    public static AlertStanding rung(
            AlertStanding alert, Severity severity, @Nullable Instant dueAt, boolean callsAnew, Instant now) {
        var risen = alert.with(severity, dueAt);
        return callsAnew ? risen.calling(now) : risen;
    }

    /** The subject changed: a snooze ends early, anything else stays as it is. */
    public static AlertStanding subjectChanged(AlertStanding alert, Instant now) {
        return switch (alert.state()) {
            case SNOOZED -> alert.calling(now);
            case RAISED, ACKNOWLEDGED, RESOLVED -> alert;
        };
    }

    /**
     * The subject is now another area's: those who are called there have not answered, whatever was done about it where it
     * was.
     *
     * @param assigneeSeesIt whether the person who has it covers the new area as well, and so keeps it
     */
    public static AlertStanding moved(AlertStanding alert, boolean assigneeSeesIt, Instant now) {
        return (assigneeSeesIt ? alert : alert.assignedTo(null)).calling(now);
    }

    /** The cause is closed. */
    public static AlertStanding causeClosed(AlertStanding alert) {
        return alert.resolved();
    }

    /** The duty is called; if it does not answer in time either, the one after it is. */
    static AlertStanding escalatedTo(AlertStanding alert, Duty to, Instant now) {
        return alert.withEscalation(null, CallRoute.above(to).orElse(null)).calling(now);
    }
}
