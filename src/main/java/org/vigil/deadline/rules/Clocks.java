package org.vigil.deadline.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.UkTime;

/**
 * When a clock is due: a pure function of the rule's terms, the start, the bank holidays and the facts of the case.
 * Local days are Europe/London, midnight to midnight.
 */
public final class Clocks {

    /** Pre-charge bail runs from its start date, the day after the arrest (PACE s.47ZB(4)). */
    private static final Set<String> BEGIN_THE_DAY_AFTER = Set.of(
            "PRE_CHARGE_BAIL",
            "PRE_CHARGE_BAIL_INSPECTOR",
            "PRE_CHARGE_BAIL_SUPERINTENDENT",
            "PRE_CHARGE_BAIL_DESIGNATED");

    /** The two breaches that go to the hearing of the order application where that is earlier. */
    private static final Set<String> OR_THE_HEARING = Set.of("DVPN_BREACH_COURT", "DAPN_BREACH_COURT");

    private static final Duration STATION_HOURS_LEFT_OUT = Duration.ofHours(3);
    private static final LocalTime SCHOOL_OPENS = LocalTime.of(8, 30);
    private static final int WORKING_DAYS_BEFORE_A_SITTING = 2;

    private Clocks() {}

    /** The due time, or the problem in words: a missing fact, or a calendar that ends too soon. */
    public static DueAnswer due(ClockTerms terms, Instant start, BankHolidays holidays, Facts facts) {
        var limit = facts.notLaterThan();
        if (limit != null && limit.isBefore(start) && OR_THE_HEARING.contains(terms.code())) {
            return new NoDue("The order hearing is before the arrest: check both times.");
        }
        var answer = counted(terms, start, holidays, facts);
        if (answer instanceof Due due && limit != null && !limit.isBefore(start) && limit.isBefore(due.at())) {
            return new Due(limit, excludedUntil(due, limit), due.caution(), due.breachable());
        }
        return answer;
    }

    private static DueAnswer counted(ClockTerms terms, Instant start, BankHolidays holidays, Facts facts) {
        var day = UkTime.localDay(start);
        var end = facts.givenEnd();
        return switch (terms.kind()) {
            case SITTING -> end == null
                    ? missing("the time of the sitting")
                    : DayClocks.workingDaysBefore(
                            UkTime.localDay(end), WORKING_DAYS_BEFORE_A_SITTING, holidays);
            case SCHOOL_DAY -> schoolDay(day, holidays, end);
            case AT -> atGivenTime(terms, start, facts);
            case END_OF_DAY -> endOfDay(terms, day, end);
            case C4A, C4B, C5A, C5B, C6 -> end == null
                    ? days(terms, day, holidays)
                    : DayClocks.endOf(UkTime.localDay(end));
            case C1, C2, C3 -> end == null ? hours(terms, start, holidays, facts) : Due.at(end);
        };
    }

    private static DueAnswer hours(ClockTerms terms, Instant start, BankHolidays holidays, Facts facts) {
        var length = duration(terms, facts);
        if (length == null) {
            return missing("the number of minutes that the policy allows");
        }
        return switch (terms.kind()) {
            case C2 -> HourClocks.court(start, length, LeftOut.COURT, holidays);
            case C3 -> HourClocks.court(
                    start,
                    length,
                    facts.has(Circumstance.MURDER_CHARGE) ? LeftOut.NOT_WORKING : LeftOut.COURT_BANK_HOLIDAYS_COUNT,
                    holidays);
            default -> HourClocks.elapsed(
                    start, facts.has(Circumstance.SECTION_46A) ? length.plus(STATION_HOURS_LEFT_OUT) : length);
        };
    }

    private static DueAnswer days(ClockTerms terms, LocalDate day, BankHolidays holidays) {
        var length = terms.length();
        if (length == null) {
            return new NoDue("The force has set no length for this clock: an administrator sets one in the catalogue of"
                    + " rules, or give the day on which it is due.");
        }
        return switch (terms.kind()) {
            case C4A -> DayClocks.daysBeginningWith(day, length);
            case C4B -> DayClocks.daysAfter(day, length);
            case C5A -> DayClocks.monthsOf(day, length);
            case C5B -> DayClocks.monthsBeginningWith(
                    BEGIN_THE_DAY_AFTER.contains(terms.code()) ? day.plusDays(1) : day, length);
            default -> DayClocks.workingDaysAfter(day, length, holidays);
        };
    }

    /**
     * Every rule needs the day that was set. An order that ends may give it as its start alone; started at the day it was
     * made, with its end given, it has time for its warnings.
     */
    private static DueAnswer endOfDay(ClockTerms terms, LocalDate day, @Nullable Instant end) {
        if (end != null) {
            return DayClocks.endOf(UkTime.localDay(end));
        }
        return terms.code().equals("ORDER_EXPIRY") ? DayClocks.endOf(day) : missing("the day on which it is due");
    }

    private static DueAnswer atGivenTime(ClockTerms terms, Instant start, Facts facts) {
        if (facts.has(Circumstance.BEFORE_RELEASE_IMPOSSIBLE)) {
            var length = duration(terms, facts);
            return length == null ? missing("the time allowed after the decision") : HourClocks.elapsed(start, length);
        }
        if (facts.givenEnd() != null) {
            return Due.at(facts.givenEnd());
        }
        return missing(
                terms.code().equals("VICTIM_BEFORE_RELEASE")
                        ? "the time of the release, or that telling the victim before it was impossible"
                        : "the time at which it ends");
    }

    /** Without a term calendar the next working day is assumed: it warns, and passing it is no breach. */
    private static DueAnswer schoolDay(LocalDate day, BankHolidays holidays, @Nullable Instant schoolDay) {
        if (schoolDay != null) {
            return Due.at(schoolOpens(UkTime.localDay(schoolDay)));
        }
        var next = DayClocks.workingDaysAfter(day, 1, holidays);
        return next instanceof Due due
                ? new Due(
                        schoolOpens(UkTime.localDay(due.at().minusNanos(1))),
                        due.excluded(),
                        "No term dates are held for the area: the next working day is assumed. The clock warns, and"
                                + " passing it is never a breach.",
                        false)
                : next;
    }

    private static Instant schoolOpens(LocalDate day) {
        return day.atTime(SCHOOL_OPENS).atZone(UkTime.LONDON).toInstant();
    }

    private static List<ExcludedDay> excludedUntil(Due due, Instant limit) {
        var last = UkTime.localDay(limit);
        return due.excluded().stream().filter(left -> !left.day().isAfter(last)).toList();
    }

    @Nullable
    private static Duration duration(ClockTerms terms, Facts facts) {
        if (facts.givenMinutes() != null) {
            return Duration.ofMinutes(facts.givenMinutes());
        }
        if (terms.length() == null) {
            return null;
        }
        return terms.unit() == ClockUnit.MINUTES
                ? Duration.ofMinutes(terms.length())
                : Duration.ofHours(terms.length());
    }

    private static NoDue missing(String what) {
        return new NoDue("A fact is missing: " + what + ".");
    }
}
