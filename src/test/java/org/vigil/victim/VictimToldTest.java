package org.vigil.victim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.vigil.casework.SuspectStatus;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.deadline.DeadlineState;
import org.vigil.deadline.DeadlineView;
import org.vigil.incident.RiskGrade;
import org.vigil.security.Account;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.SubjectType;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

/** Clocks of what a victim is told: 3 March 2026 is a Tuesday, so one working day ends on Wednesday at midnight. */
@VigilTest
class VictimToldTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
    private static final Instant ENHANCED_DUE = Instant.parse("2026-03-05T00:00:00Z");
    private static final Instant STANDARD_DUE = Instant.parse("2026-03-11T00:00:00Z");

    @Autowired
    private VictimGround ground;

    @Autowired
    private VictimService victims;

    @Autowired
    private VictimContacts contacts;

    @Autowired
    private VictimCare care;

    @Autowired
    private DeadlineQueries deadlines;

    @Autowired
    private Staff staff;

    @Autowired
    private TestClock clock;

    private Account officer;
    private Account supervisor;
    private VictimGround.Held held;

    @BeforeEach
    void a_case() {
        clock.pin(NOON);
        officer = staff.someone(Duty.SPECIALIST);
        supervisor = staff.someone(Duty.SUPERVISOR);
        held = ground.aCase(NOON.minus(Duration.ofHours(3)), null, RiskGrade.HIGH, false);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void bail_opens_what_the_victim_is_told_with_the_conditions_and_a_clock_of_one_working_day() {
        bailed(NOON, "until 2 June, not to go to Example Street");

        var update = only();
        assertThat(update.of().words()).isEqualTo("The suspect was released on bail: until 2 June, not to go to Example Street.");
        assertThat(update.of().state()).isEqualTo(UpdateState.TO_TELL);
        assertThat(update.clock().rule()).isEqualTo("VICTIM_UPDATE_ENHANCED");
        assertThat(update.dueAt()).isEqualTo(ENHANCED_DUE);
        assertThat(update.clock().subject().type()).isEqualTo(SubjectType.VICTIM_UPDATE);
    }

    @Test
    void a_victim_who_was_told_in_time_meets_the_clock_and_one_who_was_not_meets_it_late() {
        bailed(NOON, null);
        clock.pin(ENHANCED_DUE.minusSeconds(1));
        tell(officer, clock.instant(), ContactMeans.IN_PERSON, null);
        assertThat(only().clock().state()).isEqualTo(DeadlineState.MET);
        assertThat(only().of().state()).isEqualTo(UpdateState.TOLD);

        held = ground.aCase(NOON, null, null, false);
        clock.pin(NOON);
        bailed(NOON, null);
        clock.pin(ENHANCED_DUE);
        assertThat(only().clock().state()).isEqualTo(DeadlineState.BREACHED);
        tell(officer, clock.instant(), ContactMeans.IN_PERSON, null);
        assertThat(only().clock().state()).isEqualTo(DeadlineState.MET_LATE);
    }

    @Test
    void several_things_are_told_in_one_contact() {
        ground.suspect(held, null, SuspectStatus.IN_CUSTODY, NOON.minusSeconds(3_600), null, NOON);
        bailed(NOON, null);
        tell(officer, NOON, ContactMeans.IN_PERSON, null);
        assertThat(updates()).extracting(update -> update.of().state()).containsExactly(UpdateState.TOLD, UpdateState.TOLD);
        assertThat(updates()).extracting(update -> update.clock().state()).containsOnly(DeadlineState.MET);
    }

    @Test
    void what_was_told_twice_is_to_be_told_once_and_a_time_put_right_restarts_the_clock() {
        bailed(NOON, null);
        bailed(NOON, null);
        assertThat(updates()).hasSize(1);

        ground.suspect(held, SuspectStatus.BAILED, SuspectStatus.BAILED, NOON.minus(Duration.ofHours(14)), null, NOON);
        assertThat(only().of().eventAt()).isEqualTo(NOON.minus(Duration.ofHours(14)));
        assertThat(only().dueAt()).isEqualTo(ENHANCED_DUE.minus(Duration.ofDays(1)));
        assertThat(clocks()).extracting(DeadlineView::state).containsExactly(DeadlineState.SUPERSEDED, DeadlineState.OPEN);
    }

    @Test
    void a_victim_who_was_told_stays_told_when_the_time_of_the_event_is_put_right() {
        bailed(NOON, null);
        clock.advance(Duration.ofHours(1));
        tell(officer, clock.instant(), ContactMeans.IN_PERSON, null);
        ground.suspect(held, SuspectStatus.BAILED, SuspectStatus.BAILED, NOON.minusSeconds(600), null, clock.instant());
        assertThat(only().of().state()).isEqualTo(UpdateState.TOLD);
        assertThat(only().clock().state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void a_supervisor_takes_enhanced_rights_away_with_a_reason_and_the_running_clock_becomes_the_longer_one() {
        bailed(NOON, null);
        assertThatThrownBy(() -> staff.as(officer, () -> care.enhanced(held.id(), 0, 0, false, "No reason")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> staff.as(supervisor, () -> care.enhanced(held.id(), 0, 0, false, " ")))
                .isInstanceOf(InvalidInputException.class);

        staff.as(supervisor, () -> care.enhanced(held.id(), 0, 0, false, "A neighbour, no domestic abuse"));

        assertThat(only().clock().rule()).isEqualTo("VICTIM_UPDATE");
        assertThat(only().dueAt()).isEqualTo(STANDARD_DUE);
        assertThat(clocks()).extracting(DeadlineView::state).containsExactly(DeadlineState.CANCELLED, DeadlineState.OPEN);

        assertThatThrownBy(() -> staff.as(supervisor, () -> care.enhanced(held.id(), 0, 0, true, "They are partners")))
                .isInstanceOf(ChangedMeanwhileException.class);
        staff.as(supervisor, () -> care.enhanced(held.id(), 0, 1, true, "They are partners after all"));
        assertThat(only().clock().rule()).isEqualTo("VICTIM_UPDATE_ENHANCED");
        assertThat(only().dueAt()).isEqualTo(ENHANCED_DUE);
    }

    @Test
    void nobody_rings_outside_the_safe_window_without_a_reason() {
        bailed(NOON, null);
        assertThatThrownBy(() -> tell(officer, NOON, ContactMeans.CALL, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ask before you ring");
        staff.as(officer, () -> care.window(held.id(), 0, 0, new SafeWindow(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(11, 0),
                Set.of(ContactMeans.CALL), "the landline")));
        assertThatThrownBy(() -> tell(officer, NOON, ContactMeans.CALL, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Monday to Friday 09:00–11:00; call. Never: the landline");
        assertThat(only().of().state()).isEqualTo(UpdateState.TO_TELL);

        tell(officer, NOON, ContactMeans.CALL, "He was seen outside her home");

        assertThat(only().of().state()).isEqualTo(UpdateState.TOLD);
        assertThat(only().clock().metEvidence()).contains("outside what is recorded as safe");
        assertThat(victim().contacts().getFirst().outsideWhy()).isEqualTo("He was seen outside her home");
    }

    @Test
    void the_next_contact_is_not_planned_outside_the_safe_window_without_a_reason() {
        staff.as(officer, () -> care.window(held.id(), 0, 0, new SafeWindow(
                EnumSet.allOf(DayOfWeek.class), LocalTime.of(9, 0), LocalTime.of(11, 0), Set.of(ContactMeans.CALL), null)));
        var late = Instant.parse("2026-03-04T20:00:00Z");
        assertThatThrownBy(() -> staff.as(officer, () -> contacts.plan(held.id(), 0, 1, late, ContactMeans.CALL, null)))
                .isInstanceOf(InvalidInputException.class);
        staff.as(officer, () -> contacts.plan(held.id(), 0, 1, late, ContactMeans.CALL, "She asked for it"));
        assertThat(victim().side().next()).isEqualTo(new VictimSide.Planned(late, ContactMeans.CALL, "She asked for it"));
        staff.as(officer, () -> contacts.plan(
                held.id(), 0, 2, Instant.parse("2026-03-04T09:30:00Z"), ContactMeans.CALL, null));
        assertThat(victim().side().next().why()).isNull();
    }

    @Test
    void an_attempt_counts_and_tells_nothing() {
        bailed(NOON, null);
        attempt(Set.of());
        assertThatThrownBy(() -> attempt(Set.of(only().of().id()))).isInstanceOf(InvalidInputException.class);
        assertThat(only().of().state()).isEqualTo(UpdateState.TO_TELL);
        assertThat(victim().contacts()).hasSize(1);
    }

    @Test
    void nobody_was_told_before_it_happened_and_after_the_due_time_only_a_supervisor_says_so() {
        bailed(NOON, null);
        assertThatThrownBy(() -> tell(officer, NOON.minusSeconds(60), ContactMeans.IN_PERSON, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("before it happened");
        clock.pin(ENHANCED_DUE.plusSeconds(60));
        assertThatThrownBy(() -> tell(officer, NOON.plusSeconds(60), ContactMeans.IN_PERSON, null))
                .isInstanceOf(AccessDeniedException.class);
        tell(supervisor, NOON.plusSeconds(60), ContactMeans.IN_PERSON, null);
        assertThat(only().clock().state()).isEqualTo(DeadlineState.MET);
        assertThat(only().clock().recordedLate()).isTrue();
    }

    @Test
    void a_supervisor_says_that_the_victim_could_not_be_told_only_where_it_was_tried() {
        bailed(NOON, null);
        var update = only().of();
        assertThatThrownBy(() -> giveUp(supervisor, update)).isInstanceOf(InvalidInputException.class);
        attempt(Set.of());
        assertThatThrownBy(() -> giveUp(officer, update)).isInstanceOf(AccessDeniedException.class);
        giveUp(supervisor, update);
        assertThat(only().of().state()).isEqualTo(UpdateState.COULD_NOT);
        assertThat(only().clock().state()).isEqualTo(DeadlineState.CANCELLED);
    }

    @Test
    void history_of_a_closed_case_and_a_time_of_which_no_rule_is_held_start_no_clock() {
        ground.suspect(held, null, SuspectStatus.BAILED, Instant.parse("2019-06-01T12:00:00Z"), null, NOON);
        assertThat(only().clock()).isNull();
        assertThat(only().of().clockProblem()).isNotBlank();

        held = ground.aCase(NOON, null, null, false);
        ground.close(held, NOON);
        ground.suspect(held, null, SuspectStatus.BAILED, NOON.minus(Duration.ofDays(30)), null, NOON);
        assertThat(updates()).isEmpty();
        ground.suspect(held, null, SuspectStatus.NO_FURTHER_ACTION, NOON, null, NOON);
        assertThat(only().dueAt()).isEqualTo(ENHANCED_DUE);
    }

    private void bailed(Instant at, @Nullable String conditions) {
        ground.suspect(held, SuspectStatus.IN_CUSTODY, SuspectStatus.BAILED, at, conditions, clock.instant());
    }

    /** Tells all that is owed. */
    private void tell(Account by, Instant at, ContactMeans means, @Nullable String outsideWhy) {
        var owed = Set.copyOf(victim().owed().stream().map(update -> update.of().id()).toList());
        staff.as(by, () -> contacts.record(
                held.id(), 0, new NewContact(at, means, ContactOutcome.REACHED, "She said she understood", owed, outsideWhy)));
    }

    private void attempt(Set<Long> told) {
        staff.as(officer, () -> contacts.record(held.id(), 0, new NewContact(
                clock.instant(), ContactMeans.IN_PERSON, ContactOutcome.NO_ANSWER, null, told, null)));
    }

    private void giveUp(Account by, VictimUpdate update) {
        staff.as(by, () -> contacts.giveUp(
                held.id(), update.id(), update.version(), UpdateState.COULD_NOT, "Moved, and left no address"));
    }

    private VictimPage.Victim victim() {
        return staff.as(supervisor, () -> victims.page(held.id(), false)).orElseThrow().victims().getFirst();
    }

    private List<VictimPage.Update> updates() {
        return victim().updates();
    }

    private VictimPage.Update only() {
        assertThat(updates()).hasSize(1);
        return updates().getFirst();
    }

    private List<DeadlineView> clocks() {
        return deadlines.of(only().of().subject(held.reference()));
    }
}
