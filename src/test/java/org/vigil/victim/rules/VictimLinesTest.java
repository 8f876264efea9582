package org.vigil.victim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigil.casework.HealthLine;
import org.vigil.incident.RiskGrade;
import org.vigil.victim.CaseOfVictim;
import org.vigil.victim.Children;
import org.vigil.victim.ContactMeans;
import org.vigil.victim.Need;
import org.vigil.victim.ReferralState;
import org.vigil.victim.SafeWindow;
import org.vigil.victim.SchoolState;
import org.vigil.victim.VictimSide;

class VictimLinesTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
    private static final Instant NEXT_NOON = NOON.plus(Duration.ofDays(1));
    private static final Children NONE = new Children(1, List.of(), null, List.of(), 0);

    @Test
    void everything_that_is_missing_is_a_line() {
        var lines = VictimLines.of(
                aCase(RiskGrade.HIGH, NOON, List.of(2)),
                List.of(new VictimLines.Victim(VictimSide.unknown(1, 0), Map.of(),
                        List.of(new VictimLines.Owed("Released on bail", NEXT_NOON)), null, 2)),
                new Children(1, List.of(2), null, List.of(), 0),
                NOON);

        assertThat(lines).extracting(HealthLine::words).containsExactlyInAnyOrder(
                "The victim is to be told: released on bail, by Wed 4 Mar 2026 12:00.",
                "High risk, and the victim was not reached since the report on Tue 3 Mar 2026 12:00: 2 attempts.",
                "It is not recorded when and how the victim can be contacted safely.",
                "High risk, and not referred to an IDVA.",
                "Special measures are not assessed.",
                "Charged on Tue 3 Mar 2026, and no personal statement was offered to the victim.",
                "Nobody said whether the children are referred to children’s services.",
                "The school of one child was not told.");
    }

    @Test
    void nothing_is_missing_where_all_was_done() {
        var side = VictimSide.unknown(1, 0).withWindow(
                new SafeWindow(Set.of(DayOfWeek.MONDAY), LocalTime.NOON, LocalTime.of(14, 0), Set.of(ContactMeans.CALL), null),
                NOON, "Somebody");
        var children = new Children(1, List.of(2),
                new Children.Referral(ReferralState.MADE, "to children's services", NOON, 1, "One", NOON, "Another"),
                List.of(new Children.School(2, SchoolState.EXEMPT, NOON, "not of school age", "One")), 2);

        assertThat(VictimLines.of(aCase(RiskGrade.HIGH, NOON, List.of(2)),
                        List.of(new VictimLines.Victim(side,
                                Map.of(Need.IDVA, "Referred", Need.SPECIAL_MEASURES, "Wanted", Need.STATEMENT, "Offered"),
                                List.of(), NOON, 0)),
                        children, NEXT_NOON))
                .isEmpty();
    }

    @Test
    void what_is_missing_needs_somebody_from_its_instant_on() {
        var victims = List.of(new VictimLines.Victim(VictimSide.unknown(1, 0), Map.of(), List.of(), null, 0));
        var of = aCase(RiskGrade.HIGH, null, List.of());

        assertThat(urgent(VictimLines.of(of, victims, NONE, NEXT_NOON.minusSeconds(1)))).isEmpty();
        assertThat(urgent(VictimLines.of(of, victims, NONE, NEXT_NOON))).containsExactly(
                "High risk, and the victim was not reached since the report on Tue 3 Mar 2026 12:00: nobody tried.",
                "High risk, and not referred to an IDVA.");
    }

    @Test
    void of_a_closed_case_only_what_is_owed_to_the_victim_is_left() {
        var closed = new CaseOfVictim(1, "C-1", null, null, NOON, NOON, RiskGrade.HIGH, List.of(0), List.of(1), List.of(2), null);

        assertThat(VictimLines.of(closed,
                        List.of(new VictimLines.Victim(VictimSide.unknown(1, 0), Map.of(),
                                List.of(new VictimLines.Owed("No further action", NOON)), null, 0)),
                        new Children(1, List.of(2), null, List.of(), 0), NEXT_NOON))
                .extracting(HealthLine::words)
                .containsExactly("The victim is to be told: no further action, was due Tue 3 Mar 2026 12:00.");
    }

    private static List<String> urgent(List<HealthLine> lines) {
        return lines.stream().filter(HealthLine::urgent).map(HealthLine::words).toList();
    }

    private static CaseOfVictim aCase(@Nullable RiskGrade risk, @Nullable Instant charged, List<Integer> children) {
        return new CaseOfVictim(1, "C-1", null, null, NOON, null, risk, List.of(0), List.of(1), children, charged);
    }
}
