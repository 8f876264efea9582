package org.vigil.incident.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.incident.CallFixture.RECEIVED;
import static org.vigil.incident.CallFixture.aCall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigil.incident.Call;
import org.vigil.incident.CallFacts;
import org.vigil.incident.CallFixture;
import org.vigil.incident.CorrectedField;
import org.vigil.incident.Correction;
import org.vigil.incident.Disposal;
import org.vigil.incident.GradeStep;

class GradeChangesTest {

    @Test
    void a_less_urgent_grade_on_a_flagged_call_is_lowered_and_says_what_is_missing() {
        var facts = aCall().flagged().graded("PRIORITY")
                .step("IMMEDIATE", true, RECEIVED).step("PRIORITY", null, minute(5)).facts();

        assertThat(GradeChanges.lowered(facts, Policies.SHIPPED)).singleElement().satisfies(lowered -> {
            assertThat(lowered.from()).isEqualTo("IMMEDIATE");
            assertThat(lowered.to()).isEqualTo("PRIORITY");
            assertThat(lowered.lacksReason()).isTrue();
            assertThat(lowered.lacksAuthority()).isTrue();
            assertThat(lowered.sentence()).isEqualTo("Immediate lowered to Priority at Tue 3 Mar 2026 12:05."
                    + " No reason given. No authority given.");
        });
    }

    @Test
    void reason_authority_and_who_are_told_where_the_feed_gives_them() {
        var facts = aCall().flagged().graded("SCHEDULED")
                .step("PRIORITY", true, RECEIVED)
                .step(new GradeStep("SCHEDULED", null, minute(5), "Op 12", "Offender in custody", "Insp 9")).facts();

        assertThat(GradeChanges.lowered(facts, Policies.SHIPPED).getFirst().sentence())
                .endsWith("by Op 12. Reason: Offender in custody. Authority: Insp 9.");
    }

    @Test
    void a_more_urgent_or_equal_grade_is_not_lowered() {
        var facts = aCall().flagged().graded("IMMEDIATE")
                .step("PRIORITY", true, RECEIVED).step("PRIORITY", null, minute(2)).step("IMMEDIATE", null, minute(5))
                .facts();

        assertThat(GradeChanges.lowered(facts, Policies.SHIPPED)).isEmpty();
    }

    @Test
    void a_grade_lowered_before_the_flag_was_set_counts_once_it_is() {
        var unflagged = aCall().unflagged().graded("PRIORITY")
                .step("IMMEDIATE", null, RECEIVED).step("PRIORITY", null, minute(5)).facts();
        var flagged = aCall().flagged().graded("PRIORITY")
                .step("IMMEDIATE", null, RECEIVED).step("PRIORITY", null, minute(5)).step(null, true, minute(9)).facts();

        assertThat(GradeChanges.newlyLowered(null, unflagged, Policies.SHIPPED)).isEmpty();
        assertThat(GradeChanges.newlyLowered(unflagged, flagged, Policies.SHIPPED)).hasSize(1);
        assertThat(GradeChanges.newlyLowered(flagged, flagged, Policies.SHIPPED)).isEmpty();
    }

    @Test
    void two_messages_without_a_history_show_the_lowering_between_them() {
        var first = aCall().flagged().graded("IMMEDIATE").takenInAt(minute(1));
        var second = aCall().flagged().graded("PRIORITY").takenInOver(first, minute(8));

        assertThat(second.grading().firstGrade()).isEqualTo("IMMEDIATE");
        assertThat(second.grading().steps()).hasSize(2);
        assertThat(GradeChanges.newlyLowered(CallFacts.of(first), CallFacts.of(second), Policies.SHIPPED))
                .singleElement()
                .satisfies(lowered -> assertThat(lowered.at()).isEqualTo(minute(8)));
    }

    @Test
    void a_history_that_was_rewritten_does_not_hide_the_lowering() {
        var first = aCall().flagged().graded("IMMEDIATE").step("IMMEDIATE", true, RECEIVED).takenInAt(minute(1));
        var second = aCall().flagged().graded("PRIORITY").step("PRIORITY", true, RECEIVED).takenInOver(first, minute(8));

        assertThat(second.grading().firstGrade()).isEqualTo("IMMEDIATE");
        assertThat(GradeChanges.newlyLowered(CallFacts.of(first), CallFacts.of(second), Policies.SHIPPED)).hasSize(1);
    }

