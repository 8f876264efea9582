package org.vigil.incident.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.incident.CallFixture.RECEIVED;
import static org.vigil.incident.CallFixture.aCall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigil.deadline.DeadlineChange;
import org.vigil.incident.Call;
import org.vigil.incident.CallFacts;
import org.vigil.incident.CallFixture;
import org.vigil.incident.CorrectedField;
import org.vigil.incident.Correction;
import org.vigil.incident.Disposal;
import org.vigil.incident.GradeStep;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

class ClocksOfCallTest {

    private static final SubjectRef SUBJECT = new SubjectRef(SubjectType.INCIDENT, 7, "1193");

    @Test
    void a_new_call_opens_both_clocks() {
        var changes = changes(null, immediate());

        assertThat(changes).hasSize(2);
        assertThat(changes.getFirst()).isEqualTo(new DeadlineChange.Open(
                "CALL_ATTENDANCE", SUBJECT, "Attend: Immediate, 15 min", 3L, RECEIVED, "from received", 15, null, null));
        assertThat(changes.getLast()).isInstanceOfSatisfying(DeadlineChange.Open.class, open -> {
            assertThat(open.rule()).isEqualTo("CRIME_RECORDING");
            assertThat(open.startedAt()).isEqualTo(RECEIVED);
            assertThat(open.givenMinutes()).isNull();
        });
    }

    @Test
    void a_call_that_is_not_flagged_has_no_clock() {
        assertThat(changes(null, aCall().unflagged().graded("IMMEDIATE"))).isEmpty();
    }

    @Test
    void the_same_facts_again_change_nothing() {
        assertThat(changes(immediate(), immediate())).isEmpty();
        assertThat(changes(immediate().arriving(minute(9)), immediate().arriving(minute(9)))).isEmpty();
    }

    @Test
    void an_arrival_meets_the_attendance_clock_and_only_it() {
        assertThat(changes(immediate(), immediate().arriving(minute(9))))
                .singleElement()
                .isInstanceOfSatisfying(DeadlineChange.Meet.class, meet -> {
                    assertThat(meet.rule()).isEqualTo("CALL_ATTENDANCE");
                    assertThat(meet.metAt()).isEqualTo(minute(9));
                });
    }

    @Test
    void what_is_closed_in_the_first_message_is_opened_and_met_at_once() {
        var changes = changes(null, immediate().arriving(minute(9)).withCrime("C/1", minute(90)).closedAt(minute(95)));

        assertThat(changes).extracting(change -> change.getClass().getSimpleName())
                .containsExactly("Open", "Meet", "Open", "Meet");
    }

    @Test
    void a_call_first_heard_of_when_it_was_already_cancelled_opens_no_attendance_clock() {
        assertThat(changes(null, immediate().disposed(Disposal.CANCELLED)))
                .extracting(DeadlineChange::rule).containsExactly("CRIME_RECORDING");
    }

    @Test
    void a_regrade_restarts_the_attendance_clock_with_the_reason() {
        var before = immediate();
        var after = immediate().graded("PRIORITY").step("IMMEDIATE", true, RECEIVED).step("PRIORITY", null, minute(5));

        assertThat(changes(before, after)).singleElement().isInstanceOfSatisfying(DeadlineChange.Restart.class, restart -> {
            assertThat(restart.fresh().givenMinutes()).isEqualTo(60);
            assertThat(restart.reason()).isEqualTo("Regraded from Immediate to Priority.");
        });
    }

    @Test
    void a_regrade_after_the_arrival_leaves_the_clock_alone() {
        var before = immediate().step("IMMEDIATE", true, RECEIVED).arriving(minute(9));
        var after = immediate().graded("PRIORITY").step("IMMEDIATE", true, RECEIVED)
                .step("PRIORITY", null, minute(50)).arriving(minute(9));

        assertThat(changes(before, after)).isEmpty();
    }

    @Test
    void a_grade_without_a_target_cancels_the_attendance_clock() {
        assertThat(changes(immediate(), aCall().flagged().graded("RESOLUTION").urban()))
                .singleElement()
                .isEqualTo(new DeadlineChange.Cancel("CALL_ATTENDANCE", SUBJECT, "Resolution has no attendance target."));
    }

    @Test
    void an_end_without_deployment_cancels_attendance_and_not_the_recording() {
        assertThat(changes(immediate(), immediate().disposed(Disposal.RESOLVED_WITHOUT_DEPLOYMENT)))
                .singleElement()
                .isEqualTo(new DeadlineChange.Cancel(
                        "CALL_ATTENDANCE", SUBJECT, "Call resolved without deployment."));
    }

    @Test
    void a_flag_taken_off_with_a_reason_cancels_both_clocks() {
        var off = aCall().unflagged().graded("IMMEDIATE").urban()
                .step("IMMEDIATE", true, RECEIVED)
                .step(new GradeStep(null, false, minute(6), "Sgt 22", "Neighbour dispute", "Insp 9"));

        assertThat(changes(immediate(), off))
                .allSatisfy(change -> assertThat(change).isInstanceOfSatisfying(DeadlineChange.Cancel.class,
                        cancel -> assertThat(cancel.reason()).contains("Neighbour dispute", "Insp 9")))
                .hasSize(2);
    }

