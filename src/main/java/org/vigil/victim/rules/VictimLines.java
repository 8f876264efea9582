package org.vigil.victim.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.HealthLine;
import org.vigil.incident.RiskGrade;
import org.vigil.shared.UkTime;
import org.vigil.victim.CaseOfVictim;
import org.vigil.victim.Children;
import org.vigil.victim.Need;
import org.vigil.victim.VictimSide;

/**
 * What is missing for the victims and the children of a case, each a line. Sources: Victims' Code rights 4 (special
 * measures), 6 (updates) and 7 (personal statement); APP on domestic abuse (IDVA for high risk, early contact, children);
 * DAA 2021 s.49A (school).
 */
public final class VictimLines {

    /** A victim at high risk is to be spoken to within a day of the report. */
    private static final Duration FIRST_CONTACT = Duration.ofHours(24);

    private static final Duration REFERRAL = Duration.ofHours(24);
    private static final String CODE = "Victims' Code, right ";
    private static final String APP = "APP on domestic abuse";

    private final CaseOfVictim of;
    private final Instant now;
    private final List<HealthLine> lines = new ArrayList<>();

    private VictimLines(CaseOfVictim of, Instant now) {
        this.of = of;
        this.now = now;
    }

    /**
     * What is known of one victim.
     *
     * @param steps the latest step of each need, in words by need; what took none is missing
     * @param owed due times of what the victim is still to be told, by what; a null is without a clock
     * @param reachedAt when somebody last reached the victim since the report, or null
     * @param attempts how often somebody tried since the report
     */
    public record Victim(
            VictimSide side,
            Map<Need, String> steps,
            List<Owed> owed,
            @Nullable Instant reachedAt,
            int attempts) {

        public Victim {
            steps = Map.copyOf(steps);
            owed = List.copyOf(owed);
        }
    }

    /** Something that a victim is still to be told. */
    public record Owed(String what, @Nullable Instant dueAt) {}

    /** The lines of a case that is open, those that need somebody now first; what is owed to the victim even of a closed one. */
    public static List<HealthLine> of(CaseOfVictim of, List<Victim> victims, Children children, Instant now) {
        var lines = new VictimLines(of, now);
        victims.forEach(lines::victim);
        if (of.isOpen()) {
            lines.children(children);
        }
        return lines.lines.stream()
                .sorted(Comparator.comparing(HealthLine::urgent).reversed())
                .toList();
    }

    private void victim(Victim victim) {
        var place = victim.side().place();
        victim.owed().forEach(owed -> add(
                "The victim is to be told: " + owed.what().toLowerCase(java.util.Locale.UK)
                        + (owed.dueAt() == null
                                ? ", no clock runs."
                                : (owed.dueAt().isAfter(now) ? ", by " : ", was due ") + UkTime.moment(owed.dueAt()) + "."),
                owed.dueAt(), CODE + "6", place));
        if (!of.isOpen()) {
            return;
        }
        if (of.risk() == RiskGrade.HIGH && victim.reachedAt() == null) {
            add("High risk, and the victim was not reached since the report on " + UkTime.moment(of.reportedAt()) + ": "
                    + attempts(victim.attempts()) + ".", of.reportedAt().plus(FIRST_CONTACT), APP, place);
        }
        if (victim.side().window() == null) {
            add("It is not recorded when and how the victim can be contacted safely.", null, APP, place);
        }
        if (of.risk() == RiskGrade.HIGH && !victim.steps().containsKey(Need.IDVA)) {
            add("High risk, and not referred to an IDVA.", of.reportedAt().plus(REFERRAL), APP, place);
        }
        if (!victim.steps().containsKey(Need.SPECIAL_MEASURES)) {
            add("Special measures are not assessed.", of.chargedSince(), CODE + "4", place);
        }
        if (of.chargedSince() != null && !victim.steps().containsKey(Need.STATEMENT)) {
            add("Charged on " + UkTime.day(UkTime.localDay(of.chargedSince()))
                    + ", and no personal statement was offered to the victim.", of.chargedSince(), CODE + "7", place);
        }
    }

    private void children(Children children) {
        if (children.places().isEmpty()) {
            return;
        }
        var referral = children.referral();
        if (referral == null) {
            add("Nobody said whether the children are referred to children’s services.", of.reportedAt().plus(REFERRAL),
                    APP, null);
        } else if (!referral.isConfirmed()) {
            add("No supervisor confirmed that the children of the household are safe.", referral.madeAt().plus(REFERRAL),
                    APP, null);
        }
        var without = children.withoutNotice();
        if (!without.isEmpty()) {
            add(without.size() == 1
                            ? "The school of one child was not told."
                            : "The schools of " + without.size() + " children were not told.",
                    null, "DAA 2021 s.49A", Objects.requireNonNull(without.getFirst()));
        }
    }

    private static String attempts(int number) {
        return switch (number) {
            case 0 -> "nobody tried";
            case 1 -> "one attempt";
            default -> number + " attempts";
        };
    }

    private void add(String words, @Nullable Instant urgentFrom, String basis, @Nullable Integer place) {
        var urgent = urgentFrom != null && !now.isBefore(urgentFrom);
        lines.add(new HealthLine(HealthLine.Kind.VICTIM, words, urgent, urgentFrom, basis, place));
    }
}
