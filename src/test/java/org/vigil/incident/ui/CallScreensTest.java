package org.vigil.incident.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigil.incident.CallFixture.aCall;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.incident.CallFixture;
import org.vigil.incident.Disposal;
import org.vigil.incident.Ground;
import org.vigil.incident.IncidentIntake;
import org.vigil.incident.IncidentQueries;
import org.vigil.incident.PartyRole;
import org.vigil.security.AreaService;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.ui.MomentField;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.ReasonField;
import org.vigil.shared.ui.RowList;
import org.vigil.testkit.Databases;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
@SignedIn(Duty.SUPERVISOR)
class CallScreensTest extends SpringBrowserlessTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Autowired
    private IncidentIntake intake;

    @Autowired
    private IncidentQueries figures;

    @Autowired
    private AreaService areas;

    @Autowired
    private CurrentViewer viewers;

    @Autowired
    private Staff staff;

    @Autowired
    private Databases databases;

    @Autowired
    private TestClock clock;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private Ground ground = new Ground(0, 0, "", 0, "");

    @BeforeEach
    void a_ground_of_its_own() {
        clock.pin(NOON);
        ground = Ground.anew(areas, staff);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void the_longest_overdue_stands_first_and_what_is_attended_comes_after_what_waits() {
        send(
                call("attended").receivedAt(NOON.minusSeconds(60)).arriving(NOON),
                call("nearly").receivedAt(minute(-12)),
                call("late").receivedAt(minute(-40)),
                call("calm").receivedAt(minute(-2)));

        open();

        assertThat(titles()).containsExactly(
                run + "-late · Immediate", run + "-nearly · Immediate", run + "-calm · Immediate",
                run + "-attended · Immediate");
        assertThat($(PageHeader.class).single().getElement().getTextRecursively())
                .contains("1 late and 1 nearly late now");
        assertThat($(H1.class).single().getText()).isEqualTo("Calls");
    }

    @Test
    void each_filter_shows_what_it_says() {
        send(
                call("late").receivedAt(minute(-40)),
                call("nearly").receivedAt(minute(-12)),
                call("lowered").graded("PRIORITY").step("IMMEDIATE", true, minute(-9)).step("PRIORITY", null, minute(-5)),
                call("off").unflagged().step("IMMEDIATE", true, minute(-9)).step(null, false, minute(-5)),
                call("undeployed").disposed(Disposal.RESOLVED_WITHOUT_DEPLOYMENT),
                call("crime").arriving(NOON).withCrime("C/1", NOON),
                call("wrong").arriving(minute(-30)),
                call("other").unflagged());

        assertThat(shown("LATE")).containsExactly("late");
        assertThat(shown("NEARLY_LATE")).containsExactly("nearly");
        assertThat(shown("DOWNGRADED")).containsExactly("lowered");
        assertThat(shown("FLAG_REMOVED")).containsExactly("off");
        assertThat(shown("NO_DEPLOYMENT")).containsExactly("undeployed");
        assertThat(shown("NO_CRIME")).doesNotContain("crime", "other").contains("late", "undeployed");
        assertThat(shown("TIMES_IMPOSSIBLE")).containsExactly("wrong");
        assertThat(shown("NOT_FLAGGED")).containsExactlyInAnyOrder("off", "other");
    }

    @Test
    void older_calls_show_when_one_looks_further_back_and_those_that_wait_always_do() {
        send(
                call("waits").receivedAt(NOON.minus(Duration.ofDays(9))),
                call("week").receivedAt(NOON.minus(Duration.ofDays(5))).arriving(NOON.minus(Duration.ofDays(5))),
                call("old").receivedAt(NOON.minus(Duration.ofDays(30))).arriving(NOON.minus(Duration.ofDays(30))));

        open();
        assertThat(references()).containsExactly("waits");
        open("period", "WEEK");
        assertThat(references()).containsExactly("waits", "week");
        open("period", "ALL");
        assertThat(references()).containsExactly("waits", "week", "old");
    }

    @Test
    void more_than_a_page_is_paged_without_losing_or_doubling_any() {
        send(Stream.iterate(0, number -> number < 120, number -> number + 1)
                .map(number -> number % 2 == 0
                        ? call("n" + number).receivedAt(NOON.minusSeconds(number))
                        : call("n" + number).receivedAt(NOON.minusSeconds(number)).arriving(NOON))
                .toArray(CallFixture[]::new));
        open();
        var seen = new java.util.ArrayList<>(references());

        for (var page = 2; page <= 3; page++) {
            test($(Button.class).withText("Next").single()).click();
            awaitOther(seen.getLast());
            seen.addAll(references());
        }

        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
        assertThat($(Button.class).withText("Next").single().isEnabled()).isFalse();
    }

    @Test
    void the_page_answers_first_whether_it_is_graded_right_and_who_is_late() {
        send(call("A").graded("PRIORITY").createdAt(NOON)
                .step("IMMEDIATE", true, NOON).step("PRIORITY", null, minute(5))
                .with(PartyRole.VICTIM, "Ada", "Example").describedAs("<b>Shouting</b> heard"));
        clock.advance(Duration.ofMinutes(20));

        openCall("A");

        assertThat($(H1.class).single().getText()).isEqualTo("Call " + run + "-A");
        assertThat(text()).contains(
                "Nobody is at the scene yet: 40 min left of 60 min.",
                "Against Immediate, the grade first given: late by 5 min so far.",
                "Immediate lowered to Priority", "No reason given. No authority given.",
                "No crime is recorded, and no decision that there was none.",
                "Ada Example", "<b>Shouting</b> heard");
        assertThat(rows(0)).contains("Attend: Priority, 60 min", "Due Tue 3 Mar 2026 13:00:00", "Force grade policy");
        assertThat(rows(1)).contains("Call received", "Lowered from Immediate to Priority");
    }

    @Test
    void an_arrival_entered_in_place_shows_at_once() {
        send(call("A"));
        clock.advance(Duration.ofMinutes(12));
        openCall("A");
        var form = $(Details.class).withPropertyValue(Details::getSummaryText, "Enter the arrival time").single();
        form.setOpened(true);

        $(MomentField.class).all().getFirst().type("03/03/2026", "12:10");
        test($(Button.class).withText("Enter arrival").single()).click();
        assertThat(text()).contains("Nobody is at the scene yet");
        $(ReasonField.class).all().getFirst().setValue("Radio log 12:10");
        test($(Button.class).withText("Enter arrival").single()).click();

        assertThat(text()).contains("Officers were in time: 10 min of 15 min.");
    }

    @Test
    void opening_a_list_and_a_page_is_logged_with_what_was_shown() {
        send(call("A"));
        open();
        openCall("A");

        assertThat(logged("SELECT COUNT(*) FROM audit_entry WHERE action = 'VIEW' AND what = 'Opened the call' AND"
                + " subject_reference = '" + run + "-A'")).isEqualTo("1");
        assertThat(logged("SELECT COUNT(*) FROM audit_shown s JOIN audit_entry e ON e.id = s.entry_id WHERE"
                + " e.what LIKE 'Listed calls%' AND s.subject_id = " + id("A"))).isEqualTo("1");
    }

    @Test
    void a_call_that_is_not_there_or_elsewhere_is_not_found() {
        UI.getCurrent().navigate("calls/999999999");

        assertThat($(CallView.class).all()).isEmpty();
        assertThat($(H1.class).all()).extracting(H1::getText).isNotEmpty().doesNotContain("Call");
    }

    @Test
    @SignedIn(Duty.RESPONSE)
    void who_may_not_put_things_right_is_not_offered_to() {
        send(call("A"));
        openCall("A");

        assertThat(text()).contains("Nobody is at the scene yet");
        assertThat($(Details.class).all()).isEmpty();
    }

    @Test
    void the_board_counts_late_calls_of_the_last_day_by_grade() {
        send(
                call("late").receivedAt(minute(-40)),
                call("late2").graded("PRIORITY").createdAt(minute(-90)).receivedAt(minute(-90)),
                call("intime").receivedAt(minute(-40)).arriving(minute(-30)),
                call("calm"),
                call("unflagged").unflagged().receivedAt(minute(-40)),
                call("old").receivedAt(NOON.minus(Duration.ofDays(2))));
        var here = staff.someoneIn(java.util.Set.of(ground.district()), Duty.SUPERVISOR);

        var late = staff.as(here, () -> figures.lateCalls(viewers.get(), NOON));

        assertThat(late.late()).isEqualTo(2);
        assertThat(late.measured()).isEqualTo(4);
        assertThat(late.lateByGrade()).isEqualTo(Map.of("IMMEDIATE", 1, "PRIORITY", 1));
    }

    private CallFixture call(String name) {
        return aCall(run + "-" + name).flagged().graded("IMMEDIATE").receivedAt(NOON).urban().inArea(ground.code());
    }

    private void send(CallFixture... sent) {
        var results = staff.as(staff.account("test-feed", Duty.FEED), () -> intake.takeInAll(
                Stream.of(sent).map(CallFixture::message).toList()));
        assertThat(results).allSatisfy(result -> assertThat(result.status().word()).isEqualTo("created"));
    }

    private List<String> shown(String filter) {
        open("show", filter);
        return references();
    }

    private void open(String... filter) {
        var query = new java.util.HashMap<String, String>(Map.of("area", Long.toString(ground.district())));
        for (var place = 0; place < filter.length; place += 2) {
            query.put(filter[place], filter[place + 1]);
        }
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("calls", QueryParameters.simple(query));
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            roundTrip();
            assertThat(json()).isNotNull();
        });
    }

    private void awaitOther(String last) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            roundTrip();
            assertThat(references()).doesNotContain(last);
        });
    }

    private void openCall(String name) {
        UI.getCurrent().navigate("calls/" + id(name));
    }

    private String id(String name) {
        return logged("SELECT id FROM incident WHERE reference = '" + run + "-" + name + "'");
    }

    private String logged(String query) {
        try (var connection = databases.asOwner(); var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (java.sql.SQLException problem) {
            throw new AssertionError(problem);
        }
    }

    private String text() {
        return $(CallView.class).single().getElement().getTextRecursively();
    }

    private String rows(int list) {
        return $(RowList.class).all().get(list).getElement().getProperty("rowsJson");
    }

    private @org.jspecify.annotations.Nullable String json() {
        return $(RowList.class).single().getElement().getProperty("rowsJson");
    }

    private List<String> titles() {
        return tools.jackson.databind.json.JsonMapper.builder().build().readTree(json()).valueStream()
                .map(row -> row.get("title").asString()).toList();
    }

    private List<String> references() {
        return titles().stream().map(title -> title.substring(run.length() + 1, title.indexOf(' '))).toList();
    }

    private static Instant minute(int after) {
        return NOON.plus(Duration.ofMinutes(after));
    }
}
