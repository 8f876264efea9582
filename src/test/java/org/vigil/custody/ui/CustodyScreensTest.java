package org.vigil.custody.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigil.custody.CustodyEventKind.*;
import static org.vigil.custody.EventFixture.anEvent;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.custody.CustodyIntake;
import org.vigil.custody.CustodyPage;
import org.vigil.custody.CustodyService;
import org.vigil.custody.CustodyState;
import org.vigil.custody.EventFixture;
import org.vigil.deadline.DeadlineView;
import org.vigil.incident.Ground;
import org.vigil.person.NamedPerson;
import org.vigil.person.SomePerson;
import org.vigil.person.jobs.PeopleOfParties;
import org.vigil.security.AreaService;
import org.vigil.shared.Duty;
import org.vigil.shared.ui.MomentField;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.RowList;
import org.vigil.testkit.Databases;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
@SignedIn(Duty.CUSTODY)
class CustodyScreensTest extends SpringBrowserlessTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Autowired
    private CustodyIntake intake;

    @Autowired
    private CustodyService custody;

    @Autowired
    private PeopleOfParties people;

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
    void who_has_least_time_left_stands_first_and_the_counts_say_how_many() {
        send(held("calm", -1), held("late", -30), held("soon", -20));
        send(held("bailed", -40), event("bailed", RELEASED_BAIL, -30).until(hour(24 * 5)));

        open();

        assertThat(references()).containsExactly("late", "soon", "calm");
        assertThat($(PageHeader.class).single().getElement().getTextRecursively())
                .contains("3 in custody, 1 past their time", "1 on bail, 1 ending within 14 days");
        assertThat($(H1.class).single().getText()).isEqualTo("Custody");
    }

    @Test
    void each_filter_shows_what_it_says() {
        send(held("cell", -1));
        send(held("soon", -40), event("soon", RELEASED_BAIL, -30).until(hour(24 * 5)));
        send(held("later", -40), event("later", RELEASED_BAIL, -30).until(hour(24 * 50)));
        send(held("rui", -40), event("rui", RELEASED_UNDER_INVESTIGATION, -30));
        send(held("free", -40), event("free", RELEASED_NO_ACTION, -30));
        send(held("charged", -40), event("charged", CHARGED, -30));

        assertThat(shown("ON_BAIL")).containsExactly("soon", "later");
        assertThat(shown("BAIL_ENDING")).containsExactly("soon");
        assertThat(shown("UNDER_INVESTIGATION")).containsExactly("rui");
        assertThat(shown("ENDED")).containsExactly("free");
        assertThat(shown("ALL")).hasSize(6);
        open();
        assertThat(references()).as("who is charged is still in the cell").containsExactlyInAnyOrder("cell", "charged");
    }

    @Test
    void an_arrest_is_booked_in_with_a_name_and_a_station_and_its_page_says_until_when() {
        open();
        var name = SomePerson.letters();
        field("Name").setValue("Sam " + name);
        $(ComboBox.class).single().setValue(areaName());
        field("Offence or reason").setValue("Assault");
        test(button("Book in")).click();

        assertThat($(CustodyRecordView.class).all()).hasSize(1);
        assertThat(text()).contains("In custody at " + areaName() + " since Tue 3 Mar 2026 12:00",
                "must be charged or released by Wed 4 Mar 2026 12:00 (PACE s.41)");
        assertThat($(H1.class).single().getText()).startsWith("Custody CUS-2026-");
        match();
        openRecord(page());
        assertThat(page(page()).suspect().name()).isEqualTo("Sam " + name);
        assertThat(page(page()).suspect().person()).isNotNull();
    }

    @Test
    void nobody_is_booked_in_without_a_name() {
        open();
        test(button("Book in")).click();
        assertThat($(CustodyRecordView.class).all()).isEmpty();
        assertThat(notices()).anyMatch(notice -> notice.contains("Type the name"));
    }

    @Test
    void bail_is_given_only_once_the_risk_and_the_victims_views_are_said_and_then_its_clocks_run() {
        send(held("case", -5));
        openRecord("case");
        test(button("Released on bail")).click();
        test(button("Save")).click();
        assertThat(notices()).anyMatch(notice -> notice.contains("risk to the victim"));
        area("Risk to the victim, as identified").setValue("Threatened to come back");
        considered().setValue(Set.of("Threats, stalking, controlling behaviour, weapons"));
        test(button("Save")).click();
        assertThat(notices()).anyMatch(notice -> notice.contains("victim’s views"));
        area("The victim’s views").setValue("Wants no contact");
        area("Conditions, each on its own line").setValue("Not to contact her\nNot to go to Mill Lane");
        $(MomentField.class).all().stream().filter(field -> "Must answer bail".equals(field.getLabel())).findFirst().orElseThrow()
                .type("20/03/2026", "10:00");
        test(button("Save")).click();

        assertThat(text()).contains("On bail until Fri 20 Mar 2026 10:00",
                "Conditions: Not to contact her; Not to go to Mill Lane", "The victim has not been told");
        assertThat(page("case").standing().state()).isEqualTo(CustodyState.ON_BAIL);
        assertThat(page("case").clocks()).extracting(DeadlineView::rule)
                .contains("PRE_CHARGE_BAIL", "BAIL_ENDS", "VICTIM_BEFORE_RELEASE");
        assertThat(rows(1)).contains("Threatened to come back", "Wants no contact");
    }

    @Test
    void the_victims_clock_is_met_where_the_telling_is_entered_with_the_conditions() {
        send(held("case", -5), event("case", RELEASED_BAIL, 0).on("No contact"));
        openRecord("case");
        test(button("Victim told")).click();
        field("How the victim was told").setValue("telephone");
        test($(com.vaadin.flow.component.checkbox.Checkbox.class).withPropertyValue(
                com.vaadin.flow.component.checkbox.Checkbox::getLabel, "The conditions were told as well").single()).click();
        test(button("Save")).click();
        assertThat(page("case").standing().victim().isDue()).isFalse();
        assertThat(text()).contains("Victim told by telephone, conditions included");
    }

    @Test
    void a_wrong_arrival_is_put_right_from_the_page_and_the_clock_follows() {
        send(held("case", -5), event("case", ARRIVED, -4));
        openRecord("case");
        test(button("Put right: arrived at the station")).click();
        $(MomentField.class).all().stream().filter(field -> "When".equals(field.getLabel())).findFirst().orElseThrow()
                .type("03/03/2026", "07:30");
        test(button("Save")).click();
        assertThat(text()).contains("must be charged or released by Wed 4 Mar 2026 07:30");
    }

    @Test
    void what_can_not_be_is_refused_in_words_and_what_was_typed_stays() {
        send(held("case", -5));
        openRecord("case");
        test(button("Released without further action")).click();
        $(MomentField.class).all().getFirst().type("03/03/2026", "06:00");
        test(button("Save")).click();
        assertThat(notices()).anyMatch(notice -> notice.contains("before the arrest"));
        assertThat($(MomentField.class).all()).isNotEmpty();
        assertThat(page("case").standing().inCell()).isTrue();
    }

    @Test
    @SignedIn(Duty.NPT)
    void who_may_only_read_sees_the_page_without_forms() {
        send(held("case", -5));
        openRecord("case");
        assertThat(text()).contains("In custody at");
        assertThat($(Button.class).all()).extracting(Button::getText).doesNotContain("Released on bail");
    }

    private EventFixture held(String name, int from) {
        return event(name, ARRESTED, from).of(NamedPerson.called(SomePerson.letters(), SomePerson.letters())).in(areaName());
    }

    private EventFixture event(String name, org.vigil.custody.CustodyEventKind kind, int from) {
        return anEvent(run + "-" + name, kind, hour(from)).inArea(ground.code());
    }

    private String areaName() {
        return "District " + ground.code().substring(1);
    }

    private static Instant hour(int from) {
        return NOON.plusSeconds(from * 3600L);
    }

    private void send(EventFixture... sent) {
        var messages = Stream.of(sent).map(EventFixture::message).toList();
        assertThat(staff.as(staff.account("test-feed", Duty.FEED), () -> intake.takeInAll(messages)))
                .noneMatch(result -> result.status() == org.vigil.shared.api.ItemStatus.REJECTED);
        match();
    }

    private void match() {
        staff.as(staff.account("test-feed", Duty.FEED), () -> assertThat(people.run(NOON).failed()).isZero());
    }

    /** The key of the record on screen. */
    private long page() {
        var heading = $(H1.class).single().getText();
        return key(heading.substring(heading.lastIndexOf(' ') + 1));
    }

    private List<String> shown(String filter) {
        open("show", filter);
        return references();
    }

    private void open(String... filter) {
        var query = new HashMap<String, String>(Map.of("area", Long.toString(ground.district())));
        for (var place = 0; place < filter.length; place += 2) {
            query.put(filter[place], filter[place + 1]);
        }
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("custody", QueryParameters.simple(query));
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            roundTrip();
            assertThat($(RowList.class).single().getElement().getProperty("rowsJson")).isNotNull();
        });
    }

    private void openRecord(String name) {
        openRecord(id(name));
    }

    private void openRecord(long id) {
        UI.getCurrent().navigate("custody/" + id);
    }

    private CustodyPage page(String name) {
        return page(id(name));
    }

    private CustodyPage page(long id) {
        return custody.page(id, false).orElseThrow();
    }

    private long id(String name) {
        return key(run + "-" + name);
    }

    private long key(String reference) {
        try (var connection = databases.asOwner();
                var rows = connection.createStatement().executeQuery(
                        "SELECT id FROM custody_record WHERE reference = '" + reference + "'")) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException problem) {
            throw new AssertionError(problem);
        }
    }

    private List<String> references() {
        var json = $(RowList.class).single().getElement().getProperty("rowsJson");
        return tools.jackson.databind.json.JsonMapper.builder().build().readTree(json).valueStream()
                .map(row -> row.get("title").asString())
                .map(title -> title.substring(title.indexOf(run) + run.length() + 1))
                .toList();
    }

    private List<String> notices() {
        return $(com.vaadin.flow.component.notification.Notification.class).all().stream()
                .map(notice -> notice.getElement().getTextRecursively() + notice.getChildren()
                        .map(child -> child.getElement().getTextRecursively()).reduce("", String::concat))
                .toList();
    }

    private Button button(String words) {
        return $(Button.class).withText(words).single();
    }

    private TextField field(String label) {
        return $(TextField.class).withPropertyValue(TextField::getLabel, label).single();
    }

    private TextArea area(String label) {
        return $(TextArea.class).withPropertyValue(TextArea::getLabel, label).single();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<String> considered() {
        return (CheckboxGroup<String>) $(CheckboxGroup.class).single();
    }

    private String text() {
        return $(CustodyRecordView.class).single().getElement().getTextRecursively();
    }

    private String rows(int list) {
        return $(RowList.class).all().get(list).getElement().getProperty("rowsJson");
    }
}
