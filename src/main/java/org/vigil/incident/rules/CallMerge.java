package org.vigil.incident.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.Call;
import org.vigil.incident.CallDetails;
import org.vigil.incident.CallMessage;
import org.vigil.incident.CallTimes;
import org.vigil.incident.Crime;
import org.vigil.incident.GradeStep;
import org.vigil.incident.Grading;
import org.vigil.incident.KnownCrime;
import org.vigil.incident.Place;
import org.vigil.shared.Postcodes;

/**
 * What becomes of a held call when a message comes in: the message replaces what the feed said before, and never what
 * people put right. Source: CONTRACT.md, an incident.
 */
public final class CallMerge {

    private CallMerge() {}

    /** What a message does to a call. */
    public sealed interface Outcome {

        /** The call is new, or differs from what was held. */
        record Changed(Call call) implements Outcome {}

        /** Nothing differs; the sender's own time of change is newer, and is kept so that older messages are known. */
        record Same(Call call) implements Outcome {}

        /** What is held is newer. */
        record Stale() implements Outcome {}
    }

    /**
     * Lays a checked message over what is held.
     *
     * @param hash of the message's content, its {@code changedAt} left out
     * @param areas the key of an area by its code or name, or null where it is not known
     */
    public static Outcome of(
            @Nullable Call held, CallMessage message, String hash, Function<String, @Nullable Long> areas, Instant now) {
        var changedAt = changedAt(held, message, now);
        if (held != null && message.changedAt() != null && message.changedAt().isBefore(held.changedAt())) {
            return new Outcome.Stale();
        }
        if (held != null && held.contentHash().equals(hash) && !arrivalWasInTheFuture(held)) {
            return new Outcome.Same(call(held, message, hash, areas, changedAt, held.takenInAt(), now));
        }
        return new Outcome.Changed(call(held, message, hash, areas, changedAt, now, now));
    }

    /** An arrival that could not be true yet may be true by now, though the message is the same. */
    private static boolean arrivalWasInTheFuture(Call held) {
        var arrived = held.times().arrivedAt();
        return arrived != null && arrived.isAfter(held.takenInAt());
    }

    private static Instant changedAt(@Nullable Call held, CallMessage message, Instant now) {
        var sent = message.changedAt();
        if (sent == null) {
            return held != null ? held.changedAt() : earlier(Objects.requireNonNull(message.receivedAt()), now);
        }
        var known = earlier(sent, now);
        return held != null && held.changedAt().isAfter(known) ? held.changedAt() : known;
    }

    private static Call call(
            @Nullable Call held,
            CallMessage message,
            String hash,
            Function<String, @Nullable Long> areas,
            Instant changedAt,
            Instant takenInAt,
            Instant now) {
        var received = Objects.requireNonNull(message.receivedAt());
        return new Call(
                held == null ? 0 : held.id(),
                held == null ? 0 : held.version(),
                Objects.requireNonNull(message.source()),
                Objects.requireNonNull(message.reference()),
                changedAt,
                takenInAt,
                hash,
                new CallTimes(
                        received,
                        message.createdAt(),
                        message.gradedAt(),
                        message.dispatchedAt(),
                        message.arrivedAt(),
                        message.closedAt()),
                grading(held == null ? null : held.grading(), message, now),
                place(message, areas),
                new CallDetails(
                        message.openingCode(),
                        message.closingCode(),
                        message.disposal(),
                        message.description(),
                        message.callerType(),
                        message.callTakerTeam(),
                        message.childrenPresent(),
                        message.riskAssessment()),
                orEmpty(message.parties()),
                orEmpty(message.units()),
                orEmpty(message.arrests()),
                crimes(held, message, changedAt, now),
                held == null ? List.of() : held.corrections());
    }

    private static Place place(CallMessage message, Function<String, @Nullable Long> areas) {
        var address = message.address();
        var postcode = address == null ? null : address.postcode();
        return new Place(
                address == null ? null : address.line(),
                postcode,
                postcode != null && Postcodes.isDoubtful(postcode),
                address == null ? null : address.locality(),
                message.area() == null ? null : areas.apply(message.area()));
    }

    private static Grading grading(@Nullable Grading held, CallMessage message, Instant now) {
        var steps = new ArrayList<>(history(held, message));
        var grade = message.grade() != null ? message.grade() : lastGrade(steps);
        var flag = message.domesticAbuse() != null ? message.domesticAbuse() : lastFlag(steps);
        // What the history does not tell is added to it: a change that is seen only by comparing two messages.
        var newGrade = Objects.equals(grade, lastGrade(steps)) ? null : grade;
        var newFlag = flag == lastFlag(steps) ? null : flag;
        if (newGrade != null || newFlag != null) {
            var silent = held == null && steps.stream().allMatch(step -> step.domesticAbuse() == null);
            if (newFlag != null && silent && !steps.isEmpty()) {
                // A new call whose history says nothing of the flag carried it from the start.
                steps.addFirst(new GradeStep(null, newFlag, steps.getFirst().at(), null, null, null));
                newFlag = null;
            }
            if (newGrade != null || newFlag != null) {
                steps.add(new GradeStep(newGrade, newFlag, stepTime(steps, held, message, now), null, null, null));
            }
        }
        return new Grading(grade, firstGrade(held, steps), flag, steps);
    }

