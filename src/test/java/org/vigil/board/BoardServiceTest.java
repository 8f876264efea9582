package org.vigil.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.vigil.incident.Ground;
import org.vigil.incident.IncidentIntake;
import org.vigil.security.Account;
import org.vigil.security.AreaService;
import org.vigil.security.DutyStateService;
import org.vigil.shared.Duty;
import org.vigil.testkit.Databases;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
class BoardServiceTest {

    /** A Tuesday in the run-up to the 08:30 meeting: work is due before Wednesday's. */
    private static final Instant NOW = Instant.parse("2026-11-24T07:48:00Z");

    private static final Instant LAST_MEETING = Instant.parse("2026-11-23T08:30:00Z");

    @Autowired
    private BoardService boards;

    @Autowired
    private IncidentIntake intake;

    @Autowired
    private AreaService areas;

    @Autowired
    private Staff staff;

    @Autowired
    private DutyStateService duties;

    @Autowired
    private TestClock clock;

    @Autowired
    private Databases databases;

    private Scene scene;
    private Account supervisor;

    @BeforeEach
    void pin() {
        clock.pin(NOW);
        scene = new Scene(Ground.anew(areas, staff), intake, staff);
        supervisor = scene.supervisor();
    }

    @AfterEach
    void letGo() {
        clock.release();
    }

    @Test
    void answers_the_three_questions_for_the_areas_of_whoever_looks() {
        var before = board(BoardDepth.counts());

        scene.takeIn(
                scene.waiting("late", NOW.minus(Duration.ofHours(2))),
                scene.waiting("soon", NOW.minus(Duration.ofMinutes(8))),
                scene.settled("done", NOW.minus(Duration.ofHours(3))),
                scene.settled("old", LAST_MEETING.minus(Duration.ofMinutes(1))),
                scene.waiting("elsewhere", NOW.minus(Duration.ofHours(2))).inArea(scene.ground().otherCode()));
        var board = board(BoardDepth.first());

        // Breached: the attendance of "late". Due: its crime recording, and both clocks of "soon".
        assertThat(board.breached().count() - before.breached().count()).isEqualTo(1);
        assertThat(board.due().count() - before.due().count()).isEqualTo(3);
        assertThat(board.fresh().count() - before.fresh().count()).isEqualTo(3);
        assertThat(board.since()).isEqualTo(LAST_MEETING);
        assertThat(board.until()).isEqualTo("2026-11-25T08:30:00Z");
        assertThat(board.ground()).startsWith("District ");
    }

    @Test
    void a_call_is_new_from_the_instant_of_the_last_meeting_on() {
        var before = board(BoardDepth.counts()).fresh().count();

        scene.takeIn(scene.settled("at", LAST_MEETING), scene.settled("before", LAST_MEETING.minusNanos(1_000)));

        assertThat(board(BoardDepth.counts()).fresh().count() - before).isEqualTo(1);
    }

    @Test
    void a_clock_is_due_up_to_the_meeting_and_breached_from_its_own_instant_on() {
        scene.takeIn(scene.waiting("x", NOW.minus(Duration.ofMinutes(15)).plusNanos(1_000)));
        var just = board(BoardDepth.counts());

        clock.pin(NOW.plusNanos(1_000));
        var after = board(BoardDepth.counts());

        assertThat(after.breached().count() - just.breached().count()).isEqualTo(1);
        assertThat(after.due().count() - just.due().count()).isEqualTo(-1);
    }

    @Test
    void rows_lead_to_their_call_say_where_it_is_and_hold_no_name() {
        scene.takeIn(scene.waiting("late", NOW.minus(Duration.ofHours(2)))
                .with(org.vigil.incident.PartyRole.VICTIM, "Leah", "Marsh")
                .describedAs("Caller says he is outside"));

        var board = board(new BoardDepth(50, 50, 50));
        var clockRow = find(board.breached().items(), "late");
        var callRow = find(board.fresh().items(), "late");

        assertThat(clockRow.href()).matches("calls/\\d+").isEqualTo(callRow.href());
        assertThat(clockRow.title()).startsWith("Attend: Immediate").contains("District ");
        assertThat(callRow.pill()).isEqualTo("late");
        assertThat(board.toString()).doesNotContain("Marsh", "Leah", "outside");
    }