    @Test
    void a_grade_or_flag_that_a_message_does_not_mention_was_not_taken_off() {
        var first = aCall().flagged().graded("IMMEDIATE").takenInAt(minute(1));
        var second = aCall().describedAs("More detail").takenInOver(first, minute(8));

        assertThat(second.grading()).isEqualTo(first.grading());
    }

    @Test
    void a_flag_that_the_history_is_silent_about_stood_from_its_first_step() {
        var call = aCall().flagged().graded("PRIORITY").step("IMMEDIATE", null, minute(1))
                .step("PRIORITY", null, minute(4)).takenInAt(minute(9));

        assertThat(call.grading().steps().getFirst())
                .isEqualTo(new GradeStep(null, true, minute(1), null, null, null));
        assertThat(GradeChanges.lowered(CallFacts.of(call), Policies.SHIPPED)).hasSize(1);
    }

    @Test
    void a_flag_taken_off_is_found_with_its_reason_and_forgotten_when_it_is_put_back() {
        var off = aCall().unflagged().step(null, true, RECEIVED)
                .step(new GradeStep(null, false, minute(6), "Op 12", "Wrong code", null));
        var back = aCall().flagged().step(null, true, RECEIVED).step(null, false, minute(6)).step(null, true, minute(9));

        assertThat(GradeChanges.flagRemoved(off.facts())).hasValueSatisfying(
                removed -> assertThat(removed.sentence())
                        .isEqualTo("Domestic abuse flag taken off at Tue 3 Mar 2026 12:06 by Op 12."
                                + " Reason: Wrong code. No authority given."));
        assertThat(GradeChanges.flagRemoved(back.facts())).isEmpty();
        assertThat(GradeChanges.flagRemoved(aCall().unflagged().facts())).isEmpty();
    }

    @Test
    void a_person_who_takes_the_flag_off_gives_the_evidence_as_the_reason() {
        var held = aCall().flagged().graded("IMMEDIATE").takenInAt(minute(5));
        var corrected = held.corrected(new Correction(
                CorrectedField.DOMESTIC_ABUSE, false, null, null, "Two flatmates, not a couple", 1, "PS Reed", minute(9)));

        assertThat(GradeChanges.flagRemoved(CallFacts.of(corrected)))
                .hasValueSatisfying(removed -> assertThat(removed.sentence())
                        .isEqualTo("Domestic abuse flag taken off at Tue 3 Mar 2026 12:09 by PS Reed."
                                + " Reason: Two flatmates, not a couple. No authority given."));
        assertThat(GradeChanges.isWatched(CallFacts.of(corrected))).isFalse();
    }

    @Test
    void a_history_that_never_knew_the_flag_does_not_hide_that_it_was_taken_off() {
        var first = aCall().flagged().graded("IMMEDIATE").takenInAt(minute(1));
        var second = aCall().unflagged().graded("IMMEDIATE").step("IMMEDIATE", false, minute(6));

        assertThat(raised(first, second.takenInOver(first, minute(8)))).containsExactly(CallAlerts.FLAG_REMOVED);
    }

    @Test
    void a_history_that_says_from_the_start_that_there_was_no_flag_does_not_hide_it_either() {
        var first = aCall().flagged().graded("IMMEDIATE").gradedAt(minute(1)).takenInAt(minute(2));
        var second = aCall().unflagged().graded("IMMEDIATE").step("IMMEDIATE", false, RECEIVED).takenInOver(first, minute(8));
        var third = aCall().unflagged().graded("IMMEDIATE").step("IMMEDIATE", false, RECEIVED).describedAs("More")
                .takenInOver(second, minute(9));

        assertThat(raised(first, second)).containsExactly(CallAlerts.FLAG_REMOVED);
        assertThat(raised(second, third)).isEmpty();
        assertThat(third.grading().steps()).isEqualTo(second.grading().steps());
    }

    @Test
    void a_reason_that_comes_later_counts_for_the_flag_that_was_taken_off_without_one() {
        var first = aCall().flagged().graded("IMMEDIATE").takenInAt(minute(1));
        var silent = aCall().unflagged().graded("IMMEDIATE").takenInOver(first, minute(5));
        var reasoned = aCall().unflagged().graded("IMMEDIATE")
                .step(new GradeStep("IMMEDIATE", false, minute(4), "Sgt 22", "Neighbours", "Insp 9"))
                .takenInOver(silent, minute(8));

        assertThat(GradeChanges.isWatched(CallFacts.of(silent))).isTrue();
        assertThat(GradeChanges.isWatched(CallFacts.of(reasoned))).isFalse();
    }

