package org.vigil.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.RiskGrade;
import org.vigil.shared.UkTime;

/** What the force holds of cases as data, each row with its dates of force; days are local, Europe/London. */
public record CasePolicy(
        List<LevelRule> levels, List<Standard> standards, List<Interval> intervals, List<Limit> limits) {

    public CasePolicy {
        levels = List.copyOf(levels);
        standards = List.copyOf(standards);
        intervals = List.copyOf(intervals);
        limits = List.copyOf(limits);
    }

    /** What a rule of levels looks at. */
    public enum Criterion {
        RISK_GRADE,
        OFFENCE_WORDS,
        SUSPECTS_AT_LEAST,
        CHILDREN_AT_LEAST,
        VICTIM_UNDER_18
    }

    /** What may be missing from a case for a while. */
    public enum LimitKind {
        ALLOCATE_HIGH,
        ASSESS,
        ADVICE_ANSWER,
        OVERSIGHT,
        NEXT_ATTEMPT
    }

    /** The days on which a row is in force: from the first, and before the second. */
    public record InForce(LocalDate from, @Nullable LocalDate to) {

        boolean at(Instant at) {
            var day = UkTime.localDay(at);
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /** A case that fits the criterion is of the level at least. */
    public record LevelRule(
            Criterion criterion, @Nullable String value, CaseLevel level, String basis, InForce inForce) {}

    /**
     * What a level asks of whoever investigates.
     *
     * @param leadPip the lead officer's least level of training, null where any will do
     */
    public record Standard(
            CaseLevel level, @Nullable Integer leadPip, boolean oversight, String basis, InForce inForce) {}

    /**
     * When risk is to be looked at again.
     *
     * @param grade null for what nobody assessed
     * @param inDays whether it ends with a day; otherwise the length is in hours and ends to the minute
     */
    public record Interval(@Nullable RiskGrade grade, int length, boolean inDays, String basis, InForce inForce) {}

    /** How long something may be missing before somebody must see to it now. */
    public record Limit(LimitKind kind, Duration length, String basis, InForce inForce) {}

    /** The rules of levels in force. */
    public List<LevelRule> levelsAt(Instant at) {
        return levels.stream().filter(rule -> rule.inForce().at(at)).toList();
    }

    /** What a level asks; nothing where no row is in force. */
    public Standard standard(CaseLevel level, Instant at) {
        return standards.stream()
                .filter(row -> row.level() == level && row.inForce().at(at))
                .findFirst()
                .orElse(new Standard(level, null, false, "Force policy", new InForce(LocalDate.MIN, null)));
    }

    /** The interval of a grade, or of what nobody assessed; empty where the force has none in force. */
    public Optional<Interval> interval(@Nullable RiskGrade grade, Instant at) {
        return intervals.stream()
                .filter(row -> row.grade() == grade && row.inForce().at(at))
                .findFirst();
    }

    /** How long something may be missing; empty where the force has set nothing. */
    public Optional<Limit> limit(LimitKind kind, Instant at) {
        return limits.stream().filter(row -> row.kind() == kind && row.inForce().at(at)).findFirst();
    }
}
