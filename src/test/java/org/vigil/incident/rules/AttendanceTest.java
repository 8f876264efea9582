package org.vigil.incident.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.incident.CallFixture.RECEIVED;
import static org.vigil.incident.CallFixture.aCall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.incident.CallFacts;
import org.vigil.incident.CallFixture;
import org.vigil.incident.Disposal;
import org.vigil.incident.Locality;
import org.vigil.incident.rules.AttendanceTimes.Outcome;

class AttendanceTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', value = {
        "IMMEDIATE  | URBAN | 15   | 12:00 | from received",
        "IMMEDIATE  | RURAL | 20   | 12:00 | from received",
        "IMMEDIATE  | -     | 15   | 12:00 | from received; urban or rural not given, so the shorter target",
        "PRIORITY   | URBAN | 60   | 12:02 | from created",
        "PRIORITY   | -     | 60   | 12:02 | from created",
        "SCHEDULED  | RURAL | 2880 | 12:05 | from graded",
    })
    void the_target_follows_from_grade_and_locality(
            String grade, @Nullable Locality locality, int minutes, String start, String evidence) {
        var facts = aCall().graded(grade).at("Ashby Road", null, locality).createdAt(minute(2)).gradedAt(minute(5)).facts();

        var target = AttendanceTarget.of(facts, Policies.SHIPPED, grade).orElseThrow();

        assertThat(target.minutes()).isEqualTo(minutes);
        assertThat(target.startedAt()).isEqualTo("2026-03-03T" + start + ":00Z");
        assertThat(target.evidence()).isEqualTo(evidence);
        assertThat(target.dueAt()).isEqualTo(target.startedAt().plus(Duration.ofMinutes(minutes)));
    }

    @Test
    void a_grade_without_a_target_has_no_clock() {
        assertThat(AttendanceTarget.of(aCall().graded("RESOLUTION").facts(), Policies.SHIPPED, "RESOLUTION")).isEmpty();
        assertThat(AttendanceTarget.of(aCall().facts(), Policies.SHIPPED, null)).isEmpty();
        assertThat(AttendanceTarget.of(aCall().facts(), Policies.SHIPPED, "OTHER")).isEmpty();
    }

    @Test
    void a_missing_start_falls_back_to_what_is_known_and_says_so() {
        var priority = AttendanceTarget.of(aCall().graded("PRIORITY").facts(), Policies.SHIPPED, "PRIORITY");
        assertThat(priority.orElseThrow().startedAt()).isEqualTo(RECEIVED);
        assertThat(priority.get().evidence()).isEqualTo("from received: the time it was created was not given");

        var scheduled = AttendanceTarget.of(
                aCall().graded("PRIORITY").createdAt(minute(3)).facts(), Policies.SHIPPED, "SCHEDULED");
        assertThat(scheduled.orElseThrow().startedAt()).isEqualTo(minute(3));
        assertThat(scheduled.get().evidence()).contains("from created: the time of grading was not given");

        var waiting = AttendanceTarget.of(aCall().graded("IMMEDIATE").urban().facts(), Policies.FROM_DISPATCH, "IMMEDIATE");
        assertThat(waiting.orElseThrow().startedAt()).isEqualTo(RECEIVED);
        assertThat(waiting.get().evidence()).isEqualTo("from received: not dispatched yet");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', value = {
        // arrival | in force from | first from
        "-  | 30 | 1",
        "35 | 30 | 1",
        "30 | 30 | 1",
        "25 | 1  | 1",
        "5  | 1  | 1",
        "0  | 1  | 1",
    })
    void a_grade_given_again_starts_its_clock_unless_officers_were_there(
            @Nullable Integer arrival, int inForce, int first) {
        var call = aCall().flagged().graded("SCHEDULED")
                .step("SCHEDULED", true, minute(1))
                .step("RESOLUTION", null, minute(10))
                .step("SCHEDULED", null, minute(30));
        var facts = (arrival == null ? call : call.arriving(minute(arrival))).facts();

        assertThat(AttendanceTarget.of(facts, Policies.SHIPPED, "SCHEDULED").orElseThrow().startedAt())
                .isEqualTo(minute(inForce));
        assertThat(AttendanceTarget.ofFirst(facts, Policies.SHIPPED).orElseThrow().startedAt())
                .isEqualTo(minute(first));
    }

    @Test
    void a_late_arrival_stays_late_when_its_grade_is_given_once_more() {
        var late = aCall().flagged().graded("SCHEDULED").step("SCHEDULED", true, RECEIVED).arriving(minute(2900));
        var again = aCall().flagged().graded("SCHEDULED").step("SCHEDULED", true, RECEIVED)
                .step("PRIORITY", null, minute(2910)).step("SCHEDULED", null, minute(2920)).arriving(minute(2900));

        for (var call : List.of(late, again)) {
            var facts = CallFacts.of(call.takenInAt(minute(3000)));
            assertThat(AttendanceTimes.of(facts, Policies.SHIPPED, minute(3000)).inForce().outcome())
                    .isEqualTo(Outcome.LATE);
        }
    }

    @Test
    void attended_without_a_time_asks_for_the_time_and_calls_nobody_late() {
        var attended = aCall().flagged().graded("IMMEDIATE").urban().disposed(Disposal.ATTENDED);
        var closed = aCall().flagged().graded("IMMEDIATE").urban().closedAt(minute(90));

        assertThat(attendance(attended)).isEqualTo("Attended; the arrival time was not given: enter it.");
        assertThat(attendance(closed)).isEqualTo("Closed; the arrival time was not given: enter it.");
        assertThat(attendance(attended.arriving(minute(9)))).startsWith("Officers were in time");
        assertThat(ClocksOfCall.attendance(closed.facts(), Policies.SHIPPED))
                .isInstanceOf(ClocksOfCall.Standing.Running.class);
    }

    private static String attendance(CallFixture call) {
        var facts = call.facts();
        var times = AttendanceTimes.of(facts, Policies.SHIPPED, minute(600));
        return CallAnswer.of(facts, Policies.SHIPPED, times, minute(600)).attendance();
    }

    @Test
    void a_clock_from_grading_starts_when_this_grade_was_last_given() {
        var facts = aCall().graded("SCHEDULED")
                .step("SCHEDULED", true, minute(1))
                .step("IMMEDIATE", null, minute(10))
                .step("SCHEDULED", null, minute(30))
                .step("SCHEDULED", null, minute(40))
                .facts();

        var target = AttendanceTarget.of(facts, Policies.SHIPPED, "SCHEDULED").orElseThrow();

        assertThat(target.startedAt()).isEqualTo(minute(30));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T12:14:59.999999Z, IN_TIME",
        "2026-03-03T12:15:00Z,        LATE",
        "2026-03-03T12:15:00.000001Z, LATE",
        "2026-03-03T12:00:00Z,        IN_TIME",
    })
    void attendance_is_in_time_before_the_target_and_late_at_it(Instant arrived, Outcome outcome) {
        var facts = aCall().flagged().graded("IMMEDIATE").urban().arriving(arrived).facts();

        var times = AttendanceTimes.of(facts, Policies.SHIPPED, minute(600));

        assertThat(times.inForce().outcome()).isEqualTo(outcome);
        assertThat(times.inForce().taken()).isEqualTo(Duration.between(RECEIVED, arrived));
        assertThat(times.first()).isEqualTo(times.inForce());
    }

    @Test
    void a_call_lowered_on_the_way_is_measured_against_both_grades() {
        var facts = aCall().flagged().graded("PRIORITY").createdAt(minute(1))
                .step("IMMEDIATE", true, RECEIVED)
                .step("PRIORITY", null, minute(12))
                .urban().arriving(minute(40)).facts();

        var times = AttendanceTimes.of(facts, Policies.SHIPPED, minute(60));

        assertThat(times.inForce().grade()).isEqualTo("PRIORITY");
        assertThat(times.inForce().outcome()).isEqualTo(Outcome.IN_TIME);
        assertThat(times.inForce().taken()).isEqualTo(Duration.ofMinutes(39));
        assertThat(times.first().grade()).isEqualTo("IMMEDIATE");
        assertThat(times.first().outcome()).isEqualTo(Outcome.LATE);
        assertThat(times.first().taken()).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void a_grade_given_after_the_arrival_changes_nothing_about_it() {
        var facts = aCall().flagged().graded("RESOLUTION")
                .step("IMMEDIATE", true, RECEIVED)
                .step("RESOLUTION", null, minute(60))
                .urban().arriving(minute(30)).facts();

        var times = AttendanceTimes.of(facts, Policies.SHIPPED, minute(90));

        assertThat(times.inForce().grade()).isEqualTo("IMMEDIATE");
        assertThat(times.inForce().outcome()).isEqualTo(Outcome.LATE);
    }

    @ParameterizedTest
    @CsvSource({"12:14:59,WAITING", "12:15:00,OVERDUE", "12:40:00,OVERDUE"})
    void a_call_that_waits_is_overdue_from_its_target_on(String clock, Outcome outcome) {
        var facts = aCall().flagged().graded("IMMEDIATE").urban().facts();

        var times = AttendanceTimes.of(facts, Policies.SHIPPED, Instant.parse("2026-03-03T" + clock + "Z"));

        assertThat(times.inForce().outcome()).isEqualTo(outcome);
    }

    @Test
    void officers_already_there_when_the_grade_was_given_took_no_time() {
        var facts = aCall().flagged().graded("PRIORITY").createdAt(minute(10)).arriving(minute(5)).facts();

        assertThat(AttendanceTimes.of(facts, Policies.SHIPPED, minute(60)).inForce().taken()).isEqualTo(Duration.ZERO);
    }

    static List<CallFixture> impossible() {
        return List.of(
                aCall().arriving(RECEIVED.minusNanos(1000)),
                aCall().dispatchedAt(minute(6)).arriving(minute(6).minusNanos(1000)),
                aCall().arriving(minute(24 * 60 + 3)));
    }

    @Test
    void an_arrival_that_can_not_be_true_is_a_data_error_and_never_a_time_taken() {
        for (var call : impossible()) {
            CallFacts facts = call.flagged().graded("IMMEDIATE").urban().facts();

            assertThat(ImpossibleTimes.of(facts)).hasSize(1);
            assertThat(ImpossibleTimes.credibleArrival(facts)).isNull();
            var measure = AttendanceTimes.of(facts, Policies.SHIPPED, minute(60)).inForce();
            assertThat(measure.outcome()).isEqualTo(Outcome.DATA_ERROR);
            assertThat(measure.taken()).isNull();
        }
    }

    @Test
    void an_arrival_at_the_instant_of_receipt_or_dispatch_can_be_true() {
        assertThat(ImpossibleTimes.of(aCall().dispatchedAt(RECEIVED).arriving(RECEIVED).facts())).isEmpty();
        assertThat(ImpossibleTimes.of(aCall().facts())).isEmpty();
    }

    @Test
    void a_call_ended_without_anybody_going_is_neither_waiting_nor_late() {
        var facts = aCall().flagged().graded("IMMEDIATE").urban().disposed(Disposal.RESOLVED_WITHOUT_DEPLOYMENT).facts();

        assertThat(AttendanceTimes.of(facts, Policies.SHIPPED, minute(600)).inForce().outcome())
                .isEqualTo(Outcome.NOT_ATTENDED);
    }

    private static Instant minute(int after) {
        return RECEIVED.plus(Duration.ofMinutes(after));
    }
}
