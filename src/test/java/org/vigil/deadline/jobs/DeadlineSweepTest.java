package org.vigil.deadline.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.db.generated.Tables.ALERT;
import static org.vigil.db.generated.Tables.ALERT_EVENT;
import static org.vigil.db.generated.Tables.DEADLINE;
import static org.vigil.db.generated.Tables.DEADLINE_RUNG;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.generated.tables.records.AlertRecord;
import org.vigil.deadline.Clockwork;
import org.vigil.deadline.DeadlineChange;
import org.vigil.deadline.DeadlineState;
import org.vigil.deadline.rules.Deadline;
import org.vigil.shared.SubjectRef;
import org.vigil.testkit.Databases;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
class DeadlineSweepTest {

    private static final Instant START = Instant.parse("2026-06-09T10:00:00Z");
    private static final Instant DUE = START.plus(Duration.ofHours(24));
    private static final Instant SOON = START.plus(Duration.ofHours(18));
    private static final Duration MOMENT = Duration.ofNanos(1000);
    private static final String CRIME = "CRIME_RECORDING";

    @Autowired
    private Clockwork clockwork;

    @Autowired
    private DeadlineSweep sweep;

    @Autowired
    private DSLContext sql;

    @Autowired
    private Databases databases;

    @Autowired
    private TestClock clock;

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void a_stage_fires_at_its_instant_and_not_before() {
        var call = opened(START);
        sweep.run(SOON.minus(MOMENT));
        assertThat(fired(call)).isEmpty();
        sweep.run(SOON);
        assertThat(fired(call)).containsExactly("WARNING");
        sweep.run(DUE.minus(MOMENT));
        assertThat(fired(call)).containsExactly("WARNING");
        sweep.run(DUE);
        assertThat(fired(call)).containsExactly("WARNING", "DUE");
        sweep.run(DUE.plus(Duration.ofHours(1)));
        sweep.run(DUE.plus(Duration.ofHours(4)));
        assertThat(fired(call)).containsExactly("WARNING", "DUE", "ESCALATION", "SENIOR");
    }

    @Test
    void repeated_sweeps_fire_nothing_twice_and_keep_one_alert() {
        var call = opened(START);
        for (var run = 0; run < 5; run++) {
            sweep.run(DUE);
        }
        assertThat(fired(call)).containsExactly("WARNING", "DUE");
        assertThat(alerts(call)).hasSize(1);
        assertThat(alerts(call).getFirst().getSeverity()).isEqualTo("HIGH");
        assertThat(steps(call)).isEqualTo(2);
    }

    @Test
    void after_downtime_each_missed_stage_fires_in_order() {
        var call = opened(START);
        var back = DUE.plus(Duration.ofHours(9));
        sweep.run(back);
        assertThat(fired(call)).containsExactly("WARNING", "DUE", "ESCALATION", "SENIOR");
        assertThat(steps(call)).isEqualTo(4);
        assertThat(alerts(call).getFirst().getSeverity()).isEqualTo("CRITICAL");
        assertThat(sql.fetchValue(sql.selectCount()
                        .from(DEADLINE_RUNG)
                        .join(DEADLINE)
                        .on(DEADLINE.ID.eq(DEADLINE_RUNG.DEADLINE_ID))
                        .where(DEADLINE.SUBJECT_ID.eq(call.id()))
                        .and(DEADLINE_RUNG.FIRED_AT.eq(back))))
                .isEqualTo(4);
    }

    @Test
    void what_is_opened_past_due_records_every_stage_and_calls_people_once_at_the_highest() {
        var call = clockwork.call();
        clockwork.open(CRIME, call, START, DUE.plus(Duration.ofHours(5)));
        sweep.run(DUE.plus(Duration.ofHours(5)));
        assertThat(fired(call)).containsExactly("WARNING", "DUE", "ESCALATION", "SENIOR");
        assertThat(steps(call)).isEqualTo(1);
        assertThat(alerts(call).getFirst().getSeverity()).isEqualTo("CRITICAL");
        assertThat(clockwork.only(call).fired())
                .extracting(stage -> stage.name().name())
                .containsExactly("WARNING", "DUE", "ESCALATION", "SENIOR");
    }

    @Test
    void what_is_opened_after_its_warning_still_fires_the_later_stages_one_by_one() {
        var call = clockwork.call();
        clockwork.open(CRIME, call, START, SOON.plusSeconds(60));
        sweep.run(DUE.plus(Duration.ofHours(1)));
        assertThat(fired(call)).containsExactly("WARNING", "DUE", "ESCALATION");
        assertThat(steps(call)).isEqualTo(3);
    }

