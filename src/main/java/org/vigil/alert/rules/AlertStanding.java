package org.vigil.alert.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.alert.AlertState;
import org.vigil.alert.Severity;
import org.vigil.shared.Duty;

/**
 * Where an alert stands: all that its rules look at and change.
 *
 * @param escalateAt when it is escalated unless somebody acknowledges it first; null when it won't be
 * @param escalateTo the duty that is then called
 * @param escalateAfterMinutes how long each duty has, counted again from whenever the alert is raised again
 */
public record AlertStanding(
        AlertState state,
        Severity severity,
        @Nullable Instant dueAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Long acknowledgedBy,
        @Nullable Long assignedTo,
        @Nullable Instant snoozedUntil,
        @Nullable Instant escalateAt,
        @Nullable Duty escalateTo,
        @Nullable Integer escalateAfterMinutes,
        int staleAfterMinutes) {

    /** A fresh alert. */
    public static AlertStanding raised(
            Severity severity,
            @Nullable Instant dueAt,
            int staleAfterMinutes,
            @Nullable Integer escalateAfterMinutes,
            @Nullable Duty escalateTo,
            Instant now) {
        return new AlertStanding(
                        AlertState.RAISED, severity, dueAt, null, null, null, null, null, escalateTo,
                        escalateAfterMinutes, staleAfterMinutes)
                .callingFrom(now);
    }

    /**
     * When the engine must look at the alert again: where a snooze ends, an acknowledgement goes stale or an escalation
     * is due. Empty when nothing will happen by itself.
     */
    public Optional<Instant> wakeAt() {
        return Optional.ofNullable(
                switch (state) {
                    case RAISED -> escalateAt;
                    case ACKNOWLEDGED -> staleAt();
                    case SNOOZED -> snoozeEndsAt();
                    case RESOLVED -> null;
                });
    }

    /** When the acknowledgement stops counting. */
    @Nullable Instant staleAt() {
        return acknowledgedAt == null ? null : acknowledgedAt.plus(Duration.ofMinutes(staleAfterMinutes));
    }

    /** The snooze's end, or the legal deadline where a clock was moved to before it. */
    @Nullable Instant snoozeEndsAt() {
        return Stream.of(Optional.ofNullable(snoozedUntil), Optional.ofNullable(dueAt))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Raised (again): nobody has acknowledged it, and the next duty is called if nobody does in time. */
    AlertStanding calling(Instant now) {
        return new AlertStanding(
                        AlertState.RAISED, severity, dueAt, null, null, assignedTo, null, null, escalateTo,
                        escalateAfterMinutes, staleAfterMinutes)
                .callingFrom(now);
    }

    private AlertStanding callingFrom(Instant now) {
        var at = escalateTo == null || escalateAfterMinutes == null
                ? null
                : now.plus(Duration.ofMinutes(escalateAfterMinutes));
        return withEscalation(at, escalateTo);
    }

    AlertStanding withEscalation(@Nullable Instant at, @Nullable Duty to) {
        return new AlertStanding(
                state, severity, dueAt, acknowledgedAt, acknowledgedBy, assignedTo, snoozedUntil, at, to,
                escalateAfterMinutes, staleAfterMinutes);
    }

    AlertStanding assignedTo(@Nullable Long account) {
        return new AlertStanding(
                state, severity, dueAt, acknowledgedAt, acknowledgedBy, account, snoozedUntil, escalateAt, escalateTo,
                escalateAfterMinutes, staleAfterMinutes);
    }

    AlertStanding acknowledged(@Nullable Long by, Instant at) {
        return new AlertStanding(
                AlertState.ACKNOWLEDGED, severity, dueAt, at, by, assignedTo, null, escalateAt, escalateTo,
                escalateAfterMinutes, staleAfterMinutes);
    }

    /**
     * Raised, with the escalation as it was: what was taken back gives no more time. Where a snooze had ended it, it starts
     * anew.
     */
    AlertStanding unacknowledged(Instant now) {
        var raised = new AlertStanding(
                AlertState.RAISED, severity, dueAt, null, null, assignedTo, null, escalateAt, escalateTo,
                escalateAfterMinutes, staleAfterMinutes);
        return escalateAt == null ? raised.callingFrom(now) : raised;
    }

    AlertStanding snoozed(Instant until) {
        return new AlertStanding(
                AlertState.SNOOZED, severity, dueAt, null, null, assignedTo, until, null, escalateTo,
                escalateAfterMinutes, staleAfterMinutes);
    }

    AlertStanding resolved() {
        return new AlertStanding(
                AlertState.RESOLVED, severity, dueAt, acknowledgedAt, acknowledgedBy, assignedTo, null, null, null,
                escalateAfterMinutes, staleAfterMinutes);
    }

    AlertStanding with(Severity raisedTo, @Nullable Instant due) {
        return new AlertStanding(
                state, severity.orHigher(raisedTo), due, acknowledgedAt, acknowledgedBy, assignedTo, snoozedUntil,
                escalateAt, escalateTo, escalateAfterMinutes, staleAfterMinutes);
    }
}
