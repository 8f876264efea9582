package org.vigil.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.vigil.alert.AlertFixture;
import org.vigil.deadline.jobs.DeadlineSweep;
import org.vigil.security.Account;
import org.vigil.security.AreaService;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.SubjectRef;
import org.vigil.testkit.Databases;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
class DeadlineHandTest {

    private static final Instant START = Instant.parse("2026-06-09T10:00:00Z");
    private static final Instant DUE = START.plus(Duration.ofHours(24));
    private static final String CRIME = "CRIME_RECORDING";

    @Autowired
    private DeadlineHand hand;

    @Autowired
    private Clockwork clockwork;

    @Autowired
    private DeadlineSweep sweep;

    @Autowired
    private Staff staff;

    @Autowired
    private Databases databases;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private AreaService areas;

    @Autowired
    private TestClock clock;

    private AlertFixture fixture;
    private SubjectRef call;
    private long area;
    private Account supervisor;
    private Account officer;

    @BeforeEach
    void a_clock_that_is_an_hour_over() {
        fixture = new AlertFixture(databases, directory, areas);
        area = fixture.district();
        supervisor = staff.someoneIn(Set.of(area), Duty.SUPERVISOR);
        officer = staff.someoneIn(Set.of(area), Duty.RESPONSE);
        call = clockwork.call();
        clockwork.play(START, DeadlineChange.Open.of(CRIME, call, "Record it", area, START, "from the test"));
        sweep.deadlines(DUE);
        clock.pin(DUE.plus(Duration.ofHours(1)));
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void what_was_done_in_time_and_is_entered_late_is_met_by_a_supervisors_word_and_its_alert_closes() {
        var before = clockwork.only(call);
        staff.as(supervisor, () -> hand.meet(before.id(), before.version(), DUE.minusSeconds(60), " Report 4711 "));

        var after = clockwork.only(call);
        assertThat(after.state()).isEqualTo(DeadlineState.MET);
        assertThat(after.recordedLate()).isTrue();
        assertThat(after.closedBy()).isEqualTo(supervisor.username());
        assertThat(fixture.values("SELECT state FROM alert WHERE kind = ? AND subject_id = ?", CRIME, call.id()))
                .containsExactly("RESOLVED");
    }

    @Test
    void an_officer_enters_what_was_done_late_and_can_not_take_a_breach_off() {
        var before = clockwork.only(call);
        assertThatThrownBy(() -> staff.as(
                        officer, () -> hand.meet(before.id(), before.version(), DUE.minusSeconds(60), "Notebook")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(refusals(officer)).containsExactly("Only a supervisor enters after the due time that it was done in time.");

        staff.as(officer, () -> hand.meet(before.id(), before.version(), DUE.plusSeconds(60), "Notebook"));
        assertThat(clockwork.only(call).state()).isEqualTo(DeadlineState.MET_LATE);
    }

    @Test
    void a_clock_of_another_area_or_work_is_refused_and_the_attempt_is_logged() {
        var clockBefore = clockwork.only(call);
        var elsewhere = staff.someoneIn(Set.of(fixture.district()), Duty.SUPERVISOR);
        var otherWork = staff.someoneIn(Set.of(area), Duty.DVDS);
        for (var stranger : List.of(elsewhere, otherWork)) {
            assertThatThrownBy(() -> staff.as(
                            stranger, () -> hand.meet(clockBefore.id(), clockBefore.version(), DUE, "Notebook")))
                    .isInstanceOf(AccessDeniedException.class);
            assertThat(refusals(stranger)).containsExactly("Your duties or areas don't cover this clock.");
        }
        assertThat(clockwork.only(call).state()).isEqualTo(DeadlineState.BREACHED);
    }

    @Test
    void only_a_supervisor_cancels_and_says_why_and_the_breach_stays() {
        var before = clockwork.only(call);
        assertThatThrownBy(() -> staff.as(officer, () -> hand.cancel(before.id(), before.version(), "Wrong call")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> staff.as(supervisor, () -> hand.cancel(before.id(), before.version(), "  ")))
                .isInstanceOf(InvalidInputException.class);

        staff.as(supervisor, () -> hand.cancel(before.id(), before.version(), "Wrong call"));
        assertThat(clockwork.only(call).state()).isEqualTo(DeadlineState.CANCELLED);
        assertThat(clockwork.only(call).breached()).isTrue();
    }

    @Test
    void a_clock_that_changed_meanwhile_is_not_overwritten() {
        var before = clockwork.only(call);
        assertThatThrownBy(() -> staff.as(supervisor, () -> hand.cancel(before.id(), before.version() + 1, "Wrong call")))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void what_officers_write_is_a_value_of_the_log_that_is_masked_and_can_be_erased() {
        var before = clockwork.only(call);
        staff.as(supervisor, () -> hand.meet(before.id(), before.version(), DUE, "Ms Example rang from 07700 900123"));

        assertThat(fixture.values(
                        "SELECT value.after_value FROM audit_entry entry JOIN audit_value value ON value.entry_id = entry.id"
                                + " WHERE entry.subject_type = 'DEADLINE' AND entry.subject_id = ? AND value.field = 'evidence'",
                        before.id()))
                .containsExactly("Ms Example rang from 07700 900123");
        assertThat(fixture.values(
                        "SELECT IFNULL(purpose, '') FROM audit_entry WHERE subject_type = 'DEADLINE' AND subject_id = ?",
                        before.id()))
                .containsExactly("");
    }

    private List<String> refusals(Account account) {
        return fixture.values(
                "SELECT what FROM audit_entry WHERE account_id = ? AND action = 'REFUSED' AND subject_id = ?",
                account.id(), clockwork.only(call).id());
    }
}
