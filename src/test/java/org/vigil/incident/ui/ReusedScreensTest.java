package org.vigil.incident.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigil.incident.CallFixture.aCall;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.router.QueryParameters;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.incident.CallFixture;
import org.vigil.incident.Ground;
import org.vigil.incident.IncidentIntake;
import org.vigil.security.AreaService;
import org.vigil.shared.Duty;
import org.vigil.shared.ui.ChipBar;
import org.vigil.shared.ui.ReasonField;
import org.vigil.shared.ui.RowList;
import org.vigil.testkit.Databases;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

/** A screen that is opened again while it is open is the same object: nothing of what it showed may linger. */
@VigilTest
@SignedIn(Duty.SUPERVISOR)
class ReusedScreensTest extends SpringBrowserlessTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Autowired
    private IncidentIntake intake;

    @Autowired
    private AreaService areas;

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
    void a_call_that_is_opened_from_another_is_logged_as_well() {
        send(call("A"), call("B"));

        UI.getCurrent().navigate("calls/" + id("A"));
        UI.getCurrent().navigate("calls/" + id("B"));

        for (var name : new String[] {"A", "B"}) {
            assertThat(one("SELECT COUNT(*) FROM audit_entry WHERE action = 'VIEW' AND what = 'Opened the call' AND"
                            + " subject_reference = '" + run + "-" + name + "'"))
                    .as(name)
                    .isEqualTo("1");
        }
    }

    @Test
    void what_was_typed_about_one_call_is_not_entered_on_another() {
        send(call("A"), call("B"));
        UI.getCurrent().navigate("calls/" + id("A"));
        $(ReasonField.class).withCaption("Why").single().setValue("Meant for A");

        UI.getCurrent().navigate("calls/" + id("B"));

        assertThat($(ReasonField.class).withCaption("Why").single().getValue()).isEmpty();
    }

    @Test
    void a_list_that_is_opened_again_begins_at_its_first_page_with_its_new_filters() {
        send(IntStream.range(0, 60)
                .mapToObj(number -> call("n" + number).receivedAt(NOON.minusSeconds(number)))
                .toArray(CallFixture[]::new));
        openCalls(Map.of("area", Long.toString(ground.district())));
        shows(rows -> assertThat(rows).contains(run + "-n59 "));
        test($(Button.class).withText("Next").single()).click();
        shows(rows -> assertThat(rows).contains(run + "-n0 ").doesNotContain(run + "-n59 "));

        openCalls(Map.of("area", Long.toString(ground.district()), "grade", "IMMEDIATE"));

        shows(rows -> assertThat(rows).contains(run + "-n59 ").doesNotContain(run + "-n0 "));
    }

    @Test
    void every_filter_comes_back_and_not_one_alone() {
        openCalls(Map.of("area", Long.toString(ground.district())));
        chips().set("show", "LATE");
        chips().set("period", "WEEK");

        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("calls");

        assertThat(chips().values()).isEqualTo(
                Map.of("area", Long.toString(ground.district()), "show", "LATE", "period", "WEEK"));
    }

    @Test
    void clocks_opened_without_a_filter_show_what_runs_again() {
        send(call("waits"));
        UI.getCurrent().navigate("deadlines", QueryParameters.simple(Map.of("state", "PAUSED")));
        shows(rows -> assertThat(rows).doesNotContain("Attend:"));

        UI.getCurrent().navigate("deadlines");

        assertThat(chips().values()).isEmpty();
        shows(rows -> assertThat(rows).contains("Attend:"));
    }

    @Test
    void the_clocks_of_a_call_that_comes_in_show_by_themselves() {
        UI.getCurrent().navigate("deadlines");
        shows(rows -> assertThat(rows).contains("["));
        // So long overdue that it stands on the first page, whatever other tests left behind.
        var old = call("comes in").receivedAt(NOON.minus(Duration.ofDays(900)));

        send(old);

        await().pollInSameThread().atMost(Duration.ofSeconds(8)).untilAsserted(() -> {
            roundTrip();
            assertThat(lists()).contains(run + "-comes in");
        });
        send(old.arriving(NOON).withCrime("C/1", NOON));
    }

    @Test
    void the_form_of_the_flag_goes_on_meaning_what_it_was_opened_for() {
        send(call("A"));
        UI.getCurrent().navigate("calls/" + id("A"));
        var form = $(Details.class).withPropertyValue(Details::getSummaryText, "Take the domestic abuse flag off").single();
        form.setOpened(true);
        staff.as(staff.account("test-feed", Duty.FEED), () -> intake.takeInAll(
                Stream.of(call("A").unflagged()).map(CallFixture::message).toList()));
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            roundTrip();
            assertThat($(CallView.class).single().getElement().getTextRecursively())
                    .contains("Domestic abuse flag taken off at");
        });

        assertThat(form.getSummaryText()).isEqualTo("Take the domestic abuse flag off");
        $(ReasonField.class).withCaption("Why").single().setValue("Two flatmates, not a couple");
        test($(Button.class).withText("Take flag off").single()).click();

        assertThat(one("SELECT COUNT(*) FROM incident_correction WHERE incident_id = " + id("A"))).isEqualTo("0");
        assertThat(form.getSummaryText()).as("now it says what it would do").isEqualTo("Set the domestic abuse flag");
        assertThat($(ReasonField.class).withCaption("Why").single().getValue()).isEqualTo("Two flatmates, not a couple");
    }

    private CallFixture call(String name) {
        return aCall(run + "-" + name).flagged().graded("IMMEDIATE").receivedAt(NOON).urban().inArea(ground.code());
    }

    private void send(CallFixture... sent) {
        staff.as(staff.account("test-feed", Duty.FEED), () -> intake.takeInAll(
                Stream.of(sent).map(CallFixture::message).toList()));
    }

    private static void openCalls(Map<String, String> filters) {
        UI.getCurrent().navigate("calls", QueryParameters.simple(filters));
    }

    /** The list as the browser would have it once the reading has come back. */
    private void shows(ThrowingConsumer<String> rows) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            roundTrip();
            rows.accept(lists());
        });
    }

    private String lists() {
        return String.join("\n", $(RowList.class).all().stream()
                .map(list -> list.getElement().getProperty("rowsJson", ""))
                .toList());
    }

    private ChipBar chips() {
        return $(ChipBar.class).single();
    }

    private String id(String name) {
        return one("SELECT id FROM incident WHERE reference = '" + run + "-" + name + "'");
    }

    private String one(String query) {
        try (var connection = databases.asOwner(); var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException problem) {
            throw new AssertionError(problem);
        }
    }
}
