package org.vigil.custody.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.CustodyAuthority;
import org.vigil.custody.CustodyStanding.Pause;
import org.vigil.custody.CustodyStanding.Step;
import org.vigil.deadline.rules.BailPauses;
import org.vigil.deadline.rules.ClockKind;
import org.vigil.deadline.rules.Facts;

/**
 * The periods of bail before charge: three months from a custody officer, to six by an inspector, to nine by a
 * superintendent, to twelve by an assistant chief constable in a designated case, then as a court sets (PACE ss.47ZB to
 * 47ZG). Each is counted from the arrest.
 */
public final class BailSteps {

    public static final String FIRST = "PRE_CHARGE_BAIL";
    public static final String BY_COURT = "PRE_CHARGE_BAIL_COURT";

    /** In the order in which they follow each other. */
    public static final List<String> RULES = List.of(
            FIRST,
            "PRE_CHARGE_BAIL_INSPECTOR",
            "PRE_CHARGE_BAIL_SUPERINTENDENT",
            "PRE_CHARGE_BAIL_DESIGNATED",
            BY_COURT);

    /** Days that are left at least when a prosecutor asks for more (PACE s.47ZL). */
    public static final int LEAST_DAYS_LEFT = 7;

    private static final List<CustodyAuthority> LEAST = List.of(
            CustodyAuthority.CUSTODY_OFFICER,
            CustodyAuthority.INSPECTOR,
            CustodyAuthority.SUPERINTENDENT,
            CustodyAuthority.DESIGNATED,
            CustodyAuthority.COURT);

    private BailSteps() {}

    /** The lowest authority that may let bail run on after this period. */
    public static CustodyAuthority leastAfter(String rule) {
        return LEAST.get(Math.min(RULES.indexOf(rule) + 1, LEAST.size() - 1));
    }

    /**
     * The period that follows: a court's may follow any, the others follow each other. Empty where the authority is too
     * low, or a court named no day.
     */
    static Optional<Step> next(Step last, CustodyAuthority by, Instant at, @Nullable Instant courtsDay) {
        if (by == CustodyAuthority.COURT) {
            return courtsDay == null ? Optional.empty() : Optional.of(new Step(BY_COURT, by, at, courtsDay));
        }
        var least = leastAfter(last.rule());
        return by.compareTo(least) < 0
                ? Optional.empty()
                : Optional.of(new Step(RULES.get(RULES.indexOf(last.rule()) + 1), by, at, null));
    }

    /** A court's day stands as it was set: what did not run before it was known to the court. */
    static List<Pause> pausesOf(Step step, List<Pause> pauses) {
        return step.rule().equals(BY_COURT)
                ? pauses.stream().filter(pause -> !pause.from().isBefore(step.at())).toList()
                : pauses;
    }

    /** When the law ends a period; null while it does not run. */
    static @Nullable Instant lawEnd(Step step, Instant arrestedAt, List<Pause> pauses, ClockTimes times) {
        var due = times.due(step.rule(), arrestedAt, new Facts(null, step.givenEnd(), null, Set.of()));
        for (var pause : pausesOf(step, pauses)) {
            if (due == null || pause.to() == null) {
                return null;
            }
            due = BailPauses.afterPause(ClockKind.C5B, due, pause.from(), pause.to(), LEAST_DAYS_LEFT);
        }
        return due;
    }
}
