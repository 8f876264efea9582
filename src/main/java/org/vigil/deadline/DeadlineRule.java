package org.vigil.deadline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.deadline.rules.ClockKind;
import org.vigil.deadline.rules.ClockTerms;
import org.vigil.deadline.rules.ClockUnit;
import org.vigil.deadline.rules.Rung;
import org.vigil.shared.Duty;

/**
 * One version of a rule, in force from {@link #validFrom} until before {@link #validTo}. A version is never edited.
 *
 * @param length in the unit; null where each case brings its own end
 * @param startsWith the event that starts the clock, in words
 * @param basis the law, guidance or policy that the clock rests on
 * @param staleAfterMinutes how long an acknowledgement holds before the alert is raised again
 */
public record DeadlineRule(
        long id,
        String code,
        String title,
        ClockKind kind,
        @Nullable Integer length,
        @Nullable ClockUnit unit,
        String startsWith,
        String metWhen,
        String basis,
        @Nullable String note,
        Duty ownerDuty,
        boolean pausable,
        boolean breachable,
        int staleAfterMinutes,
        Instant validFrom,
        @Nullable Instant validTo,
        String createdBy,
        String reason,
        List<DeadlineRung> rungs) {

    public DeadlineRule {
        rungs = List.copyOf(rungs);
    }

    /** What the version says about counting. */
    public ClockTerms terms() {
        return new ClockTerms(code, kind, length, unit);
    }

    /** The stages without their audiences, for the arithmetic. */
    public List<Rung> stages() {
        return rungs.stream().map(DeadlineRung::rung).toList();
    }

    /** The length in words: "48 hours", or "set by each case". */
    public String lengthInWords() {
        return length == null || unit == null ? "set by each case" : unit.of(length);
    }

    public boolean isInForceAt(Instant at) {
        return !at.isBefore(validFrom) && (validTo == null || at.isBefore(validTo));
    }

    /** The stage at a position. */
    public DeadlineRung rungAt(int position) {
        return rungs.stream()
                .filter(rung -> rung.rung().position() == position)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(code + " has no stage " + position));
    }
}
