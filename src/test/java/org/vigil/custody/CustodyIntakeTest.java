package org.vigil.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.custody.CustodyEventKind.*;
import static org.vigil.custody.EventFixture.anEvent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.alert.AlertFixture;
import org.vigil.custody.data.CustodyReads;
import org.vigil.db.Transactions;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.deadline.DeadlineState;
import org.vigil.deadline.DeadlineView;
import org.vigil.incident.Ground;
import org.vigil.person.NamedPerson;
import org.vigil.person.SomePerson;
import org.vigil.person.jobs.PeopleOfParties;
import org.vigil.security.AreaService;
import org.vigil.security.EngineScope;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.api.ItemResult;
import org.vigil.shared.api.ItemStatus;
import org.vigil.testkit.Databases;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
class CustodyIntakeTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Autowired
    private CustodyIntake intake;

    @Autowired
    private CustodyReads records;

    @Autowired
    private DeadlineQueries deadlines;

    @Autowired
    private PeopleOfParties people;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Databases databases;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private Staff staff;

    @Autowired
    private AreaService areas;

    @Autowired
    private TestClock clock;

    private final String reference = UUID.randomUUID().toString();
    private final NamedPerson him = new NamedPerson(
            SomePerson.letters(), SomePerson.letters(), SomePerson.day(), "M", null, null, List.of());

    @BeforeEach
    void pin_the_clock() {
        clock.pin(NOON);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void an_arrest_is_created_its_arrival_updates_it_and_the_same_batch_again_changes_nothing() {
        var batch = new EventFixture[] {event(ARRESTED, hour(-3)).of(him), event(ARRIVED, hour(-2))};
        assertThat(send(batch)).containsExactly(ItemStatus.CREATED, ItemStatus.UPDATED);
        assertThat(send(batch)).containsExactly(ItemStatus.UNCHANGED, ItemStatus.UNCHANGED);
        assertThat(held().events()).hasSize(2);
        assertThat(clocks()).singleElement().satisfies(view -> {
            assertThat(view.rule()).isEqualTo("CUSTODY_DETENTION");
            assertThat(view.startedAt()).isEqualTo(hour(-2));
            assertThat(view.dueAt()).isEqualTo(hour(22));
            assertThat(view.basis()).contains("PACE ss.41");
        });
    }

    @Test
    void an_arrival_that_is_told_later_puts_the_clock_right_and_only_one_runs() {
        send(event(ARRESTED, hour(-3)), event(DETENTION_AUTHORISED, hour(-1)));
        assertThat(clock("CUSTODY_DETENTION").startEvidence()).contains("not reported yet");
        send(event(ARRIVED, hour(-2)));
        assertThat(clock("CUSTODY_DETENTION").dueAt()).isEqualTo(hour(22));
        assertThat(clocks()).filteredOn(view -> view.state() == DeadlineState.OPEN).hasSize(1);
        assertThat(clocks()).filteredOn(view -> view.state() == DeadlineState.SUPERSEDED)
                .singleElement()
                .satisfies(view -> assertThat(view.reason()).isEqualTo("A time that the clock is counted from was put right."));
    }

    @Test
    void another_time_for_the_arrest_puts_it_right_and_a_batch_sent_again_does_not_undo_it() {
        var first = event(ARRESTED, hour(-3));
        send(first);
        assertThat(send(event(ARRESTED, hour(-4)))).containsExactly(ItemStatus.UPDATED);
        assertThat(clock("CUSTODY_DETENTION").startedAt()).isEqualTo(hour(-4));
        assertThat(send(first)).containsExactly(ItemStatus.UNCHANGED);
        assertThat(held().current()).extracting(CustodyEvent::at).containsExactly(hour(-4));
        assertThat(held().events()).hasSize(2);
    }

    @Test
    void what_a_correction_does_not_say_again_stays() {
        send(event(ARRESTED, hour(-3)).arrestedFor(ArrestedFor.DVPN_BREACH).in("North").notDomesticAbuse());
        send(event(ARRESTED, hour(-4)));
        assertThat(clock("DVPN_BREACH_COURT").startedAt()).isEqualTo(hour(-4));
        assertThat(clock("DVPN_BREACH_COURT").dueAt()).isEqualTo(hour(20));
        assertThat(held().current()).singleElement().satisfies(event -> assertThat(event.details().station()).isEqualTo("North"));
    }

    @Test
    void whatever_order_events_come_in_the_clocks_end_the_same() {
        var events = new ArrayList<>(List.of(
                event(ARRESTED, hour(-50)), event(ARRIVED, hour(-49)),
                event(EXTENDED, hour(-30)).by(CustodyAuthority.SUPERINTENDENT).detainedUntil(hour(-14)),
                event(RELEASE_DECIDED, hour(-22)).releasedAt(hour(-20)), event(VICTIM_TOLD, hour(-21)).toldBy("telephone", true),
                event(RELEASED_BAIL, hour(-20)).until(hour(24 * 20)).on("No contact")));
        var wanted = states(send(events, 0));
        assertThat(wanted).contains("CUSTODY_DETENTION MET", "CUSTODY_DETENTION_EXTENDED MET", "VICTIM_BEFORE_RELEASE MET",
                "PRE_CHARGE_BAIL OPEN", "BAIL_ENDS OPEN").hasSize(5);
        for (var seed = 1; seed < 6; seed++) {
            assertThat(states(send(events, seed))).as("seed " + seed).isEqualTo(wanted);
        }
    }

    @Test
    void what_can_not_be_is_refused_with_a_reason_and_loses_nothing() {
        send(event(ARRESTED, hour(-3)), event(ARRIVED, hour(-2)));
        refused("at", "before the arrest", event(RELEASED_BAIL, hour(-4)));
        refused("bailEndsAt", "not after the release", event(RELEASED_BAIL, hour(-1)).until(hour(-2)));
        refused("rank", "only a superintendent", event(EXTENDED, hour(-1)).by(CustodyAuthority.INSPECTOR).detainedUntil(hour(30)));
        refused("detentionEndsAt", "a superintendent may allow", event(EXTENDED, hour(-1)).detainedUntil(hour(35)));
        refused("detentionEndsAt", "a court may allow",
                event(EXTENDED, hour(-1)).by(CustodyAuthority.COURT).detainedUntil(hour(95)));
        refused("releaseAt", "required", event(RELEASE_DECIDED, hour(-1)));
        send(event(RELEASED_BAIL, hour(-1)));
        refused("at", "the arrest is after", event(ARRESTED, hour(0)));
        refused("rank", "required", event(BAIL_EXTENDED, hour(0)));
        refused("rank", "only an inspector", event(BAIL_EXTENDED, hour(0)).by(CustodyAuthority.CUSTODY_OFFICER));
        refused("reference", "required", anEvent("", ARRESTED, hour(0)));
        assertThat(held().events()).hasSize(3);
    }

    @Test
    void detention_and_bail_that_ran_out_are_not_extended_and_stay_breached() {
        send(event(ARRESTED, hour(-30)), event(ARRIVED, hour(-29)));
        refused("at", "after the detention had ended", event(EXTENDED, hour(-4)).detainedUntil(hour(5)));
        assertThat(clock("CUSTODY_DETENTION").state()).isEqualTo(DeadlineState.BREACHED);
        var long_ago = Instant.parse("2025-06-01T10:00:00Z");
        var other = UUID.randomUUID().toString();
        send(anEvent(other, ARRESTED, long_ago), anEvent(other, RELEASED_BAIL, long_ago.plusSeconds(7200)));
        assertThat(EngineScope.call(() -> intake.takeInAll(
                                List.of(anEvent(other, BAIL_EXTENDED, hour(0)).by(CustodyAuthority.INSPECTOR).message())))
                        .getFirst()
                        .reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.problem()).contains("after the bail had ended"));
    }

    @Test
    void a_release_without_an_arrest_is_kept_and_its_clocks_start_once_the_arrest_comes() {
        var results = EngineScope.call(() -> intake.takeInAll(List.of(event(RELEASED_BAIL, hour(-1)).message())));
        assertThat(results.getFirst().status()).isEqualTo(ItemStatus.CREATED);
        assertThat(results.getFirst().reasons()).anySatisfy(reason -> assertThat(reason.problem()).contains("no arrest"));
        assertThat(clocks()).extracting(DeadlineView::rule).containsExactly("VICTIM_BEFORE_RELEASE");
        send(event(ARRESTED, hour(-8)));
        assertThat(clock("PRE_CHARGE_BAIL").startedAt()).isEqualTo(hour(-8));
    }

    @Test
    void an_unknown_station_is_told_and_the_record_kept_for_the_whole_force_and_a_known_one_names_the_area() {
        var ground = Ground.anew(areas, staff);
        var results = EngineScope.call(() -> intake.takeInAll(List.of(event(ARRESTED, hour(-1)).in("Nowhere").message())));
        assertThat(results.getFirst().status()).isEqualTo(ItemStatus.CREATED);
        assertThat(results.getFirst().reasons()).extracting(reason -> reason.field()).containsExactly("station");
        assertThat(held().areaId()).isNull();
        send(event(ARRIVED, hour(0)).in(ground.code()));
        assertThat(held().areaId()).isEqualTo(ground.district());
        assertThat(clock("CUSTODY_DETENTION").areaId()).isEqualTo(ground.district());
    }

    @Test
    void bail_stops_for_a_charging_decision_and_runs_on_with_seven_days_at_least() {
        var arrest = Instant.parse("2025-12-05T12:00:00Z");
        send(event(ARRESTED, arrest), event(RELEASED_BAIL, arrest.plusSeconds(3600)), event(CHARGING_DECISION_SOUGHT, hour(-24)));
        assertThat(clock("PRE_CHARGE_BAIL").state()).isEqualTo(DeadlineState.PAUSED);
        send(event(CHARGING_DECISION_RETURNED, hour(0)));
        assertThat(clock("PRE_CHARGE_BAIL").dueAt()).isEqualTo(Instant.parse("2026-03-10T00:00:00Z"));
    }

    @Test
    void the_rank_that_extends_bail_opens_the_next_period_and_meets_the_one_before() {
        var arrest = Instant.parse("2025-12-05T12:00:00Z");
        send(event(ARRESTED, arrest), event(RELEASED_BAIL, arrest.plusSeconds(3600)));
        send(event(BAIL_EXTENDED, hour(-1)).by(CustodyAuthority.INSPECTOR));
        assertThat(clock("PRE_CHARGE_BAIL").state()).isEqualTo(DeadlineState.MET);
        assertThat(clock("PRE_CHARGE_BAIL").metEvidence()).contains("an inspector");
        assertThat(clock("PRE_CHARGE_BAIL_INSPECTOR").dueAt()).isEqualTo(Instant.parse("2026-06-05T23:00:00Z"));
        refused("rank", "only a superintendent", event(BAIL_EXTENDED, hour(0)).by(CustodyAuthority.INSPECTOR));
    }

    @Test
    void one_person_held_on_two_records_is_one_alert_until_one_of_them_ends() {
        var fixture = new AlertFixture(databases, directory, areas);
        var other = UUID.randomUUID().toString();
        send(event(ARRESTED, hour(-3)).of(him), anEvent(other, ARRESTED, hour(-2)).of(him));
        assertThat(EngineScope.call(() -> people.run(NOON)).failed()).isZero();
        var key = "CUSTODY_TWO_RECORDS:CUSTODY:" + held().id();
        assertThat(held().twinKey()).isEqualTo(key);
        assertThat(record(other).twinKey()).isEqualTo(key);
        assertThat(fixture.values("SELECT state FROM alert WHERE kind = 'CUSTODY_TWO_RECORDS' AND subject_id = ?", held().id()))
                .containsExactly("RAISED");
        send(anEvent(other, RELEASED_NO_ACTION, hour(-1)).notDomesticAbuse());
        assertThat(fixture.values("SELECT state FROM alert WHERE kind = 'CUSTODY_TWO_RECORDS' AND subject_id = ?", held().id()))
                .containsExactly("RESOLVED");
        assertThat(held().twinKey()).isNull();
    }

    private void refused(String field, String why, EventFixture event) {
        var result = EngineScope.call(() -> intake.takeInAll(List.of(event.message()))).getFirst();
        assertThat(result.status()).isEqualTo(ItemStatus.REJECTED);
        assertThat(result.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.field()).isEqualTo(field);
            assertThat(reason.problem()).contains(why);
        });
    }

    private EventFixture event(CustodyEventKind kind, @Nullable Instant at) {
        return anEvent(reference, kind, at);
    }

    private static Instant hour(int from) {
        return NOON.plusSeconds(from * 3600L);
    }

    private List<ItemStatus> send(EventFixture... sent) {
        var messages = Stream.of(sent).map(EventFixture::message).toList();
        return EngineScope.call(() -> intake.takeInAll(messages)).stream().map(ItemResult::status).toList();
    }

    /** Sends these events one by one, in an order of its own, as a record of its own; answers its reference. */
    private String send(List<EventFixture> events, int seed) {
        var own = UUID.randomUUID().toString();
        var messages = new ArrayList<>(events.stream().map(EventFixture::message).map(message -> renamed(message, own)).toList());
        if (seed > 0) {
            Collections.shuffle(messages, new Random(seed));
        }
        messages.forEach(message -> EngineScope.call(() -> intake.takeInAll(List.of(message))));
        return own;
    }

    private static CustodyMessage renamed(CustodyMessage of, String own) {
        return new CustodyMessage(of.source(), own, of.person(), of.at(), of.event(), of.station(), of.area(), of.officer(),
                of.rank(), of.reason(), of.conditions(), of.bailEndsAt(), of.court(), of.hearingAt(), of.offences(),
                of.detentionEndsAt(), of.arrestedFor(), of.surrenderAt(), of.orderHearingAt(), of.murder(), of.domesticAbuse(),
                of.releaseAt(), of.how(), of.conditionsIncluded(), of.attempts(), of.safeguarding(), of.victimRisk(),
                of.considered(), of.victimViews(), of.viewsNotAsked());
    }

    private List<String> states(String own) {
        return deadlines.of(record(own).subject()).stream()
                .filter(DeadlineView::isCurrent)
                .filter(view -> view.state() != DeadlineState.CANCELLED)
                .map(view -> view.rule() + " " + view.state())
                .sorted()
                .toList();
    }

    private CustodyRecord held() {
        return record(reference);
    }

    private CustodyRecord record(String name) {
        var key = new CustodyKey("CUSTODY", name);
        return Objects.requireNonNull(transactions.call(() -> records.lock(List.of(key))).get(key));
    }

    private List<DeadlineView> clocks() {
        return deadlines.of(held().subject());
    }

    private DeadlineView clock(String rule) {
        return clocks().stream()
                .filter(view -> view.rule().equals(rule) && view.isCurrent())
                .reduce((one, later) -> later)
                .orElseThrow(() -> new AssertionError(rule + " among " + Arrays.toString(clocks().toArray())));
    }
}