    @Test
    void the_tiles_say_how_many_calls_of_the_last_day_were_late() {
        scene.takeIn(scene.waiting("late", NOW.minus(Duration.ofHours(2))), scene.settled("done", NOW.minus(Duration.ofHours(3))));

        var tile = board(BoardDepth.counts()).tiles().stream()
                .filter(each -> each.name().equals("Late calls, last 24 h"))
                .findFirst()
                .orElseThrow();

        assertThat(tile.value()).matches("\\d+ of \\d+");
        assertThat(tile.note()).contains("Immediate");
    }

    @Test
    void who_is_on_duty_is_counted_for_the_areas_of_whoever_looks_and_nobody_twice() {
        var district = scene.ground().district();
        staff.as(staff.someoneIn(Set.of(district), Duty.CUSTODY), duties::signOn);
        staff.as(staff.someoneIn(Set.of(district), Duty.CUSTODY, Duty.CALLS), duties::signOn);
        var before = onDuty();
        staff.as(staff.someoneIn(Set.of(scene.ground().otherDistrict()), Duty.CUSTODY), duties::signOn);
        assertThat(onDuty()).as("elsewhere").isEqualTo(before);

        staff.as(staff.someoneIn(Set.of(district), Duty.CUSTODY, Duty.CALLS), duties::signOn);

        assertThat(number(onDuty().value())).isEqualTo(number(before.value()) + 1);
        assertThat(number(onDuty().note().replaceAll(".*custody sergeant", "")))
                .isEqualTo(number(before.note().replaceAll(".*custody sergeant", "")) + 1);
    }

    @Test
    void those_who_see_no_calls_are_told_of_the_clocks_of_their_own_work() {
        var sergeant = staff.someoneIn(Set.of(scene.ground().district()), Duty.CUSTODY);

        assertThat(staff.as(sergeant, () -> boards.open(BoardDepth.first())).freshAreCalls()).isFalse();
        assertThat(staff.as(supervisor, () -> boards.open(BoardDepth.first())).freshAreCalls()).isTrue();
    }

    private BoardTile onDuty() {
        return staff.as(supervisor, () -> boards.open(BoardDepth.first())).tiles().stream()
                .filter(tile -> tile.name().equals("On duty now"))
                .findFirst()
                .orElseThrow();
    }

    private static int number(String text) {
        return Integer.parseInt(text.strip());
    }

    @Test
    void an_open_board_is_logged_when_it_is_opened_and_then_once_in_fifteen_minutes() throws SQLException {
        scene.takeIn(scene.waiting("late", NOW.minus(Duration.ofHours(2))));
        staff.as(supervisor, () -> boards.open(BoardDepth.first()));
        refreshAt(NOW.plusSeconds(5));
        refreshAt(NOW.plusSeconds(899));
        assertThat(logged()).isEqualTo(1);

        refreshAt(NOW.plusSeconds(900));
        assertThat(logged()).isEqualTo(2);
    }

    @Test
    void the_board_is_not_for_administrators_auditors_or_machines() {
        for (var duty : Set.of(Duty.ADMIN, Duty.AUDITOR, Duty.FEED)) {
            var other = staff.someone(duty);

            assertThatThrownBy(() -> staff.as(other, () -> boards.open(BoardDepth.first())))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void every_other_operational_duty_gets_a_board() {
        for (var duty : Set.of(Duty.NPT, Duty.DVDS, Duty.CUSTODY, Duty.MARAC, Duty.COURT, Duty.LEADER, Duty.CALLS)) {
            var board = staff.as(staff.someone(duty), () -> boards.open(BoardDepth.first()));

            assertThat(board.ground()).isEqualTo("Whole force");
            assertThat(board.tiles()).extracting(BoardTile::name).contains("Alerts not acknowledged", "Clocks running");
        }
    }

    private Board board(BoardDepth depth) {
        return staff.as(supervisor, () -> boards.refresh(depth));
    }

    private void refreshAt(Instant at) {
        clock.pin(at);
        board(BoardDepth.first());
    }

    private BoardItem find(List<BoardItem> items, String name) {
        return items.stream()
                .filter(item -> item.subject().reference().equals(scene.reference(name)))
                .findFirst()
                .orElseThrow();
    }

    private int logged() throws SQLException {
        try (var connection = databases.asConsole();
                var query = connection.prepareStatement(
                        "select count(*) from audit_entry where subject_type = 'BOARD' and account_id = ?")) {
            query.setLong(1, supervisor.id());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