    @Test
    void a_flag_that_only_a_person_had_set_is_missed_when_a_person_takes_it_off() {
        var held = aCall().unflagged().graded("IMMEDIATE").takenInAt(minute(2));
        var set = held.corrected(flag(true, "He hit her", minute(5)));
        var off = set.corrected(flag(false, "Two flatmates", minute(9)));

        assertThat(raised(held, set)).isEmpty();
        assertThat(raised(set, off)).containsExactly(CallAlerts.FLAG_REMOVED);
        assertThat(GradeChanges.flagRemoved(CallFacts.of(off))).hasValueSatisfying(
                removed -> assertThat(removed.at()).isEqualTo(minute(9)));
    }

    @Test
    void each_cause_raises_its_alert_once_and_closes_it_when_it_is_gone() {
        var calm = aCall().flagged().graded("IMMEDIATE").urban();
        var lowered = aCall().flagged().graded("PRIORITY").step("IMMEDIATE", true, RECEIVED).step("PRIORITY", null, minute(5));
        var off = aCall().unflagged().graded("IMMEDIATE").step("IMMEDIATE", true, RECEIVED).step(null, false, minute(5));
        var undeployed = aCall().flagged().graded("IMMEDIATE").urban().disposed(Disposal.RESOLVED_WITHOUT_DEPLOYMENT);
        var impossible = aCall().flagged().graded("IMMEDIATE").urban().arriving(minute(-1));

        assertThat(raised(calm, lowered)).containsExactly(CallAlerts.DOWNGRADED);
        assertThat(raised(lowered, lowered)).isEmpty();
        assertThat(raised(calm.step("IMMEDIATE", true, RECEIVED), off)).containsExactly(CallAlerts.FLAG_REMOVED);
        assertThat(raised(off, off)).isEmpty();
        assertThat(closed(off, calm)).containsExactly(CallAlerts.FLAG_REMOVED);
        assertThat(raised(calm, undeployed)).containsExactly(CallAlerts.NO_DEPLOYMENT);
        assertThat(raised(undeployed, undeployed)).isEmpty();
        assertThat(closed(undeployed, calm)).containsExactly(CallAlerts.NO_DEPLOYMENT);
        assertThat(raised(calm, impossible)).containsExactly(CallAlerts.IMPOSSIBLE);
        assertThat(raised(null, impossible)).containsExactly(CallAlerts.IMPOSSIBLE);
        assertThat(closed(impossible, calm)).containsExactly(CallAlerts.IMPOSSIBLE);
    }

    @Test
    void a_call_that_is_not_about_domestic_abuse_raises_nothing() {
        var call = aCall().unflagged().graded("PRIORITY").step("IMMEDIATE", null, RECEIVED)
                .step("PRIORITY", null, minute(5)).disposed(Disposal.RESOLVED_WITHOUT_DEPLOYMENT).arriving(minute(-1));

        assertThat(raised(null, call)).isEmpty();
    }

    @Test
    void history_that_is_loaded_calls_nobody() {
        var closedLongAgo = aCall().flagged().graded("PRIORITY").step("IMMEDIATE", true, RECEIVED)
                .step("PRIORITY", null, minute(5)).closedAt(minute(120));
        var answered = CallAlerts.of(null, CallFacts.of(closedLongAgo.takenInAt(minute(60 * 24 * 30))), Policies.SHIPPED);
        var fresh = CallAlerts.of(null, CallFacts.of(closedLongAgo.takenInAt(minute(180))), Policies.SHIPPED);

        assertThat(answered.raised()).isEmpty();
        assertThat(fresh.raised()).hasSize(1);
    }

    private static Correction flag(boolean set, String evidence, Instant at) {
        return new Correction(CorrectedField.DOMESTIC_ABUSE, set, null, null, evidence, 1, "PS Reed", at);
    }

    private static List<String> raised(Call before, Call after) {
        return CallAlerts.of(CallFacts.of(before), CallFacts.of(after), Policies.SHIPPED).raised().stream()
                .map(CallAlerts.Raise::kind).toList();
    }

    private static List<String> raised(@Nullable CallFixture before, CallFixture after) {
        return CallAlerts.of(before == null ? null : before.facts(), after.facts(), Policies.SHIPPED).raised().stream()
                .map(CallAlerts.Raise::kind).toList();
    }

    private static List<String> closed(CallFixture before, CallFixture after) {
        return CallAlerts.of(before.facts(), after.facts(), Policies.SHIPPED).closed().stream()
                .map(CallAlerts.Close::kind).toList();
    }

    private static Instant minute(int after) {
        return RECEIVED.plus(Duration.ofMinutes(after));
    }
}
