package org.vigil.deadline.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.alert.AlertFixture;
import org.vigil.deadline.Clockwork;
import org.vigil.deadline.DeadlineChange;
import org.vigil.deadline.DeadlineState;
import org.vigil.deadline.DeadlineView;
import org.vigil.security.AreaService;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.testkit.Databases;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

/** Pre-charge bail that stands still and runs on, and what people hear of it. */
@VigilTest
class DeadlinePauseTest {

    private static final String BAIL = "PRE_CHARGE_BAIL";
    private static final Instant START = Instant.parse("2026-06-09T10:00:00Z");
    private static final Instant DUE = Instant.parse("2026-09-09T23:00:00Z");
    private static final Instant WARNED = Instant.parse("2026-09-01T09:00:00Z");

    @Autowired
    private DeadlineSweep sweep;

    @Autowired
    private Clockwork clockwork;

    @Autowired
    private Databases databases;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private AreaService areas;

    @Autowired
    private TestClock clock;

    private AlertFixture fixture;
    private SubjectRef call;

    @BeforeEach
    void a_person_is_on_bail() {
        fixture = new AlertFixture(databases, staff, areas);
        fixture.everybodyGoesHome();
        call = clockwork.call();
        clockwork.open(BAIL, call, START, START);
        clock.pin(WARNED);
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void a_clock_that_runs_on_past_its_warning_raises_the_alert_again_for_those_whom_the_warning_calls() {
        var custody = fixture.onDuty(null, Duty.CUSTODY);
        sweep.deadlines(WARNED);
        pause(WARNED, WARNED);
        assertThat(open()).isEmpty();

        var resumed = clock.pin("2026-10-01T09:00:00Z");
        resume(resumed, resumed);

        assertThat(open()).hasSize(1);
        var alert = Long.parseLong(open().getFirst());
        assertThat(fixture.values("SELECT account_id FROM alert_notification WHERE alert_id = ?", alert))
                .containsExactly("" + custody);
        assertThat(fixture.values("SELECT due_at FROM alert WHERE id = ?", alert)).containsExactly("2026-10-09 23:00:00.000000");
        assertThat(fired(clockwork.only(call))).as("no stage twice").containsExactly("WARNING");
    }

    @Test
    void a_clock_that_runs_on_before_its_warning_raises_nothing() {
        pause(START.plusSeconds(60), START.plusSeconds(60));
        resume(START.plusSeconds(90), START.plusSeconds(90));
        assertThat(open()).isEmpty();
    }

    @Test
    void a_pause_that_is_recorded_after_the_clock_ran_out_lets_it_run_out_again_and_the_breach_stays_on_its_row() {
        sweep.deadlines(DUE);
        assertThat(fired(clockwork.only(call))).containsExactly("WARNING", "DUE");

        var told = clock.pin(DUE.plusSeconds(36_000));
        pause(Instant.parse("2026-09-05T09:00:00Z"), told);
        assertThat(rows()).extracting(DeadlineView::state).containsExactly(DeadlineState.SUPERSEDED, DeadlineState.PAUSED);
        assertThat(rows().getFirst().breached()).isTrue();
        assertThat(rows().getLast().breached()).isFalse();
        assertThat(open()).isEmpty();

        var resumed = clock.pin("2026-10-01T09:00:00Z");
        resume(resumed, resumed);
        assertThat(open()).as("it is past its warning").hasSize(1);
        var due = Instant.parse("2026-10-07T23:00:00Z");
        assertThat(rows().getLast().dueAt()).isEqualTo(due);
        sweep.deadlines(due.minusNanos(1_000));
        assertThat(fired(rows().getLast())).isEmpty();
        sweep.deadlines(due);
        assertThat(fired(rows().getLast())).containsExactly("DUE");
        assertThat(fixture.values("SELECT severity FROM alert WHERE id = ?", Long.parseLong(open().getFirst())))
                .containsExactly("HIGH");
    }

    @Test
    void days_in_hospital_that_are_recorded_after_the_clock_ran_out_let_it_warn_and_run_out_again() {
        sweep.deadlines(DUE);
        var told = clock.pin(DUE.plusSeconds(36_000));
        clockwork.play(told, new DeadlineChange.LeaveOutDays(
                BAIL, call, LocalDate.parse("2026-08-01"), LocalDate.parse("2026-09-09"), "in hospital"));

        var due = rows().getLast().dueAt();
        assertThat(due).isEqualTo(Instant.parse("2026-10-19T23:00:00Z"));
        assertThat(rows().getFirst().breached()).isTrue();
        assertThat(open()).as("its warning lies ahead").isEmpty();
        sweep.deadlines(due);
        assertThat(fired(rows().getLast())).containsExactly("WARNING", "DUE");
    }

    private void pause(Instant at, Instant now) {
        clockwork.play(now, new DeadlineChange.Pause(BAIL, call, at, "charging decision"));
    }

    private void resume(Instant at, Instant now) {
        clockwork.play(now, new DeadlineChange.Resume(BAIL, call, at, 7));
    }

    private List<DeadlineView> rows() {
        return clockwork.of(call);
    }

    private static List<String> fired(DeadlineView row) {
        return row.fired().stream().map(stage -> stage.name().name()).toList();
    }

    /** The clock's open alert. */
    private List<String> open() {
        return fixture.values("SELECT id FROM alert WHERE dedup_key = ?", BAIL + ":INCIDENT:" + call.id());
    }
}
