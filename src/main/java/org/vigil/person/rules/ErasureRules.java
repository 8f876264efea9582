package org.vigil.person.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.person.ErasureKind;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.Restriction;
import org.vigil.person.Seen;
import org.vigil.shared.Duty;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;

/** What stands in the way of an erasure, and what one leaves. */
public final class ErasureRules {

    private ErasureRules() {}

    /**
     * How a person stands.
     *
     * @param holdReason null where nothing holds the record
     * @param openCalls references of the calls that name them and are still open
     * @param flagsToChase systems in which a flag is still to be set
     * @param undecided what the viewer sees of each who may be the same person and of whom nobody has decided
     * @param limits of each of the person's records
     * @param keptUntil the day until which the group keeps the record, or null
     * @param group the review group's words where it keeps a record to an age, or null
     */
    public record Standing(
            @Nullable String holdReason,
            List<String> openCalls,
            Set<String> flagsToChase,
            List<Seen> undecided,
            List<Limits> limits,
            @Nullable LocalDate keptUntil,
            @Nullable String group) {}

    /** What stands in the way, each in a sentence that says what to do; empty where nothing does. */
    public static List<String> obstacles(Standing now, Viewer viewer, LocalDate today) {
        var found = new ArrayList<String>();
        if (now.holdReason() != null) {
            found.add("The record is on hold: " + now.holdReason() + " Lift the hold first.");
        }
        if (!now.openCalls().isEmpty()) {
            found.add((now.openCalls().size() == 1 ? "Call " : "Calls ") + String.join(", ", now.openCalls())
                    + " that " + (now.openCalls().size() == 1 ? "names" : "name") + " the person must be closed first.");
        }
        if (!now.flagsToChase().isEmpty()) {
            found.add("A flag is still to be set on " + String.join(", ", new java.util.TreeSet<>(now.flagsToChase()))
                    + ". Settle it first.");
        }
        if (now.undecided().contains(Seen.IN_FULL)) {
            found.add("The queue of duplicates asks whether somebody else is the same person. Decide that first.");
        }
        if (now.undecided().contains(Seen.ASK)) {
            found.add("The queue of duplicates asks whether somebody whose record is restricted is the same person. Ask its"
                    + " owner to decide that first.");
        }
        if (now.limits().stream().anyMatch(limits -> isSomebodyElses(limits, viewer))) {
            found.add("The record is restricted and its owner is somebody else. The owner must erase it, or open it first.");
        }
        if (now.group() != null && (now.keptUntil() == null || now.keptUntil().isAfter(today))) {
            found.add(now.group() + " keeps a record until the person is of the age that it names"
                    + (now.keptUntil() == null
                            ? ", and no date of birth is known."
                            : ", which is on " + UkTime.day(now.keptUntil()) + ".")
                    + " Change the group first if it is wrong.");
        }
        return found;
    }

    private static boolean isSomebodyElses(Limits limits, Viewer viewer) {
        return limits.restriction() != Restriction.OPEN
                && !Objects.equals(limits.ownerAccount(), viewer.accountId())
                && !(limits.ownerDuty() != null && viewer.hasAny(Set.<Duty>of(limits.ownerDuty())));
    }

    /** What is still there afterwards, and why. */
    public static List<String> remains(ErasureKind kind) {
        var remains = new ArrayList<String>();
        remains.add("The record’s number, so that the audit log and this certificate have something to point at.");
        if (kind == ErasureKind.ANONYMISED) {
            remains.add("The sex, and under the record’s number which part “Erased person” had in which call, so that repeat"
                    + " harm can still be counted.");
        }
        remains.add("Calls that named the person, with “Erased person” in their place. The call’s own description and other"
                + " free text, its reasons and the place that it was about are left: they are the call’s, may be about"
                + " others, and may still name the person. Whoever keeps the call reviews them with it.");
        remains.add("Beside each such call a salted hash of name, date of birth and numbers, so that a feed that sends the"
                + " call again does not bring the person back.");
        remains.add("In the audit log who did what and when, officers’ reasons, and what was typed into searches, which is"
                + " masked on screen: they show that the law was kept. The values beside entries are erased.");
        remains.add("The words of the name in the search’s list of spellings, with nobody behind them, until the list is next"
                + " cleared of words that nobody bears, which is done through the day.");
        remains.add("Backups until they run out, and whatever PNC, PND, the crime system and command and control hold.");
        return remains;
    }
}