    @Test
    void what_is_met_in_time_raises_nothing() {
        var call = opened(START);
        clockwork.meet(CRIME, call, START.plusSeconds(60), START.plusSeconds(60));
        sweep.run(DUE.plus(Duration.ofHours(5)));
        assertThat(fired(call)).isEmpty();
        assertThat(alerts(call)).isEmpty();
    }

    @Test
    void what_opens_late_and_ends_in_one_message_raises_nothing() {
        var call = clockwork.call();
        clockwork.play(
                DUE.plus(Duration.ofHours(9)),
                DeadlineChange.Open.of(CRIME, call, "Record the crime", null, START, "received"),
                new DeadlineChange.Meet(CRIME, call, DUE.plusSeconds(60), "history"));
        sweep.run(DUE.plus(Duration.ofHours(9)));
        assertThat(fired(call)).isEmpty();
        assertThat(alerts(call)).isEmpty();
        assertThat(clockwork.only(call).state()).isEqualTo(DeadlineState.MET_LATE);
    }

    @Test
    void meeting_the_clock_resolves_its_alert_in_the_same_transaction() {
        var call = opened(START);
        sweep.run(DUE);
        clockwork.meet(CRIME, call, DUE.plusSeconds(60), DUE.plusSeconds(60));
        assertThat(alerts(call)).extracting(AlertRecord::getState).containsExactly("RESOLVED");
        sweep.run(DUE.plus(Duration.ofHours(5)));
        assertThat(fired(call)).containsExactly("WARNING", "DUE");
        assertThat(alerts(call)).hasSize(1);
    }

    @Test
    void a_paused_clock_is_not_looked_at_and_fires_no_stage_twice_when_it_runs_on() {
        var call = clockwork.call();
        clockwork.open("PRE_CHARGE_BAIL", call, START, START);
        var warned = Instant.parse("2026-09-01T00:00:00Z");
        sweep.run(warned);
        assertThat(fired(call)).containsExactly("WARNING");
        clockwork.play(warned, new DeadlineChange.Pause("PRE_CHARGE_BAIL", call, warned, "charging decision"));
        sweep.run(Instant.parse("2026-10-01T00:00:00Z"));
        assertThat(fired(call)).containsExactly("WARNING");
        var resumed = Instant.parse("2026-10-01T09:00:00Z");
        clockwork.play(resumed, new DeadlineChange.Resume("PRE_CHARGE_BAIL", call, resumed, 7));
        var due = clockwork.only(call).dueAt();
        assertThat(due).isEqualTo(Instant.parse("2026-10-09T23:00:00Z"));
        sweep.run(Instant.parse("2026-10-09T22:59:59Z"));
        assertThat(fired(call)).containsExactly("WARNING");
        sweep.run(due);
        assertThat(fired(call)).containsExactly("WARNING", "DUE");
    }

    @Test
    void a_school_clock_without_term_dates_only_warns() {
        var call = clockwork.call();
        clockwork.open("CHILD_SCHOOL_NOTICE", call, START, START);
        sweep.run(START.plus(Duration.ofDays(9)));
        assertThat(fired(call)).containsExactly("WARNING");
    }

    @Test
    void one_deadline_that_makes_no_sense_is_put_aside_alerted_and_stops_nobody() throws SQLException {
        var broken = opened(START);
        var sound = opened(START);
        breakRow(broken, "NONSENSE");
        var result = sweep.run(DUE);
        assertThat(result.failed()).isGreaterThanOrEqualTo(1);
        assertThat(fired(sound)).containsExactly("WARNING", "DUE");
        var row = sql.fetchSingle(DEADLINE, DEADLINE.SUBJECT_ID.eq(broken.id()));
        assertThat(row.getSweepFailures()).isEqualTo(1);
        assertThat(row.getNextRungAt()).isEqualTo(DUE.plusSeconds(5));
        assertThat(failureAlert(row.getId())).extracting(AlertRecord::getState).containsExactly("RAISED");

        sweep.run(DUE.plusSeconds(5));
        row.refresh();
        assertThat(row.getNextRungAt()).isEqualTo(DUE.plusSeconds(15));

        breakRow(broken, "INCIDENT");
        sweep.run(DUE.plusSeconds(20));
        assertThat(fired(broken)).containsExactly("WARNING", "DUE");
        assertThat(failureAlert(row.getId())).extracting(AlertRecord::getState).containsExactly("RESOLVED");
        row.refresh();
        assertThat(row.getSweepFailures()).isZero();
    }

