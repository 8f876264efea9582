package org.vigil.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vigil.casework.CaseFixture.aCase;
import static org.vigil.casework.CaseFixture.somebody;
import static org.vigil.casework.SuspectStatus.BAILED;
import static org.vigil.casework.SuspectStatus.CHARGED;
import static org.vigil.casework.SuspectStatus.IN_CUSTODY;
import static org.vigil.casework.SuspectStatus.OUTSTANDING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.vigil.alert.AlertRow;
import org.vigil.alert.AlertService;
import org.vigil.casework.data.CaseQueries;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.deadline.DeadlineState;
import org.vigil.deadline.DeadlineView;
import org.vigil.incident.RiskGrade;
import org.vigil.incident.RiskTool;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.shared.api.ItemResult;
import org.vigil.shared.api.ItemStatus;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
@RecordApplicationEvents
class CaseIntakeTest {

    private static final Instant NOON = CaseFixture.REPORTED;

    @Autowired
    private CaseIntake intake;

    @Autowired
    private CaseQueries cases;

    @Autowired
    private DeadlineQueries deadlines;

    @Autowired
    private AlertService alerts;

    @Autowired
    private Staff staff;

    @Autowired
    private TestClock clock;

    @Autowired
    private ApplicationEvents events;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void noon() {
        clock.pin(NOON);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void a_case_is_created_then_unchanged_then_updated_and_an_older_message_changes_nothing() {
        clock.pin(hours(1));
        var her = somebody();
        assertThat(status(send(aCase(run).of(her).changedAt(NOON)))).isEqualTo(ItemStatus.CREATED);
        assertThat(status(send(aCase(run).of(her).changedAt(NOON.plusSeconds(5))))).isEqualTo(ItemStatus.UNCHANGED);
        assertThat(status(send(aCase(run).of(her).titled("Older").changedAt(NOON.plusSeconds(3)))))
                .isEqualTo(ItemStatus.UNCHANGED);
        assertThat(status(send(aCase(run).of(her).titled("Assault").changedAt(NOON.plusSeconds(9)))))
                .isEqualTo(ItemStatus.UPDATED);
        assertThat(held(run).title()).isEqualTo("Assault");
    }

    @Test
    void one_bad_case_of_a_batch_is_refused_with_its_reason_and_the_others_are_kept() {
        var results = send(aCase(run + "a"), aCase(" "), aCase(run + "b").from("CONSOLE"), aCase(run + "c"));
        assertThat(results).extracting(ItemResult::status).containsExactly(
                ItemStatus.CREATED, ItemStatus.REJECTED, ItemStatus.REJECTED, ItemStatus.CREATED);
        assertThat(results.get(1).reasons().getFirst().field()).isEqualTo("reference");
        assertThat(results.get(2).reasons().getFirst().problem()).contains("entered in the console");
    }

    @Test
    void the_same_case_twice_in_a_batch_applies_in_order() {
        var him = somebody();
        send(aCase(run).against(him, OUTSTANDING, NOON), aCase(run).against(him, IN_CUSTODY, hours(2)));
        assertThat(held(run).suspects()).singleElement().satisfies(suspect -> {
            assertThat(suspect.status()).isEqualTo(IN_CUSTODY);
            assertThat(suspect.history()).extracting(Suspect.Step::status).containsExactly(OUTSTANDING, IN_CUSTODY);
        });
    }

    @Test
    void suspects_keep_their_number_and_their_story_when_the_feed_turns_them_round_or_drops_one() {
        var ann = somebody();
        var ben = somebody();
        send(aCase(run).against(ann, OUTSTANDING, NOON).against(ben, BAILED, NOON));
        send(aCase(run).against(ben, BAILED, NOON).against(ann, OUTSTANDING, NOON));
        assertThat(held(run).suspect(1).orElseThrow().status()).isEqualTo(OUTSTANDING);
        assertThat(held(run).suspect(2).orElseThrow().status()).isEqualTo(BAILED);

        var cem = somebody();
        send(aCase(run).against(cem, OUTSTANDING, hours(1)).against(ben, BAILED, NOON));
        assertThat(held(run).namedSuspects()).extracting(Suspect::place).containsExactly(2, 3);
        assertThat(held(run).suspect(1).orElseThrow().status()).isEqualTo(OUTSTANDING);
    }

    @Test
    void of_several_statuses_the_one_that_began_last_stands_in_whatever_order_they_come() {
        var him = somebody();
        send(aCase(run).against(him, CHARGED, hours(5)));
        send(aCase(run).against(him, IN_CUSTODY, hours(1)));
        send(aCase(run).against(him, IN_CUSTODY, hours(1)).titled("Again"));
        var suspect = held(run).suspects().getFirst();
        assertThat(suspect.status()).isEqualTo(CHARGED);
        assertThat(suspect.history()).extracting(Suspect.Step::counted).containsExactly(false, true);
    }

    @Test
    void whoever_waits_for_it_hears_once_of_each_new_status() {
        var him = somebody();
        send(aCase(run).against(him, OUTSTANDING, NOON));
        send(aCase(run).against(him, OUTSTANDING, NOON).titled("Something else"));
        send(aCase(run).against(him, BAILED, hours(3)));
        assertThat(events.stream(SuspectStatusChanged.class).filter(event -> event.caseId() == held(run).id()))
                .extracting(SuspectStatusChanged::from, SuspectStatusChanged::to)
                .containsExactly(
                        tuple(null, OUTSTANDING),
                        tuple(OUTSTANDING, BAILED));
    }

    @Test
    void exactly_one_review_clock_runs_while_a_case_is_open_and_what_was_done_in_time_stays_met() {
        send(aCase(run));
        assertThat(open(run)).singleElement().satisfies(review -> {
            assertThat(review.title()).isEqualTo("Assess the risk");
            // Seven days after Tue 3 Mar, the end of the day.
            assertThat(review.dueAt()).isEqualTo(Instant.parse("2026-03-11T00:00:00Z"));
        });
        clock.pin(hours(5));
        send(aCase(run).assessed(RiskTool.DASH, RiskGrade.HIGH, hours(4)));
        assertThat(open(run)).singleElement().satisfies(review -> {
            assertThat(review.startedAt()).isEqualTo(hours(4));
            assertThat(review.dueAt()).isEqualTo(hours(4 + 72));
        });
        assertThat(clocks(run)).extracting(DeadlineView::state).containsExactly(DeadlineState.MET, DeadlineState.OPEN);
        clock.pin(hours(100));
        send(aCase(run).assessed(RiskTool.DARA, RiskGrade.STANDARD, hours(99)));
        assertThat(clocks(run)).extracting(DeadlineView::state)
                .containsExactly(DeadlineState.MET, DeadlineState.MET_LATE, DeadlineState.OPEN);
        assertThat(held(run).risk().orElseThrow().words()).isEqualTo("Standard on DARA 2009");
        assertThat(held(run).assessments()).hasSize(2);
    }

    @Test
    void closing_ends_the_clock_and_opening_again_starts_it_anew() {
        send(aCase(run).assessed(RiskTool.DASH, RiskGrade.HIGH, NOON));
        clock.pin(hours(20));
        send(aCase(run).assessed(RiskTool.DASH, RiskGrade.HIGH, NOON).closedAt(hours(20)));
        assertThat(open(run)).isEmpty();
        assertThat(held(run).isOpen()).isFalse();
        clock.pin(hours(30));
        send(aCase(run).assessed(RiskTool.DASH, RiskGrade.HIGH, NOON));
        assertThat(open(run)).singleElement().satisfies(review -> assertThat(review.startedAt()).isEqualTo(hours(30)));
    }

    @Test
    void a_charge_in_a_case_that_was_closed_opens_it_again_and_calls_somebody_once() {
        var him = somebody();
        send(aCase(run).against(him, BAILED, NOON));
        clock.pin(hours(10));
        send(aCase(run).against(him, BAILED, NOON).closedAt(hours(10)));
        assertThat(held(run).isOpen()).isFalse();
        clock.pin(hours(30));
        send(aCase(run).against(him, CHARGED, hours(29)).closedAt(hours(10)));
        send(aCase(run).against(him, CHARGED, hours(29)).closedAt(hours(10)).titled("Again"));
        assertThat(held(run).isOpen()).isTrue();
        assertThat(held(run).last(ActionKind.REOPENED).orElseThrow().note()).contains("though the case was closed");
        assertThat(alertsOf(run)).singleElement().satisfies(alert ->
                assertThat(alert.title()).isEqualTo("Charged in a case that was closed"));
        assertThat(open(run)).hasSize(1);
    }

    @Test
    void the_level_follows_the_offence_and_the_risk() {
        send(aCase(run + 1).about("Common assault"), aCase(run + 2).about("Stalking involving fear of violence"),
                aCase(run + 3).about("Attempted murder"), aCase(run + 4).assessed(RiskTool.DARA, RiskGrade.HIGH, NOON));
        assertThat(Stream.of(1, 2, 3, 4).map(number -> held(run + number).level().level())).containsExactly(
                CaseLevel.VOLUME, CaseLevel.SERIOUS_COMPLEX, CaseLevel.MAJOR, CaseLevel.SERIOUS_COMPLEX);
        assertThat(held(run + 2).level().why()).startsWith("Offence: stalking");
    }

    @Test
    void a_high_risk_case_that_comes_in_late_without_a_lead_calls_a_supervisor_until_it_is_allocated() {
        clock.pin(hours(25));
        send(aCase(run).assessed(RiskTool.DASH, RiskGrade.HIGH, NOON));
        assertThat(alertsOf(run)).singleElement().satisfies(alert ->
                assertThat(alert.title()).isEqualTo("High-risk case without a lead officer"));
        send(aCase(run).assessed(RiskTool.DASH, RiskGrade.HIGH, NOON).ledBy("DC Example", 2));
        assertThat(alertsOf(run)).isEmpty();
    }

    private List<ItemResult> send(CaseFixture... sent) {
        var feed = staff.account("crime-feed", Duty.FEED);
        return staff.as(feed, () -> intake.takeInAll(Stream.of(sent).map(CaseFixture::message).toList()));
    }

    private static ItemStatus status(List<ItemResult> results) {
        assertThat(results).hasSize(1);
        return results.getFirst().status();
    }

    private Case held(String reference) {
        return cases.byReference(Viewer.engine(), reference).getFirst();
    }

    private List<DeadlineView> clocks(String reference) {
        return deadlines.of(held(reference).subject());
    }

    private List<DeadlineView> open(String reference) {
        return clocks(reference).stream().filter(view -> view.closedAt() == null).toList();
    }

    private List<AlertRow> alertsOf(String reference) {
        var supervisor = staff.account("case-supervisor", Duty.SUPERVISOR);
        return staff.as(supervisor, () -> alerts.about(SubjectType.CASE, List.of(held(reference).id())));
    }

    private static Instant hours(int after) {
        return NOON.plus(Duration.ofHours(after));
    }
}
