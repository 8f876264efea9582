package org.vigil.deadline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigil.deadline.rules.BankHolidays;
import org.vigil.deadline.rules.Clocks;
import org.vigil.deadline.rules.DueAnswer;
import org.vigil.deadline.rules.Facts;
import org.vigil.deadline.rules.NoDue;
import org.vigil.shared.UkTime;

/** The rules and the bank holidays as they stand at one moment. */
public final class Catalogue {

    private final List<DeadlineRule> rules;
    private final Map<String, List<DeadlineRule>> byCode;
    private final Map<Long, DeadlineRule> byId;
    private final BankHolidays holidays;
    private final @Nullable Long calendarId;

    Catalogue(List<DeadlineRule> rules, BankHolidays holidays, @Nullable Long calendarId) {
        this.rules = List.copyOf(rules);
        this.byCode = rules.stream().collect(Collectors.groupingBy(DeadlineRule::code));
        this.byId = rules.stream().collect(Collectors.toMap(DeadlineRule::id, Function.identity()));
        this.holidays = holidays;
        this.calendarId = calendarId;
    }

    /** Every version of every rule. */
    public List<DeadlineRule> rules() {
        return rules;
    }

    public BankHolidays holidays() {
        return holidays;
    }

    /** The key of the calendar's edition, or null where none is loaded. */
    public @Nullable Long calendarId() {
        return calendarId;
    }

    public boolean knows(String code) {
        return byCode.containsKey(code);
    }

    /** The versions of a rule, oldest first. */
    public List<DeadlineRule> versions(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    /** The version of a rule in force at an instant. */
    public Optional<DeadlineRule> inForce(String code, Instant at) {
        return versions(code).stream().filter(rule -> rule.isInForceAt(at)).findFirst();
    }

    /** The rules in force at an instant, by title. */
    public List<DeadlineRule> inForce(Instant at) {
        return rules.stream()
                .filter(rule -> rule.isInForceAt(at))
                .sorted(Comparator.comparing(DeadlineRule::title))
                .toList();
    }

    public DeadlineRule byId(long id) {
        var rule = byId.get(id);
        if (rule == null) {
            throw new IllegalStateException("no rule " + id);
        }
        return rule;
    }

    /** When a clock under the version in force at its start is due. */
    public DueAnswer due(String code, Instant start, Facts facts) {
        return inForce(code, start).map(rule -> due(rule, start, facts)).orElseGet(() -> none(code, start));
    }

    /** Why no version of a rule was in force at an instant. */
    NoDue none(String code, Instant at) {
        var versions = versions(code);
        return versions.isEmpty()
                ? new NoDue("There is no clock called " + code + ".")
                : new NoDue("No version of this rule was in force on " + UkTime.day(UkTime.localDay(at))
                        + "; the first begins on "
                        + UkTime.day(UkTime.localDay(versions.getFirst().validFrom())) + ".");
    }

    /** When a clock under this version is due. */
    public DueAnswer due(DeadlineRule rule, Instant start, Facts facts) {
        return Clocks.due(rule.terms(), start, holidays, facts);
    }
}
