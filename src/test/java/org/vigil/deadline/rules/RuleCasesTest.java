package org.vigil.deadline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.vigil.shared.UkTime;

/** Each shipped rule with its own start and facts, worked out by hand. */
class RuleCasesTest {

    private static final Map<String, ClockTerms> SHIPPED = ShippedRules.terms();
    private static final BankHolidays PUBLISHED = PublishedHolidays.shipped();

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvFileSource(resources = "/deadline/rule-cases.csv", numLinesToSkip = 1)
    void each_shipped_rule_is_due_when_worked_out_by_hand(
            String rule, @Nullable RuleFact fact, @Nullable String value, Instant starts, Instant due) {
        var answer = question(starts, fact, value).answer(SHIPPED.get(rule), PUBLISHED);
        assertThat(answer).isInstanceOf(Due.class);
        assertThat(((Due) answer).at()).isEqualTo(due);
    }

    @Test
    void facts_that_can_not_be_are_named() {
        var start = Instant.parse("2026-06-09T13:30:00Z");
        assertThat(problem("CRIME_RECORDING", start, RuleFact.MURDER, null)).contains("murder is not a fact");
        assertThat(problem("CALL_ATTENDANCE", start, RuleFact.MINUTES, "0")).contains("minutes must be between");
        assertThat(problem("DVPO_MAXIMUM", start, RuleFact.DAYS, "13")).contains("between 14 and 28");
        assertThat(problem("DVPO_MAXIMUM", start, RuleFact.DAYS, "29")).contains("between 14 and 28");
        assertThat(problem("CUSTODY_DETENTION", start, RuleFact.ARRESTED_AT, "2026-06-09T14:00:00Z"))
                .contains("after the arrival");
    }

    private static String problem(String rule, Instant start, RuleFact fact, @Nullable String value) {
        var answer = question(start, fact, value).answer(SHIPPED.get(rule), PUBLISHED);
        assertThat(answer).isInstanceOf(NoDue.class);
        return ((NoDue) answer).problem();
    }

    private static ClockQuestion question(Instant starts, @Nullable RuleFact fact, @Nullable String value) {
        if (fact == null) {
            return ClockQuestion.from(starts);
        }
        return switch (fact.type()) {
            case YES -> new ClockQuestion(starts, Map.of(), Map.of(), Set.of(fact));
            case NUMBER -> new ClockQuestion(starts, Map.of(), Map.of(fact, Integer.valueOf(value)), Set.of());
            case MOMENT -> new ClockQuestion(starts, Map.of(fact, Instant.parse(value)), Map.of(), Set.of());
            case DAY -> new ClockQuestion(
                    starts,
                    Map.of(fact, LocalDate.parse(value).atTime(12, 0).atZone(UkTime.LONDON).toInstant()),
                    Map.of(),
                    Set.of());
        };
    }
}