    @Test
    void a_stage_that_was_claimed_before_is_passed_over_and_stops_nobody() {
        var claimed = opened(START);
        var other = opened(START);
        var id = sql.fetchSingle(DEADLINE, DEADLINE.SUBJECT_ID.eq(claimed.id())).getId();
        sql.insertInto(DEADLINE_RUNG)
                .set(DEADLINE_RUNG.DEADLINE_ID, id)
                .set(DEADLINE_RUNG.RUNG, (short) 1)
                .set(DEADLINE_RUNG.NAME, "WARNING")
                .set(DEADLINE_RUNG.DUE_AT, SOON)
                .set(DEADLINE_RUNG.FIRED_AT, SOON)
                .set(DEADLINE_RUNG.NODE, "before")
                .execute();
        sweep.run(DUE);
        assertThat(fired(claimed)).containsExactly("WARNING", "DUE");
        assertThat(steps(claimed)).isEqualTo(1);
        assertThat(fired(other)).containsExactly("WARNING", "DUE");
    }

    @Test
    void sweeps_on_several_nodes_at_once_fire_each_stage_once() throws Exception {
        var calls = new ArrayList<SubjectRef>();
        for (var batch = 0; batch < 4; batch++) {
            var opens = new ArrayList<DeadlineChange>();
            for (var i = 0; i < 300; i++) {
                var call = clockwork.call();
                calls.add(call);
                opens.add(DeadlineChange.Open.of(CRIME, call, "Record the crime", null, START, "received"));
            }
            clockwork.play(START, opens.toArray(DeadlineChange[]::new));
        }
        try (var nodes = Executors.newFixedThreadPool(4)) {
            Callable<SweepResult> node = () -> sweep.run(DUE);
            for (var run : nodes.invokeAll(List.of(node, node, node, node))) {
                run.get();
            }
        }
        sweep.run(DUE);
        var ids = calls.stream().map(SubjectRef::id).toList();
        assertThat(sql.fetchCount(DEADLINE_RUNG.join(DEADLINE).on(DEADLINE.ID.eq(DEADLINE_RUNG.DEADLINE_ID)),
                        DEADLINE.SUBJECT_ID.in(ids)))
                .isEqualTo(2 * calls.size());
        var keys = calls.stream().map(call -> Deadline.alertKey(CRIME, call)).toList();
        assertThat(sql.fetchCount(ALERT, ALERT.DEDUP_KEY.in(keys))).isEqualTo(calls.size());
    }

    private SubjectRef opened(Instant start) {
        var call = clockwork.call();
        clockwork.open(CRIME, call, start, start);
        return call;
    }

    private List<String> fired(SubjectRef call) {
        return sql.select(DEADLINE_RUNG.NAME)
                .from(DEADLINE_RUNG)
                .join(DEADLINE)
                .on(DEADLINE.ID.eq(DEADLINE_RUNG.DEADLINE_ID))
                .where(DEADLINE.SUBJECT_ID.eq(call.id()))
                .orderBy(DEADLINE_RUNG.RUNG)
                .fetch(DEADLINE_RUNG.NAME);
    }

    private Result<AlertRecord> alerts(SubjectRef call) {
        return sql.fetch(ALERT, ALERT.SUBJECT_ID.eq(call.id()).and(ALERT.SUBJECT_TYPE.eq("INCIDENT")));
    }

    private Result<AlertRecord> failureAlert(long deadlineId) {
        return sql.fetch(ALERT, ALERT.SUBJECT_ID.eq(deadlineId).and(ALERT.KIND.eq("ENGINE_ITEM_FAILED")));
    }

    /** How often the alert was raised or raised further. */
    private int steps(SubjectRef call) {
        return sql.fetchCount(
                ALERT_EVENT,
                ALERT_EVENT
                        .KIND
                        .in("RAISED", "RUNG")
                        .and(ALERT_EVENT.ALERT_ID.in(alerts(call).getValues(ALERT.ID))));
    }

    private void breakRow(SubjectRef call, String type) throws SQLException {
        try (var owner = databases.asOwner();
                var update = owner.prepareStatement("UPDATE deadline SET subject_type = ? WHERE subject_id = ?")) {
            update.setString(1, type);
            update.setLong(2, call.id());
            update.executeUpdate();
        }
    }
}
