package org.vigil.deadline.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.deadline.rules.ClockQuestion;
import org.vigil.deadline.rules.RuleFact;
import org.vigil.shared.UkTime;

/** One question of a preview: a rule, a start, and such facts as the rule looks at. */
record PreviewItem(
        @Nullable String rule,
        @Nullable Instant startsAt,
        @Nullable Integer minutes,
        @Nullable Integer days,
        @Nullable LocalDate endsOn,
        @Nullable Instant endsAt,
        @Nullable Instant hearingAt,
        @Nullable Instant surrenderAt,
        @Nullable Instant arrestedAt,
        @Nullable Instant releaseAt,
        @Nullable Instant sittingAt,
        @Nullable LocalDate schoolDay,
        @Nullable Boolean murder,
        @Nullable Boolean section46A,
        @Nullable Boolean beforeReleaseImpossible) {

    ClockQuestion question(Instant start) {
        Map<RuleFact, Instant> times = new EnumMap<>(RuleFact.class);
        put(times, RuleFact.ENDS_ON, middleOf(endsOn));
        put(times, RuleFact.ENDS_AT, endsAt);
        put(times, RuleFact.HEARING_AT, hearingAt);
        put(times, RuleFact.SURRENDER_AT, surrenderAt);
        put(times, RuleFact.ARRESTED_AT, arrestedAt);
        put(times, RuleFact.RELEASE_AT, releaseAt);
        put(times, RuleFact.SITTING_AT, sittingAt);
        put(times, RuleFact.SCHOOL_DAY, middleOf(schoolDay));
        Map<RuleFact, Integer> numbers = new EnumMap<>(RuleFact.class);
        put(numbers, RuleFact.MINUTES, minutes);
        put(numbers, RuleFact.DAYS, days);
        Set<RuleFact> yes = EnumSet.noneOf(RuleFact.class);
        add(yes, RuleFact.MURDER, murder);
        add(yes, RuleFact.SECTION_46A, section46A);
        add(yes, RuleFact.BEFORE_RELEASE_IMPOSSIBLE, beforeReleaseImpossible);
        return new ClockQuestion(start, times, numbers, yes);
    }

    private static @Nullable Instant middleOf(@Nullable LocalDate day) {
        return day == null ? null : day.atTime(12, 0).atZone(UkTime.LONDON).toInstant();
    }

    private static <T> void put(Map<RuleFact, T> facts, RuleFact fact, @Nullable T value) {
        if (value != null) {
            facts.put(fact, value);
        }
    }

    private static void add(Set<RuleFact> yes, RuleFact fact, @Nullable Boolean said) {
        if (Boolean.TRUE.equals(said)) {
            yes.add(fact);
        }
    }
}
