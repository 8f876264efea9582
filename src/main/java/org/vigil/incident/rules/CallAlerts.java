package org.vigil.incident.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.CallFacts;
import org.vigil.incident.Disposal;
import org.vigil.incident.Grading;

/**
 * What a supervisor is told about a call beside its clocks. Source: DOMAIN.md section 2: any downgrade of a flagged
 * call, removal of the flag, resolution without deployment, and times that can't be true.
 */
public final class CallAlerts {

    public static final String DOWNGRADED = "CALL_DOWNGRADED";
    public static final String FLAG_REMOVED = "CALL_FLAG_REMOVED";
    public static final String NO_DEPLOYMENT = "CALL_RESOLVED_WITHOUT_DEPLOYMENT";
    public static final String IMPOSSIBLE = "CALL_TIMES_IMPOSSIBLE";
    public static final List<String> KINDS = List.of(DOWNGRADED, FLAG_REMOVED, NO_DEPLOYMENT, IMPOSSIBLE);

    /** A call that was already closed for this long when it was first heard of is history: nobody is called to act. */
    private static final Duration HISTORY = Duration.ofDays(1);

    private final List<Raise> raised = new ArrayList<>();
    private final List<Close> closed = new ArrayList<>();

    private CallAlerts() {}

    /** An alert to raise; the detail says the reason and the authority, or that none was given. */
    public record Raise(String kind, String detail) {}

    /** An alert whose cause is gone. */
    public record Close(String kind, String why) {}

    /** What a change of a call's facts asks for. */
    public record Answer(List<Raise> raised, List<Close> closed) {}

    /** @param before null for a call that is new */
    public static Answer of(@Nullable CallFacts before, CallFacts after, GradePolicy policy) {
        var alerts = new CallAlerts();
        alerts.grade(before, after, policy);
        alerts.flag(before, after);
        alerts.deployment(before, after);
        alerts.times(before, after);
        return new Answer(isHistory(before, after) ? List.of() : List.copyOf(alerts.raised), List.copyOf(alerts.closed));
    }

    private static boolean isHistory(@Nullable CallFacts before, CallFacts after) {
        Instant closed = after.closedAt();
        return before == null && closed != null && closed.isBefore(after.knownAt().minus(HISTORY));
    }

    private void grade(@Nullable CallFacts before, CallFacts after, GradePolicy policy) {
        var lowered = GradeChanges.newlyLowered(before, after, policy);
        if (!lowered.isEmpty()) {
            raised.add(new Raise(
                    DOWNGRADED,
                    lowered.stream().map(GradeChanges.Lowered::sentence).collect(Collectors.joining(" "))));
        }
    }

    private void flag(@Nullable CallFacts before, CallFacts after) {
        var removed = GradeChanges.flagRemoved(after);
        var wasRemoved = before != null && GradeChanges.flagRemoved(before).isPresent();
        if (removed.isPresent() && !wasRemoved) {
            var unexplained = removed.get().lacksReason() ? " The call's clocks run on until a reason is given." : "";
            raised.add(new Raise(FLAG_REMOVED, removed.get().sentence() + unexplained));
        }
        if (removed.isEmpty() && wasRemoved) {
            closed.add(new Close(FLAG_REMOVED, "The flag was put back."));
        }
    }

    private void deployment(@Nullable CallFacts before, CallFacts after) {
        var now = isWithoutDeployment(after);
        var was = before != null && isWithoutDeployment(before);
        if (now && !was) {
            raised.add(new Raise(
                    NO_DEPLOYMENT,
                    "Resolved without anybody attending; graded " + Grading.words(after.grade())
                            + ", first " + Grading.words(after.firstGrade()) + "."));
        }
        if (was && !now) {
            closed.add(new Close(NO_DEPLOYMENT, "The call is no longer resolved without deployment."));
        }
    }

    private static boolean isWithoutDeployment(CallFacts facts) {
        return facts.disposal() == Disposal.RESOLVED_WITHOUT_DEPLOYMENT
                && GradeChanges.isWatched(facts)
                && ImpossibleTimes.credibleArrival(facts) == null;
    }

    private void times(@Nullable CallFacts before, CallFacts after) {
        var now = GradeChanges.isWatched(after) ? ImpossibleTimes.of(after) : List.<String>of();
        var was = before != null && GradeChanges.isWatched(before) ? ImpossibleTimes.of(before) : List.<String>of();
        if (!now.isEmpty() && !now.equals(was)) {
            var sentence = String.join("; ", now);
            raised.add(new Raise(
                    IMPOSSIBLE,
                    Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1)
                            + ". The attendance clock runs on until the time is put right."));
        }
        if (now.isEmpty() && !was.isEmpty()) {
            closed.add(new Close(IMPOSSIBLE, "The times were put right."));
        }
    }
}