    @Test
    void a_flag_taken_off_without_a_reason_leaves_the_clocks_running_until_one_is_given() {
        var silent = aCall().unflagged().graded("IMMEDIATE").urban()
                .step("IMMEDIATE", true, RECEIVED).step(null, false, minute(6));
        var reasoned = aCall().unflagged().graded("IMMEDIATE").urban()
                .step("IMMEDIATE", true, RECEIVED)
                .step(new GradeStep(null, false, minute(6), null, "Neighbour dispute", null));

        assertThat(changes(immediate().step("IMMEDIATE", true, RECEIVED), silent)).isEmpty();
        assertThat(changes(silent, reasoned)).hasOnlyElementsOfType(DeadlineChange.Cancel.class).hasSize(2);
    }

    @Test
    void a_flag_set_late_opens_the_clocks_from_the_receipt_of_the_call() {
        assertThat(changes(aCall().unflagged().graded("IMMEDIATE").urban(), immediate()))
                .hasSize(2)
                .allSatisfy(change -> assertThat(change).isInstanceOfSatisfying(
                        DeadlineChange.Open.class, open -> assertThat(open.startedAt()).isEqualTo(RECEIVED)));
    }

    @Test
    void an_impossible_arrival_meets_nothing() {
        assertThat(changes(null, immediate().arriving(minute(-3)))).hasOnlyElementsOfType(DeadlineChange.Open.class);
        assertThat(changes(immediate(), immediate().arriving(minute(-3)))).isEmpty();
    }

    @Test
    void an_arrival_put_right_starts_the_clock_anew_and_meets_it_again() {
        assertThat(changes(immediate().arriving(minute(9)), immediate().arriving(minute(25))))
                .extracting(change -> change.getClass().getSimpleName())
                .containsExactly("Restart", "Meet");
    }

    @Test
    void a_recorded_decision_that_there_was_no_crime_meets_the_recording_clock() {
        assertThat(changes(immediate(), immediate().withoutCrimeBecause("Verbal only, no offence", minute(70))))
                .singleElement()
                .isInstanceOfSatisfying(DeadlineChange.Meet.class, meet -> {
                    assertThat(meet.rule()).isEqualTo("CRIME_RECORDING");
                    assertThat(meet.metAt()).isEqualTo(minute(70));
                    assertThat(meet.evidence()).startsWith("No crime: Verbal only, no offence");
                });
    }

    @Test
    void of_several_crimes_the_first_recorded_counts() {
        var facts = immediate().withCrime("C/2", minute(200)).withCrime("C/1", minute(100)).facts();

        assertThat(CrimeRecording.of(facts)).hasValueSatisfying(recorded -> {
            assertThat(recorded.at()).isEqualTo(minute(100));
            assertThat(recorded.evidence()).contains("C/1");
        });
    }

    @Test
    void a_crime_without_its_time_was_recorded_at_the_latest_when_the_call_was_changed() {
        var facts = immediate().changedAt(minute(300)).withCrime("C/1", null).facts();

        assertThat(CrimeRecording.of(facts)).hasValueSatisfying(recorded -> {
            assertThat(recorded.at()).isEqualTo(minute(300));
            assertThat(recorded.evidence()).contains("not later than");
        });
    }

    @Test
    void a_crime_without_its_time_that_met_the_clock_is_not_late_because_the_feed_speaks_again() {
        var first = immediate().changedAt(minute(60)).withCrime("C/1", null).takenInAt(minute(61));
        var second = immediate().changedAt(minute(4000)).withCrime("C/1", null).describedAs("More")
                .takenInOver(first, minute(4001));

        assertThat(changes(first, second)).isEmpty();
    }

    @Test
    void a_crime_on_record_before_the_call_counts_from_its_receipt() {
        var facts = immediate().withCrime("C/1", minute(-300)).facts();

        assertThat(CrimeRecording.of(facts)).hasValueSatisfying(recorded -> assertThat(recorded.at()).isEqualTo(RECEIVED));
    }

    @Test
    void a_call_that_moves_to_another_area_takes_its_running_clocks_along() {
        var facts = immediate().facts();

        var moved = ClocksOfCall.changes(facts, facts, Policies.SHIPPED, SUBJECT, 4L, true);

        assertThat(moved).hasSize(2).allSatisfy(change -> assertThat(change).isInstanceOfSatisfying(
                DeadlineChange.Open.class, open -> assertThat(open.areaId()).isEqualTo(4L)));
    }

    @Test
    void what_a_person_puts_right_counts_over_what_the_feed_says() {
        var held = immediate().arriving(minute(-3)).takenInAt(minute(30));
        var corrected = held.corrected(new Correction(
                CorrectedField.ARRIVED_AT, null, minute(11), null, "Body-worn video", 1, "PS Reed", minute(40)));

        assertThat(changes(held, corrected)).singleElement().isInstanceOfSatisfying(DeadlineChange.Meet.class, meet -> {
            assertThat(meet.metAt()).isEqualTo(minute(11));
            assertThat(meet.evidence()).endsWith("(entered by hand)");
        });
    }

    private static CallFixture immediate() {
        return aCall().flagged().graded("IMMEDIATE").urban();
    }

    private static List<DeadlineChange> changes(@Nullable CallFixture before, CallFixture after) {
        return ClocksOfCall.changes(
                before == null ? null : before.facts(), after.facts(), Policies.SHIPPED, SUBJECT, 3L, false);
    }

    private static List<DeadlineChange> changes(Call before, Call after) {
        return ClocksOfCall.changes(
                CallFacts.of(before), CallFacts.of(after), Policies.SHIPPED, SUBJECT, 3L, false);
    }

    private static Instant minute(int after) {
        return RECEIVED.plus(Duration.ofMinutes(after));
    }
}
