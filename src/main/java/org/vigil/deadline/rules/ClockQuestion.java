package org.vigil.deadline.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a rule: a start and the facts of a case that is not on record.
 *
 * @param times facts that are times; a fact that is a day is any instant of it
 * @param numbers facts that are numbers
 * @param yes facts that are true
 */
public record ClockQuestion(
        Instant startsAt, Map<RuleFact, Instant> times, Map<RuleFact, Integer> numbers, Set<RuleFact> yes) {

    private static final Duration FROM_ARREST_AT_MOST = Duration.ofHours(24);
    private static final int SHORTEST_ORDER = 14;
    private static final int LONGEST_ORDER = 28;
    private static final int MOST_MINUTES = 60 * 24 * 366;

    public ClockQuestion {
        times = Map.copyOf(times);
        numbers = Map.copyOf(numbers);
        yes = Set.copyOf(yes);
    }

    /** A question about the start alone. */
    public static ClockQuestion from(Instant startsAt) {
        return new ClockQuestion(startsAt, Map.of(), Map.of(), Set.of());
    }

    /** The answer under a version of a rule. */
    public DueAnswer answer(ClockTerms terms, BankHolidays holidays) {
        var wrong = problem(terms);
        if (wrong.isPresent()) {
            return new NoDue(wrong.get());
        }
        return Clocks.due(stated(terms), start(), holidays, facts());
    }

    private Optional<String> problem(ClockTerms terms) {
        var known = RuleFact.of(terms);
        for (var fact : given()) {
            if (!known.contains(fact)) {
                return Optional.of(fact.apiName() + " is not a fact of this rule.");
            }
        }
        var minutes = numbers.get(RuleFact.MINUTES);
        if (minutes != null && (minutes < 1 || minutes > MOST_MINUTES)) {
            return Optional.of("minutes must be between 1 and " + MOST_MINUTES + ".");
        }
        var days = numbers.get(RuleFact.DAYS);
        if (days != null && (days < SHORTEST_ORDER || days > LONGEST_ORDER)) {
            return Optional.of("days must be between " + SHORTEST_ORDER + " and " + LONGEST_ORDER + ".");
        }
        var arrest = times.get(RuleFact.ARRESTED_AT);
        if (arrest != null && arrest.isAfter(startsAt)) {
            return Optional.of("The arrest is after the arrival at the station: check both times.");
        }
        return Optional.empty();
    }

    private Set<RuleFact> given() {
        var given = EnumSet.noneOf(RuleFact.class);
        given.addAll(times.keySet());
        given.addAll(numbers.keySet());
        given.addAll(yes);
        return given;
    }

    private ClockTerms stated(ClockTerms terms) {
        var days = numbers.get(RuleFact.DAYS);
        return days == null ? terms : new ClockTerms(terms.code(), terms.kind(), days, terms.unit());
    }

    /** Detention runs from the arrival, or from 24 hours after the arrest where that is earlier (PACE s.41(2)). */
    private Instant start() {
        var arrest = times.get(RuleFact.ARRESTED_AT);
        var latest = arrest == null ? startsAt : arrest.plus(FROM_ARREST_AT_MOST);
        return latest.isBefore(startsAt) ? latest : startsAt;
    }

    private Facts facts() {
        var circumstances = EnumSet.noneOf(Circumstance.class);
        for (var fact : yes) {
            switch (fact) {
                case MURDER -> circumstances.add(Circumstance.MURDER_CHARGE);
                case SECTION_46A -> circumstances.add(Circumstance.SECTION_46A);
                case BEFORE_RELEASE_IMPOSSIBLE -> circumstances.add(Circumstance.BEFORE_RELEASE_IMPOSSIBLE);
                default -> throw new IllegalArgumentException(fact + " is not answered by yes");
            }
        }
        return new Facts(
                numbers.get(RuleFact.MINUTES),
                first(
                        RuleFact.ENDS_ON, RuleFact.ENDS_AT, RuleFact.RELEASE_AT, RuleFact.SITTING_AT, RuleFact.SCHOOL_DAY),
                first(RuleFact.HEARING_AT, RuleFact.SURRENDER_AT),
                circumstances);
    }

    private @Nullable Instant first(RuleFact... facts) {
        for (var fact : facts) {
            var time = times.get(fact);
            if (time != null) {
                return time;
            }
        }
        return null;
    }
}
