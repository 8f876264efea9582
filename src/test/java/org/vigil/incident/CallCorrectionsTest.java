package org.vigil.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigil.incident.CallFixture.aCall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.vigil.deadline.DeadlineState;
import org.vigil.deadline.DeadlineView;
import org.vigil.security.Account;
import org.vigil.security.AreaService;
import org.vigil.security.EngineScope;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.testkit.Databases;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
class CallCorrectionsTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Autowired
    private IncidentIntake intake;

    @Autowired
    private IncidentService calls;

    @Autowired
    private CallCorrections corrections;

    @Autowired
    private AreaService areas;

    @Autowired
    private Staff staff;

    @Autowired
    private Databases databases;

    @Autowired
    private TestClock clock;

    private final String reference = UUID.randomUUID().toString();
    private Ground ground = new Ground(0, 0, "", 0, "");
    private Account supervisor = someoneElse();
    private Account callHandling = someoneElse();

    @BeforeEach
    void a_ground_of_its_own() {
        clock.pin(NOON);
        ground = Ground.anew(areas, staff);
        supervisor = staff.account("test-supervisor", Duty.SUPERVISOR);
        callHandling = staff.account("test-calls", Duty.CALLS);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void an_arrival_entered_by_hand_meets_the_clock_and_outlives_the_feed() {
        send(immediate());
        clock.advance(Duration.ofMinutes(10));
        as(callHandling, () -> corrections.arrival(id(), version(), minute(9), "Radio log 12:09"));

        assertThat(attendance().state()).isEqualTo(DeadlineState.MET);
        assertThat(attendance().metEvidence()).contains("entered by hand");

        clock.advance(Duration.ofMinutes(30));
        send(immediate().arriving(minute(38)));
        assertThat(attendance().state()).isEqualTo(DeadlineState.MET);
        assertThat(page().facts().arrivedAt()).isEqualTo(minute(9));
    }

    @Test
    void after_the_target_only_a_supervisor_enters_that_it_was_met() {
        send(immediate());
        clock.advance(Duration.ofMinutes(20));

        assertThatThrownBy(() -> as(callHandling, () ->
                        corrections.arrival(id(), version(), minute(9), "Radio log 12:09")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(attendance().state()).isEqualTo(DeadlineState.BREACHED);
        assertThat(one("SELECT what FROM audit_entry WHERE action = 'REFUSED' AND subject_type = 'INCIDENT'"
                        + " AND subject_id = " + id()))
                .singleElement().asString().contains("refused");

        as(supervisor, () -> corrections.arrival(id(), version(), minute(9), "Radio log 12:09"));
        assertThat(attendance().state()).isEqualTo(DeadlineState.MET);
        assertThat(attendance().recordedLate()).isTrue();
    }

    @Test
    void the_evidence_is_kept_where_it_is_masked_and_can_be_erased() {
        send(immediate());
        as(supervisor, () -> corrections.flag(id(), version(), false, "Her sister, Jo, says so"));

        assertThat(one("SELECT COALESCE(purpose, '') FROM audit_entry WHERE action = 'CHANGE' AND subject_type = 'INCIDENT'"
                        + " AND subject_id = " + id()))
                .containsExactly("");
        assertThat(one("SELECT v.after_value FROM audit_value v JOIN audit_entry e ON e.id = v.entry_id"
                        + " WHERE e.subject_type = 'INCIDENT' AND e.subject_id = " + id()))
                .contains("Her sister, Jo, says so");
    }

    @Test
    void a_late_arrival_may_be_entered_by_call_handling_and_stays_late() {
        send(immediate());
        clock.advance(Duration.ofMinutes(30));
        as(callHandling, () -> corrections.arrival(id(), version(), minute(25), "Radio log 12:25"));

        assertThat(attendance().state()).isEqualTo(DeadlineState.MET_LATE);
    }

    @Test
    void an_impossible_arrival_put_right_closes_its_alert() {
        send(immediate().arriving(minute(-5)));
        assertThat(openAlerts()).contains("CALL_TIMES_IMPOSSIBLE");
        clock.advance(Duration.ofMinutes(12));

        as(supervisor, () -> corrections.arrival(id(), version(), minute(11), "Body-worn video"));

        assertThat(openAlerts()).isEmpty();
        assertThat(attendance().state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void a_flag_set_by_hand_opens_the_clocks_and_one_taken_off_ends_them() {
        send(aCall(reference).unflagged().graded("IMMEDIATE").receivedAt(NOON).urban().inArea(ground.code()));
        assertThat(as(supervisor, () -> page().clocks())).isEmpty();

        as(callHandling, () -> corrections.flag(id(), version(), true, "Caller says her husband hit her"));
        assertThat(attendance().state()).isEqualTo(DeadlineState.OPEN);
        assertThat(page().clocks()).hasSize(2);

        as(callHandling, () -> corrections.flag(id(), version(), false, "Two flatmates, not a couple"));
        assertThat(page().clocks()).extracting(DeadlineView::state).containsOnly(DeadlineState.CANCELLED);
        assertThat(openAlerts()).containsExactly("CALL_FLAG_REMOVED");
    }

    @Test
    void a_flag_taken_off_in_call_handling_tells_the_supervisor_and_not_the_other_way_round() {
        send(immediate());
        as(callHandling, () -> corrections.flag(id(), version(), false, "Two flatmates, not a couple"));
        assertThat(openAlerts()).containsExactly("CALL_FLAG_REMOVED");

        as(supervisor, () -> corrections.flag(id(), version(), true, "They were married"));
        assertThat(openAlerts()).isEmpty();
        as(supervisor, () -> corrections.flag(id(), version(), false, "Checked once more: flatmates"));
        assertThat(openAlerts()).isEmpty();
    }

    @Test
    void a_crime_and_a_no_crime_decision_meet_the_recording_clock() {
        send(immediate());
        clock.advance(Duration.ofHours(2));
        as(callHandling, () -> corrections.crimeRecorded(id(), version(), minute(90), "C/77", "Crime system"));

        assertThat(clock("CRIME_RECORDING").state()).isEqualTo(DeadlineState.MET);
        assertThat(clock("CRIME_RECORDING").metEvidence()).contains("C/77");
    }

    @Test
    void a_no_crime_decision_needs_its_reason_and_meets_the_recording_clock() {
        send(immediate());
        clock.advance(Duration.ofHours(2));

        assertThatThrownBy(() -> as(supervisor, () ->
                        corrections.noCrime(id(), version(), minute(90), " ", "Officer's notes")))
                .isInstanceOf(InvalidInputException.class);
        as(supervisor, () -> corrections.noCrime(id(), version(), minute(90), "Verbal argument", "Officer's notes"));

        assertThat(clock("CRIME_RECORDING").metEvidence()).startsWith("No crime: Verbal argument");
    }

    @Test
    void what_can_not_be_true_is_refused_and_changes_nothing() {
        send(immediate());
        clock.advance(Duration.ofMinutes(5));

        for (Runnable attempt : List.<Runnable>of(
                () -> corrections.arrival(id(), version(), minute(6), "in the future"),
                () -> corrections.arrival(id(), version(), minute(-1), "before the call"),
                () -> corrections.arrival(id(), version(), minute(3), " x "),
                () -> corrections.crimeRecorded(id(), version(), minute(3), "", "no reference"))) {
            assertThatThrownBy(() -> as(supervisor, attempt)).isInstanceOf(InvalidInputException.class);
        }
        assertThat(page().call().corrections()).isEmpty();
    }

    @Test
    void two_people_at_once_are_told_and_lose_nothing() {
        send(immediate());
        var seen = version();
        as(supervisor, () -> corrections.flag(id(), seen, false, "First"));

        assertThatThrownBy(() -> as(supervisor, () -> corrections.flag(id(), seen, true, "Second")))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThat(page().facts().domesticAbuse()).isFalse();
    }

    @Test
    void nobody_else_corrects_and_nobody_sees_beyond_their_areas() {
        send(immediate());
        var specialist = staff.someone(Duty.SPECIALIST);
        var elsewhere = staff.someoneIn(Set.of(ground.otherDistrict()), Duty.SUPERVISOR);
        var here = staff.someoneIn(Set.of(ground.district()), Duty.SPECIALIST);
        var id = id();

        assertThatThrownBy(() -> as(specialist, () -> corrections.flag(id, 0, false, "No")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(elsewhere, () -> corrections.flag(id, 0, false, "Not mine")))
                .isInstanceOf(InvalidInputException.class);
        assertThat(as(elsewhere, () -> calls.page(id, true))).isEmpty();
        assertThat(as(here, () -> calls.page(id, true))).isPresent();
        assertThatThrownBy(() -> as(staff.someone(Duty.AUDITOR), () -> calls.page(id, true)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void the_timeline_tells_what_the_feed_said_and_who_put_what_right() {
        send(immediate().step("IMMEDIATE", true, NOON).step("PRIORITY", null, minute(4)).graded("PRIORITY"));
        clock.advance(Duration.ofMinutes(30));
        as(supervisor, () -> corrections.arrival(id(), version(), minute(25), "Radio log"));

        assertThat(page().timeline()).extracting(TimelineEntry::what).contains(
                "Call received", "Graded Immediate", "Lowered from Immediate to Priority", "Flagged as domestic abuse",
                "Arrival entered by hand: Tue 3 Mar 2026 12:25:00");
        assertThat(page().timeline()).anySatisfy(entry -> assertThat(entry.detail())
                .isEqualTo("By Test test-supervisor. Evidence: Radio log"));
        assertThat(page().timeline()).anySatisfy(entry -> assertThat(entry.what()).startsWith("Alert: "));
        assertThat(page().timeline()).isSortedAccordingTo(java.util.Comparator.comparing(TimelineEntry::at));
    }

    private CallFixture immediate() {
        return aCall(reference).flagged().graded("IMMEDIATE").receivedAt(NOON).urban().inArea(ground.code());
    }

    private void send(CallFixture... sent) {
        EngineScope.call(() -> intake.takeInAll(Stream.of(sent).map(CallFixture::message).toList()));
    }

    private CallPage page() {
        return as(supervisor, () -> calls.page(id(), false)).orElseThrow();
    }

    private long id() {
        return Long.parseLong(one("SELECT id FROM incident WHERE reference = '" + reference + "'").getFirst());
    }

    private int version() {
        return Integer.parseInt(one("SELECT version FROM incident WHERE reference = '" + reference + "'").getFirst());
    }

    private List<String> openAlerts() {
        return one("SELECT kind FROM alert WHERE state <> 'RESOLVED' AND kind LIKE 'CALL_%' AND kind <> 'CALL_ATTENDANCE'"
                + " AND subject_type = 'INCIDENT' AND subject_id = " + id());
    }

    private List<String> one(String query) {
        var found = new java.util.ArrayList<String>();
        try (var connection = databases.asOwner(); var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (java.sql.SQLException problem) {
            throw new AssertionError(problem);
        }
        return found;
    }

    private DeadlineView attendance() {
        return clock("CALL_ATTENDANCE");
    }

    private DeadlineView clock(String rule) {
        return page().clocks().stream().filter(view -> view.rule().equals(rule) && view.isCurrent())
                .reduce((a, b) -> b).orElseThrow();
    }

    private <T> T as(Account who, java.util.function.Supplier<T> work) {
        return staff.as(who, work);
    }

    private void as(Account who, Runnable work) {
        staff.as(who, work);
    }

    private static Instant minute(int after) {
        return NOON.plus(Duration.ofMinutes(after));
    }

    private static Account someoneElse() {
        return new Account(0, "", "", null, null, null, org.vigil.security.AccountKind.PERSON, false, false, Set.of(),
                Set.of(), null, false, false, 0, 0);
    }
}
