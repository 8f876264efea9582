package org.vigil.victim.rules;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigil.deadline.DeadlineChange;
import org.vigil.shared.UkTime;
import org.vigil.victim.CaseOfVictim;
import org.vigil.victim.UpdateState;
import org.vigil.victim.VictimUpdate;

/** The clock of each update. Source: DEADLINES.md, VICTIM_UPDATE_ENHANCED and VICTIM_UPDATE (Victims' Code, right 6). */
public final class UpdateClock {

    public static final String ENHANCED = "VICTIM_UPDATE_ENHANCED";
    public static final String STANDARD = "VICTIM_UPDATE";

    public static final List<String> RULES = List.of(ENHANCED, STANDARD);

    private UpdateClock() {}

    /** The rule that an update runs under. */
    public static String rule(VictimUpdate update) {
        return update.enhanced() ? ENHANCED : STANDARD;
    }

    /** Starts it. The title names nobody: alerts are read by more people than the case. */
    public static DeadlineChange.Open open(VictimUpdate update, CaseOfVictim of) {
        return DeadlineChange.Open.of(
                rule(update),
                update.subject(of.reference()),
                "Tell the victim: " + update.kind().label().toLowerCase(java.util.Locale.UK),
                of.areaId(),
                update.eventAt(),
                "Suspect event: " + update.kind().label() + ", " + UkTime.moment(update.eventAt()));
    }

    /** The event's time was put right; what was told stays told. */
    public static List<DeadlineChange> putRight(VictimUpdate moved, CaseOfVictim of, @Nullable String evidence) {
        var restart = new DeadlineChange.Restart(open(moved, of), "The time of the event was put right.");
        return moved.state() == UpdateState.TOLD
                ? List.of(restart, meet(moved, of, evidence == null ? "Victim told" : evidence))
                : List.of(restart);
    }

    /** The victim was told. */
    public static DeadlineChange meet(VictimUpdate told, CaseOfVictim of, String evidence) {
        return new DeadlineChange.Meet(
                rule(told), told.subject(of.reference()), Objects.requireNonNull(told.settled()).at(), evidence);
    }

    /** Nobody will tell the victim; a breach that happened stays one. */
    public static DeadlineChange cancel(VictimUpdate update, CaseOfVictim of, String reason) {
        return new DeadlineChange.Cancel(rule(update), update.subject(of.reference()), reason);
    }
}
