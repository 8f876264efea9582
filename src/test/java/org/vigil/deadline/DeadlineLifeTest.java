package org.vigil.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.vigil.alert.AlertFixture;
import org.vigil.deadline.jobs.DeadlineSweep;
import org.vigil.security.AreaService;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.SubjectRef;
import org.vigil.testkit.Databases;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
class DeadlineLifeTest {

    private static final Instant START = Instant.parse("2026-06-09T10:00:00Z");
    private static final Instant DUE = START.plus(Duration.ofHours(24));
    private static final Instant SOON = START.plus(Duration.ofHours(18));
    private static final Duration MOMENT = Duration.ofNanos(1000);
    private static final String CRIME = "CRIME_RECORDING";

    @Autowired
    private Clockwork clockwork;

    @Autowired
    private DeadlineService service;

    @Autowired
    private DeadlineSweep sweep;

    @Autowired
    private Databases databases;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private AreaService areas;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void pin() {
        clock.pin(START);
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void a_clock_is_open_then_due_soon_then_breached_by_its_times_alone() {
        var call = clockwork.call();
        clockwork.open(CRIME, call, START, START);
        assertThat(clockwork.only(call).dueAt()).isEqualTo(DUE);
        assertThat(stateAt(call, SOON.minus(MOMENT))).isEqualTo(DeadlineState.OPEN);
        assertThat(stateAt(call, SOON)).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(stateAt(call, DUE.minus(MOMENT))).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(stateAt(call, DUE)).isEqualTo(DeadlineState.BREACHED);
    }

    @ParameterizedTest(name = "done {0} after the start, told {1} after it: {2}, recorded late {3}, breached {4}")
    @CsvSource({
        "PT1H, PT1H, MET, false, false",
        "PT23H59M59.999999S, PT24H, MET, true, false",
        "PT23H59M59.999999S, PT23H59M59.999999S, MET, false, false",
        "PT20H, PT30H, MET, true, false",
        "PT24H, PT24H, MET_LATE, false, true",
        "PT24H0.000001S, PT25H, MET_LATE, false, true",
        "PT40H, PT41H, MET_LATE, false, true"
    })
    void what_decides_is_when_it_was_done(
            Duration done, Duration told, DeadlineState state, boolean recordedLate, boolean breached) {
        var call = clockwork.call();
        clockwork.open(CRIME, call, START, START);
        clockwork.meet(CRIME, call, START.plus(done), clock.pin(START.plus(told)));
        var view = clockwork.only(call);
        assertThat(view.state()).isEqualTo(state);
        assertThat(view.recordedLate()).isEqualTo(recordedLate);
        assertThat(view.breached()).isEqualTo(breached);
        assertThat(view.metEvidence()).isEqualTo("seen");
    }

    @Test
    void meeting_twice_keeps_the_first() {
        var call = clockwork.call();
        clockwork.open(CRIME, call, START, START);
        clockwork.meet(CRIME, call, START.plusSeconds(60), START.plusSeconds(60));
        clockwork.meet(CRIME, call, DUE, DUE);
        assertThat(clockwork.only(call).metAt()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void cancelling_a_breached_clock_does_not_undo_the_breach() {
        var call = clockwork.call();
        clockwork.open(CRIME, call, START, START);
        clockwork.play(clock.pin(DUE.plusSeconds(1)), new DeadlineChange.Cancel(CRIME, call, "withdrawn"));
        var view = clockwork.only(call);
        assertThat(view.state()).isEqualTo(DeadlineState.CANCELLED);
        assertThat(view.breached()).isTrue();
        assertThat(view.reason()).isEqualTo("withdrawn");
    }

    @Test
    void a_cancelled_clock_can_be_opened_again() {
        var call = clockwork.call();
        clockwork.open(CRIME, call, START, START);
        clockwork.play(START.plusSeconds(9), new DeadlineChange.Cancel(CRIME, call, "not a crime after all"));
        clockwork.open(CRIME, call, START, START.plusSeconds(20));
        assertThat(clockwork.of(call))
                .extracting(DeadlineView::state)
                .containsExactly(DeadlineState.CANCELLED, DeadlineState.OPEN);
    }

    @Test
    void a_start_put_right_supersedes_the_row_and_its_breach_stays() {
        var call = clockwork.call();
        clockwork.open(CRIME, call, START, START);
        var now = clock.pin(DUE.plusSeconds(1));
        clockwork.play(now, new DeadlineChange.Restart(open(call, START.plusSeconds(7200)), "clock of the desk was wrong"));
        var rows = clockwork.of(call);
        assertThat(rows).extracting(DeadlineView::state).containsExactly(DeadlineState.SUPERSEDED, DeadlineState.DUE_SOON);
        assertThat(rows.getFirst().breached()).isTrue();
        assertThat(rows.getFirst().reason()).isEqualTo("clock of the desk was wrong");
        assertThat(rows.getLast().supersedesId()).isEqualTo(rows.getFirst().id());
        assertThat(rows.getLast().dueAt()).isEqualTo(DUE.plusSeconds(7200));
        assertThat(rows.getLast().breached()).isFalse();
    }

    @Test
    void a_restart_with_the_same_start_changes_nothing() {
        var call = clockwork.call();
        clockwork.play(START, open(call, START));
        clockwork.play(START.plusSeconds(5), new DeadlineChange.Restart(open(call, START), "sent again"));
        assertThat(clockwork.only(call).version()).isZero();
        clockwork.play(START.plusSeconds(6), open(call, START));
        assertThat(clockwork.only(call).version()).isZero();
    }

    @Test
    void a_call_that_moves_takes_its_open_clocks_and_their_alert_with_it() {
        var fixture = new AlertFixture(databases, staff, areas);
        fixture.everybodyGoesHome();
        var from = fixture.district();
        var to = fixture.district();
        var there = fixture.onDuty(to, Duty.SUPERVISOR);
        var call = clockwork.call();
        clockwork.play(START, DeadlineChange.Open.of(CRIME, call, "Do it", from, START, "from the test"));
        sweep.deadlines(SOON);
        clockwork.play(
                SOON.plusSeconds(5), DeadlineChange.Open.of(CRIME, call, "Do it there", to, START, "from the test"));
        assertThat(clockwork.only(call).areaId()).isEqualTo(to);
        assertThat(clockwork.only(call).title()).isEqualTo("Do it there");
        var alert = fixture.idOf(CRIME + ":INCIDENT:" + call.id());
        assertThat(fixture.number("SELECT area_id FROM alert WHERE id = ?", alert)).isEqualTo(to);
        assertThat(fixture.values("SELECT account_id FROM alert_notification WHERE alert_id = ? AND rung = 'MOVED'", alert))
                .containsExactly("" + there);
    }

    @Test
    void opening_again_what_was_met_with_the_same_start_opens_nothing() {
        var call = clockwork.call();
        clockwork.open(CRIME, call, START, START);
        clockwork.meet(CRIME, call, START.plusSeconds(60), START.plusSeconds(60));
        clockwork.open(CRIME, call, START, START.plusSeconds(90));
        assertThat(clockwork.only(call).state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void what_met_a_clock_can_be_put_right() {
        var call = clockwork.call();
        clockwork.open(CRIME, call, START, START);
        clockwork.meet(CRIME, call, START.plusSeconds(60), START.plusSeconds(60));
        clockwork.play(
                clock.pin(DUE.plusSeconds(60)),
                new DeadlineChange.Restart(open(call, START), "it was another crime"),
                new DeadlineChange.Meet(CRIME, call, DUE.plusSeconds(30), "the right one"));
        assertThat(clockwork.of(call))
                .extracting(DeadlineView::state)
                .containsExactly(DeadlineState.SUPERSEDED, DeadlineState.MET_LATE);
    }

    @Test
    void what_opens_and_ends_in_one_message_is_one_row() {
        var call = clockwork.call();
        clockwork.play(
                clock.pin(DUE.plusSeconds(60)),
                open(call, START),
                new DeadlineChange.Meet(CRIME, call, START.plusSeconds(60), "history"));
        var view = clockwork.only(call);
        assertThat(view.state()).isEqualTo(DeadlineState.MET);
        assertThat(view.recordedLate()).isTrue();
    }

    @Test
    void changes_of_many_calls_are_one_batch() {
        var first = clockwork.call();
        var second = clockwork.call();
        clockwork.open(CRIME, first, START, START);
        clockwork.play(
                START.plusSeconds(60),
                new DeadlineChange.Meet(CRIME, first, START.plusSeconds(50), "done"),
                open(second, START.plusSeconds(60)));
        assertThat(clockwork.only(first).state()).isEqualTo(DeadlineState.MET);
        assertThat(clockwork.only(second).state()).isEqualTo(DeadlineState.OPEN);
    }

    @Test
    void nothing_is_written_outside_the_transaction_of_the_cause() {
        assertThatThrownBy(() -> service.apply(List.of(open(clockwork.call(), START)), START))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void a_clock_that_has_no_due_time_is_refused_and_named_beforehand() {
        var call = clockwork.call();
        var open = DeadlineChange.Open.of("CALL_ATTENDANCE", call, "Attend", null, START, "received");
        assertThat(service.problem(open)).hasValueSatisfying(problem -> assertThat(problem).contains("minutes"));
        assertThat(service.problem(open(call, START))).isEmpty();
        assertThatThrownBy(() -> clockwork.play(START, open)).isInstanceOf(InvalidInputException.class);
        assertThat(clockwork.of(call)).isEmpty();
    }

    @Test
    void bail_stands_still_for_the_prosecutor_and_has_seven_days_left_at_least() {
        var call = clockwork.call();
        clockwork.open("PRE_CHARGE_BAIL", call, START, START);
        var due = Instant.parse("2026-09-09T23:00:00Z");
        assertThat(clockwork.only(call).dueAt()).isEqualTo(due);
        clockwork.play(
                START.plusSeconds(60),
                new DeadlineChange.Pause(
                        "PRE_CHARGE_BAIL", call, Instant.parse("2026-09-05T09:00:00Z"), "charging decision"));
        assertThat(clockwork.only(call).state()).isEqualTo(DeadlineState.PAUSED);
        assertThat(clockwork.only(call).dueAt()).isNull();
        clockwork.play(
                START.plusSeconds(90),
                new DeadlineChange.Resume("PRE_CHARGE_BAIL", call, Instant.parse("2026-10-01T09:00:00Z"), 7));
        assertThat(clockwork.only(call).dueAt()).isEqualTo(Instant.parse("2026-10-07T23:00:00Z"));
        assertThat(clockwork.only(call).firstDueAt()).isEqualTo(due);
    }

    @Test
    void days_in_hospital_at_the_end_of_bail_are_left_out() {
        var call = clockwork.call();
        clockwork.open("PRE_CHARGE_BAIL", call, START, START);
        clockwork.play(
                START.plusSeconds(60),
                new DeadlineChange.LeaveOutDays(
                        "PRE_CHARGE_BAIL", call, LocalDate.of(2026, 9, 8), LocalDate.of(2026, 9, 12), "in-patient"));
        assertThat(clockwork.only(call).dueAt()).isEqualTo(Instant.parse("2026-09-14T23:00:00Z"));
    }

    @Test
    void only_a_rule_that_allows_it_can_be_paused_and_never_after_a_breach() {
        var call = clockwork.call();
        clockwork.open(CRIME, call, START, START);
        assertThatThrownBy(() -> clockwork.play(START, new DeadlineChange.Pause(CRIME, call, START, "tea")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("does not allow a pause");
        var bailed = clockwork.call();
        clockwork.open("PRE_CHARGE_BAIL", bailed, START, START);
        assertThatThrownBy(() -> clockwork.play(
                        START,
                        new DeadlineChange.Pause(
                                "PRE_CHARGE_BAIL", bailed, Instant.parse("2026-09-09T23:00:00Z"), "too late")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a breach stays");
    }

    @Test
    void a_school_clock_without_term_dates_is_never_breached() {
        var call = clockwork.call();
        clockwork.open("CHILD_SCHOOL_NOTICE", call, START, START);
        assertThat(stateAt(call, START.plus(Duration.ofDays(30)))).isEqualTo(DeadlineState.DUE_SOON);
        clockwork.meet("CHILD_SCHOOL_NOTICE", call, START.plus(Duration.ofDays(31)), START.plus(Duration.ofDays(31)));
        assertThat(clockwork.only(call).state()).isEqualTo(DeadlineState.MET);
    }

    private DeadlineState stateAt(SubjectRef call, Instant now) {
        clock.pin(now);
        return clockwork.only(call).state();
    }

    private static DeadlineChange.Open open(SubjectRef call, Instant start) {
        return DeadlineChange.Open.of(CRIME, call, "Record the crime", null, start, "received");
    }
}