    /** The crimes sent, each with when it was first heard of: that does not move when the feed repeats it. */
    private static List<KnownCrime> crimes(@Nullable Call held, CallMessage message, Instant changedAt, Instant now) {
        var sent = message.changedAt();
        var heardNow = sent != null ? earlier(sent, now) : held == null ? changedAt : now;
        return orEmpty(message.crimes()).stream()
                .map(crime -> new KnownCrime(
                        crime.reference(), crime.recordedAt(), crime.noCrimeReason(), heardBefore(held, crime, heardNow)))
                .toList();
    }

    private static Instant heardBefore(@Nullable Call held, Crime crime, Instant heardNow) {
        return (held == null ? Stream.<KnownCrime>empty() : held.crimes().stream())
                .filter(known -> known.isSameAs(crime))
                .map(known -> known.heardAt() != null ? known.heardAt() : held.changedAt())
                .min(Comparator.naturalOrder())
                .orElse(heardNow);
    }

    /** The history sent or, where a message says nothing of grades or of flags, what is held of them. */
    private static List<GradeStep> history(@Nullable Grading held, CallMessage message) {
        var heldSteps = held == null ? List.<GradeStep>of() : held.steps();
        if (message.gradeHistory() == null) {
            return heldSteps;
        }
        var steps = new ArrayList<GradeStep>();
        message.gradeHistory().forEach(step -> steps.add(Objects.requireNonNull(step)));
        if (steps.stream().allMatch(step -> step.domesticAbuse() == null)) {
            steps.addAll(flagSteps(heldSteps));
        } else if (steps.stream().noneMatch(CallMerge::setsFlag)) {
            // A history that never knew the flag can't make it go away unnoticed; what is held stands first.
            steps.addAll(0, untold(flagSteps(heldSteps), steps));
        }
        if (steps.stream().allMatch(step -> step.grade() == null)) {
            heldSteps.stream()
                    .filter(step -> step.grade() != null)
                    .map(step -> new GradeStep(
                            step.grade(), null, step.at(), step.by(), step.reason(), step.authority()))
                    .forEach(steps::add);
        }
        steps.sort(Comparator.comparing(GradeStep::at));
        return steps;
    }

    private static List<GradeStep> flagSteps(List<GradeStep> steps) {
        return steps.stream()
                .filter(step -> step.domesticAbuse() != null)
                .map(step -> new GradeStep(
                        null, step.domesticAbuse(), step.at(), step.by(), step.reason(), step.authority()))
                .toList();
    }

    /** What is held of a flag that the history sent never sets: it was set, and taken off as the history says if it does. */
    private static List<GradeStep> untold(List<GradeStep> held, List<GradeStep> sent) {
        var set = held.stream().filter(CallMerge::setsFlag).map(GradeStep::at).max(Comparator.naturalOrder());
        if (set.isEmpty()) {
            return List.of();
        }
        var sentTimes = sent.stream().filter(step -> step.domesticAbuse() != null).map(GradeStep::at).toList();
        var removalSent = sentTimes.stream().anyMatch(at -> !at.isBefore(set.get()));
        return held.stream()
                .filter(step -> setsFlag(step)
                        || !sentTimes.contains(step.at()) && (!removalSent || step.at().isBefore(set.get())))
                .toList();
    }

    private static boolean setsFlag(GradeStep step) {
        return Boolean.TRUE.equals(step.domesticAbuse());
    }

    /** When a change that no step tells of happened, as near as the message lets one know. */
    private static Instant stepTime(
            List<GradeStep> steps, @Nullable Grading held, CallMessage message, Instant now) {
        var graded = message.gradedAt();
        if (held == null && steps.isEmpty()) {
            var created = message.createdAt();
            return graded != null ? graded : created != null ? created : Objects.requireNonNull(message.receivedAt());
        }
        var last = steps.isEmpty() ? Objects.requireNonNull(message.receivedAt()) : steps.getLast().at();
        if (graded != null && graded.isAfter(last)) {
            return earlier(graded, now);
        }
        var changed = message.changedAt();
        return later(last, changed != null ? earlier(changed, now) : now);
    }

    private static @Nullable String firstGrade(@Nullable Grading held, List<GradeStep> steps) {
        var fresh = firstGraded(steps);
        if (held == null || held.firstGrade() == null) {
            return fresh == null ? null : fresh.grade();
        }
        // A feed that rewrites its history can name an earlier grade, but can't make the one once given go away.
        var known = firstGraded(held.steps());
        var isEarlier = fresh != null && known != null && fresh.at().isBefore(known.at());
        return isEarlier ? fresh.grade() : held.firstGrade();
    }

    private static @Nullable GradeStep firstGraded(List<GradeStep> steps) {
        return steps.stream().filter(step -> step.grade() != null).findFirst().orElse(null);
    }

    private static @Nullable String lastGrade(List<GradeStep> steps) {
        return steps.stream().map(GradeStep::grade).filter(Objects::nonNull).reduce((a, b) -> b).orElse(null);
    }

    private static boolean lastFlag(List<GradeStep> steps) {
        return steps.stream().map(GradeStep::domesticAbuse).filter(Objects::nonNull).reduce((a, b) -> b).orElse(false);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static <T> List<T> orEmpty(@Nullable List<@Nullable T> list) {
        var all = new ArrayList<T>();
        if (list != null) {
            list.stream().filter(Objects::nonNull).forEach(all::add);
        }
        return all;
    }
}
