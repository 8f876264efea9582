package org.vigil.victim.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.SuspectStatus;
import org.vigil.victim.UpdateKind;
import org.vigil.victim.UpdateState;
import org.vigil.victim.VictimUpdate;

/**
 * Which event of a suspect a victim is told of, and whether it is one that is known already. Source: Victims' Code, right 6;
 * DEADLINES.md, VICTIM_UPDATE_ENHANCED and VICTIM_UPDATE.
 */
public final class OwedUpdates {

    /** Longer than either clock runs: what a closed case tells later than this is its history. */
    static final Duration HISTORY = Duration.ofDays(8);

    private OwedUpdates() {}

    /** What the event does to what is known. */
    public sealed interface Effect {

        /** Nothing is owed, or it is known already. */
        record Nothing() implements Effect {}

        /** The victim is to be told. */
        record Opens() implements Effect {}

        /** It is this one, and its time or words were put right. */
        record PutsRight(VictimUpdate known) implements Effect {}
    }

    /** The event that a status begins with; empty for one of which nobody is told. */
    public static Optional<UpdateKind> of(SuspectStatus status) {
        return switch (status) {
            case OUTSTANDING -> Optional.empty();
            case IN_CUSTODY -> Optional.of(UpdateKind.ARRESTED);
            case BAILED -> Optional.of(UpdateKind.BAILED);
            case UNDER_INVESTIGATION -> Optional.of(UpdateKind.UNDER_INVESTIGATION);
            case CHARGED -> Optional.of(UpdateKind.CHARGED);
            case REMANDED -> Optional.of(UpdateKind.REMANDED);
            case IN_PRISON -> Optional.of(UpdateKind.IN_PRISON);
            case NO_FURTHER_ACTION -> Optional.of(UpdateKind.NO_FURTHER_ACTION);
        };
    }

    /** Whether an event of a case that is closed is told too late for anybody to be told of it: a history that is loaded. */
    public static boolean isHistory(@Nullable Instant closedAt, Instant eventAt, Instant now) {
        return closedAt != null && eventAt.isBefore(now.minus(HISTORY));
    }

    /**
     * What an event means for one victim.
     *
     * @param known all that this victim was, or is to be, told of this suspect
     * @param sameEvent whether it is said to be the event that was told before, with its time put right
     */
    public static Effect effect(
            List<VictimUpdate> known, UpdateKind kind, Instant eventAt, String words, boolean sameEvent) {
        var ofKind = known.stream().filter(update -> update.kind() == kind).toList();
        var exact = ofKind.stream().filter(update -> update.eventAt().equals(eventAt)).findFirst();
        if (exact.isPresent()) {
            var differs = exact.get().isOwed() && !exact.get().words().equals(words);
            return differs ? new Effect.PutsRight(exact.get()) : new Effect.Nothing();
        }
        var latest = ofKind.stream().max(Comparator.comparing(VictimUpdate::eventAt).thenComparing(VictimUpdate::id));
        return latest.filter(update -> sameEvent && canBe(update, eventAt))
                .<Effect>map(Effect.PutsRight::new)
                .orElseGet(Effect.Opens::new);
    }

    /** Nobody was told of what had not happened yet: then it is another event. */
    private static boolean canBe(VictimUpdate known, Instant eventAt) {
        return known.state() != UpdateState.TOLD
                || !eventAt.isAfter(Objects.requireNonNull(known.settled()).at());
    }

    /** What the victim is told: what happened, with what somebody added. */
    public static String words(UpdateKind kind, @Nullable String more) {
        var added = more == null ? "" : more.strip();
        if (added.isEmpty()) {
            return kind.sentence() + ".";
        }
        return kind.sentence() + ": " + added + (added.matches(".*[.!?]") ? "" : ".");
    }
}
