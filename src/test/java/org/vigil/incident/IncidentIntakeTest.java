package org.vigil.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.incident.CallFixture.aCall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.alert.AlertFixture;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.deadline.DeadlineState;
import org.vigil.deadline.DeadlineView;
import org.vigil.incident.data.CallQueries;
import org.vigil.security.AreaService;
import org.vigil.security.EngineScope;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.api.ItemResult;
import org.vigil.shared.api.ItemStatus;
import org.vigil.testkit.Databases;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
class IncidentIntakeTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Autowired
    private IncidentIntake intake;

    @Autowired
    private DeadlineQueries deadlines;

    @Autowired
    private CallQueries calls;

    @Autowired
    private Databases databases;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private AreaService areas;

    @Autowired
    private TestClock clock;

    private final String reference = UUID.randomUUID().toString();

    @BeforeEach
    void pin_the_clock() {
        clock.pin(NOON);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void a_call_is_created_then_unchanged_then_updated() {
        assertThat(send(immediate())).containsExactly(ItemStatus.CREATED);
        assertThat(send(immediate())).containsExactly(ItemStatus.UNCHANGED);
        assertThat(send(immediate().describedAs("New detail"))).containsExactly(ItemStatus.UPDATED);
        assertThat(held().details().description()).isEqualTo("New detail");
    }

    @Test
    void the_same_call_twice_in_a_batch_applies_in_order() {
        assertThat(send(immediate(), immediate().describedAs("second"), immediate().describedAs("second")))
                .containsExactly(ItemStatus.CREATED, ItemStatus.UPDATED, ItemStatus.UNCHANGED);
        assertThat(held().details().description()).isEqualTo("second");
    }

    @Test
    void references_that_differ_only_in_case_are_two_calls() {
        assertThat(send(aCall(reference + "-a"), aCall(reference + "-A"), aCall(reference + "-á")))
                .containsOnly(ItemStatus.CREATED);
    }

    @Test
    void both_clocks_run_from_the_receipt_of_the_call() {
        send(immediate());

        assertThat(clocks()).extracting(DeadlineView::rule).containsExactlyInAnyOrder("CALL_ATTENDANCE", "CRIME_RECORDING");
        assertThat(clock("CALL_ATTENDANCE").dueAt()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
        assertThat(clock("CRIME_RECORDING").dueAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void a_regrade_supersedes_the_attendance_clock() {
        send(immediate());
        clock.advance(Duration.ofMinutes(5));
        send(immediate().graded("PRIORITY").createdAt(NOON.plusSeconds(60)));

        assertThat(clocks().stream().filter(view -> view.rule().equals("CALL_ATTENDANCE")).map(DeadlineView::state))
                .containsExactly(DeadlineState.SUPERSEDED, DeadlineState.OPEN);
        assertThat(clock("CALL_ATTENDANCE").dueAt()).isEqualTo(NOON.plus(Duration.ofMinutes(61)));
    }

    @Test
    void an_arrival_in_time_that_is_reported_late_is_met_and_says_so() {
        send(immediate());
        clock.advance(Duration.ofMinutes(40));
        assertThat(clock("CALL_ATTENDANCE").state()).isEqualTo(DeadlineState.BREACHED);

        send(immediate().arriving(NOON.plus(Duration.ofMinutes(12))));

        assertThat(clock("CALL_ATTENDANCE").state()).isEqualTo(DeadlineState.MET);
        assertThat(clock("CALL_ATTENDANCE").recordedLate()).isTrue();
        assertThat(clock("CALL_ATTENDANCE").breached()).isFalse();
    }

    @Test
    void an_arrival_at_the_target_is_met_late_and_never_met() {
        send(immediate());
        clock.advance(Duration.ofMinutes(40));
        send(immediate().arriving(NOON.plus(Duration.ofMinutes(15))));

        assertThat(clock("CALL_ATTENDANCE").state()).isEqualTo(DeadlineState.MET_LATE);
        assertThat(clock("CALL_ATTENDANCE").breached()).isTrue();
    }

    @Test
    void an_arrival_put_right_by_the_feed_is_measured_anew() {
        send(immediate());
        clock.advance(Duration.ofMinutes(10));
        send(immediate().arriving(NOON.plus(Duration.ofMinutes(9))));
        clock.advance(Duration.ofMinutes(30));
        send(immediate().arriving(NOON.plus(Duration.ofMinutes(29))));

        assertThat(clock("CALL_ATTENDANCE").state()).isEqualTo(DeadlineState.MET_LATE);
    }

    @Test
    void what_is_closed_when_it_is_first_heard_of_opens_nothing_that_runs() {
        clock.pin(NOON.plus(Duration.ofDays(300)));
        send(immediate().arriving(NOON.plus(Duration.ofMinutes(9)))
                .withCrime("C/1", NOON.plus(Duration.ofHours(3))).closedAt(NOON.plus(Duration.ofHours(4))));

        assertThat(clocks()).extracting(DeadlineView::state).containsOnly(DeadlineState.MET);
        assertThat(clocks()).allSatisfy(view -> assertThat(view.fired()).isEmpty());
    }

    @Test
    void a_call_from_long_ago_is_taken_in_with_its_clocks() {
        var then = Instant.parse("1999-12-31T23:00:00Z");
        var results = EngineScope.call(() -> intake.takeInAll(List.of(immediate().receivedAt(then).message())));

        assertThat(results.getFirst().status()).isEqualTo(ItemStatus.CREATED);
        assertThat(results.getFirst().reasons()).isEmpty();
        assertThat(clock("CALL_ATTENDANCE").dueAt()).isEqualTo(then.plus(Duration.ofMinutes(15)));
    }

    @Test
    void a_call_whose_clock_can_not_be_started_is_kept_without_it_and_the_feed_is_told() {
        var fixture = new AlertFixture(databases, staff, areas);
        fixture.update("UPDATE deadline_rule SET valid_to = '1950-01-01' WHERE code = 'CRIME_RECORDING'");
        try {
            var results = EngineScope.call(() -> intake.takeInAll(
                    List.of(immediate().message(), aCall(reference + "-other").message())));

            assertThat(results).extracting(ItemResult::status).containsOnly(ItemStatus.CREATED);
            assertThat(results.getFirst().reasons()).singleElement().satisfies(reason -> assertThat(reason.problem())
                    .startsWith("The clock CRIME_RECORDING was not started. No version of this rule was in force"));
            assertThat(results.getLast().reasons()).isEmpty();
            assertThat(clocks()).extracting(DeadlineView::rule).containsExactly("CALL_ATTENDANCE");
        } finally {
            fixture.update("UPDATE deadline_rule SET valid_to = NULL WHERE code = 'CRIME_RECORDING' AND valid_to < '1951-01-01'");
        }
    }

    @Test
    void a_batch_that_can_not_be_stored_as_one_keeps_every_item_that_can() {
        var good = aCall(reference + "-good").flagged().graded("IMMEDIATE");

        var results = EngineScope.call(() -> intake.takeInAll(
                List.of(good.message(), immediate().message(), aCall("").message())));

        assertThat(results).extracting(ItemResult::status)
                .containsExactly(ItemStatus.CREATED, ItemStatus.CREATED, ItemStatus.REJECTED);
    }

    @Test
    void an_unknown_area_is_told_and_the_call_is_kept_for_the_whole_force() {
        var results = EngineScope.call(() -> intake.takeInAll(List.of(immediate().inArea("NOWHERE").message())));

        assertThat(results.getFirst().status()).isEqualTo(ItemStatus.CREATED);
        assertThat(results.getFirst().reasons()).extracting(reason -> reason.field()).containsExactly("area");
        assertThat(held().place().areaId()).isNull();
    }

    @Test
    void everything_that_was_sent_comes_back_as_it_was() {
        send(immediate().with(PartyRole.VICTIM, "Ada", "O'Example").with(PartyRole.CHILD, "Łucja 😀", "Example")
                .describedAs("<b>shouting</b>\nheard").at("1 Mill Lane", "pr12ab", Locality.RURAL)
                .withCrime("C/1", NOON));

        var call = held();
        assertThat(call.parties()).extracting(Party::name).containsExactly("Ada O'Example", "Łucja 😀 Example");
        assertThat(call.parties().getFirst().identifiers()).hasSize(1);
        assertThat(call.place().postcode()).isEqualTo("PR1 2AB");
        assertThat(call.details().description()).isEqualTo("<b>shouting</b>\nheard");
        assertThat(call.crimes()).hasSize(1);
        assertThat(call.times().receivedAt()).isEqualTo(NOON);
    }

    private CallFixture immediate() {
        return aCall(reference).flagged().graded("IMMEDIATE").receivedAt(NOON).urban();
    }

    private List<ItemStatus> send(CallFixture... sent) {
        var messages = Stream.of(sent).map(CallFixture::message).toList();
        return EngineScope.call(() -> intake.takeInAll(messages)).stream()
                .map(ItemResult::status).toList();
    }

    private Call held() {
        return new org.springframework.transaction.support.TransactionTemplate(transactions)
                .execute(status -> calls.lock(List.of(new CallKey("CAD", reference))).get(new CallKey("CAD", reference)));
    }

    @Autowired
    private org.springframework.transaction.PlatformTransactionManager transactions;

    private List<DeadlineView> clocks() {
        return deadlines.of(new SubjectRef(SubjectType.INCIDENT, held().id(), reference));
    }

    private DeadlineView clock(String rule) {
        return clocks().stream().filter(view -> view.rule().equals(rule) && view.isCurrent())
                .reduce((a, b) -> b).orElseThrow();
    }
}
