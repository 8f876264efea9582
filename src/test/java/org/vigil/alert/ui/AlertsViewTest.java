package org.vigil.alert.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigil.alert.AlertFixture.alert;
import static org.vigil.alert.AlertFixture.due;
import static org.vigil.alert.AlertFixture.key;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.vigil.alert.AlertFeed;
import org.vigil.alert.AlertFixture;
import org.vigil.alert.AlertRaiser;
import org.vigil.alert.RaiseAlert;
import org.vigil.db.Transactions;
import org.vigil.security.ConsoleUser;
import org.vigil.security.DutyStateService;
import org.vigil.security.AreaService;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;
import org.vigil.shared.ui.Pager;
import org.vigil.shared.ui.ReasonField;
import org.vigil.shared.ui.RowList;
import org.vigil.testkit.Databases;
import org.vigil.testkit.VigilTest;

@VigilTest
class AlertsViewTest extends SpringBrowserlessTest {

    @Autowired
    private AlertRaiser raiser;

    @Autowired
    private AlertFeed feed;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Databases databases;

    @Autowired
    private AreaService areas;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private DutyStateService duty;

    @Autowired
    private Clock clock;

    private AlertFixture fixture;
    private long area;
    private long supervisor;

    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        fixture = new AlertFixture(databases, staff, areas);
        fixture.everybodyGoesHome();
        area = fixture.district();
        supervisor = fixture.onDuty(area, Duty.SUPERVISOR);
        signIn(supervisor);
        super.initVaadinEnvironment();
    }

    @AfterEach
    void nobody_is_signed_in() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_supervisor_reads_what_it_is_how_severe_where_and_who_has_it() {
        var alert = alert(key(), area);
        var id = raised(alert);
        open(Map.of("area", "" + area));

        assertThat($(H1.class).all()).extracting(H1::getText).containsExactly("Alerts");
        soon(() -> assertThat(rows())
                .contains("\"id\":\"" + id + "\"", "Late · CAD-7", "◆ Warning", "Nobody there yet")
                .contains("Nobody has acknowledged it", "District", "Open CAD-7"));
    }

    @Test
    void an_alert_that_is_raised_appears_by_itself() {
        open(Map.of("area", "" + area));
        soon(() -> assertThat(rows()).isEqualTo("[]"));

        var id = raised(alert(key(), area));

        soon(() -> assertThat(rows()).contains("\"id\":\"" + id + "\""));
    }

    @Test
    void an_alert_of_another_district_never_appears() {
        var other = raised(alert(key(), fixture.district()));
        var mine = raised(alert(key(), area));
        open(Map.of());

        soon(() -> assertThat(rows()).contains("\"id\":\"" + mine + "\"").doesNotContain("\"id\":\"" + other + "\""));
    }

    @Test
    void alerts_that_are_opened_again_begin_at_their_first_page() {
        var many = IntStream.range(0, 60).mapToObj(each -> alert(key(), area)).toList();
        transactions.run(() -> raiser.raise(many, now()));
        open(Map.of("area", "" + area));
        soon(() -> assertThat(range()).startsWith("1–50"));
        test($(Button.class).withText("Next").single()).click();
        soon(() -> assertThat(range()).startsWith("51–"));

        open(Map.of("area", "" + area, "severity", "WARNING"));

        soon(() -> assertThat(range()).startsWith("1–50"));
    }

    private String range() {
        return $(Pager.class).single().getElement().getChild(0).getText();
    }

    @Test
    void a_row_is_acknowledged_with_one_press_and_that_can_be_taken_back() {
        var id = raised(alert(key(), area));
        open(Map.of("area", "" + area));
        soon(() -> assertThat(rows()).contains("\"name\":\"acknowledge\""));

        press(list(), id, "acknowledge");
        assertThat(state(id)).isEqualTo("ACKNOWLEDGED");
        soon(() -> assertThat(rows()).contains("Acknowledged by Officer").doesNotContain("\"name\":\"acknowledge\""));

        test($(Button.class).withText("Undo").single()).click();
        assertThat(state(id)).isEqualTo("RAISED");
    }

    @Test
    void whoever_is_second_is_told_and_sees_how_it_stands_now() {
        var id = raised(alert(key(), area));
        open(Map.of("area", "" + area));
        soon(() -> assertThat(rows()).contains("\"name\":\"take\""));
        fixture.update("UPDATE alert SET version = version + 1 WHERE id = ?", id);

        press(list(), id, "take");

        assertThat($(Notification.class).all().getLast().getElement().getTextRecursively())
                .contains("changed by someone else meanwhile");
        assertThat(state(id)).isEqualTo("RAISED");
    }

    @Test
    void an_alert_opens_beside_the_list_with_its_history_and_closes_again() {
        var id = raised(alert(key(), area));
        opened(id);

        assertThat(panel().getElement().getTextRecursively()).contains("Late · CAD-7", "Call CAD-7", "Specialist supervisor");
        assertThat(history()).contains("Raised", "Called", "Specialist supervisor (1 signed on)");
        assertThat(fixture.values(
                        "SELECT what FROM audit_entry WHERE account_id = ? AND subject_id = ?", supervisor, id))
                .containsExactly("Looked at an alert");

        test($(Button.class).withText("Close").single()).click();
        assertThat($(AlertPanel.class).all()).isEmpty();
    }

    @Test
    void two_alerts_opened_one_after_the_other_are_both_on_the_log() {
        var first = raised(alert(key(), area));
        var second = raised(alert(key(), area));
        opened(first);
        ComponentUtil.fireEvent(list(), new RowList.OpenEvent(list(), true, "" + second));

        soon(() -> assertThat(fixture.values(
                        "SELECT DISTINCT subject_id FROM audit_entry WHERE account_id = ? AND what = 'Looked at an alert'"
                                + " ORDER BY subject_id",
                        supervisor))
                .containsExactly("" + first, "" + second));
    }

    @Test
    void what_happens_to_the_open_alert_shows_without_losing_what_is_being_typed() {
        var id = raised(alert(key(), area));
        opened(id);
        click("Resolve…");
        $(ReasonField.class).single().setValue("Half a sent");

        transactions.run(() -> raiser.touch(
                fixture.values("SELECT dedup_key FROM alert WHERE id = ?", id), "The grade was raised", now()));

        soon(() -> assertThat(history()).contains("The grade was raised"));
        assertThat($(ReasonField.class).single().getValue()).isEqualTo("Half a sent");
    }

    @Test
    void resolving_asks_for_the_reason_in_place_and_does_not_go_through_without_one() {
        var id = raised(alert(key(), area));
        opened(id);
        click("Resolve…");

        click("Resolve");
        assertThat(state(id)).isEqualTo("RAISED");
        assertThat($(ReasonField.class).single().isInvalid()).isTrue();
        $(ReasonField.class).single().setValue("A duplicate of CAD-6");
        click("Resolve");

        assertThat(fixture.values("SELECT CONCAT(state, resolution) FROM alert WHERE id = ?", id))
                .containsExactly("RESOLVEDA duplicate of CAD-6");
    }

    @Test
    void a_snooze_offers_only_what_ends_before_the_legal_deadline() {
        var id = raised(due(alert(key(), area), now().plus(Duration.ofMinutes(45))));
        opened(id);
        click("Snooze…");

        @SuppressWarnings("unchecked")
        var spans = (Select<Object>) $(Select.class).single();
        assertThat(spans.getListDataView().getItems().map(spans.getItemLabelGenerator()::apply))
                .containsExactly("15 minutes", "30 minutes", "Until a time");
        spans.setValue(spans.getListDataView().getItem(1));
        $(ReasonField.class).single().setValue("The unit is near");
        click("Snooze");

        assertThat(state(id)).isEqualTo("SNOOZED");
    }

    @Test
    void an_alert_is_given_to_a_colleague_who_is_signed_on() {
        var colleague = fixture.onDuty(area, Duty.SUPERVISOR);
        var id = raised(alert(key(), area));
        opened(id);
        click("Give to…");

        @SuppressWarnings("unchecked")
        var people = (Select<Object>) $(Select.class).single();
        assertThat(people.getListDataView().getItemCount()).as("everybody but oneself").isOne();
        people.setValue(people.getListDataView().getItem(0));
        click("Give it");

        assertThat(fixture.number("SELECT assigned_to FROM alert WHERE id = ?", id)).isEqualTo(colleague);
    }

    @Test
    void filters_narrow_the_list_and_say_what_they_left() {
        var open = raised(alert(key(), area));
        var taken = raised(alert(key(), area));
        fixture.update(
                "UPDATE alert SET state = 'ACKNOWLEDGED', acknowledged_at = raised_at, assigned_to = ? WHERE id = ?",
                supervisor, taken);
        open(Map.of("area", "" + area, "mine", "yes"));

        soon(() -> assertThat(rows()).contains("\"id\":\"" + taken + "\"").doesNotContain("\"id\":\"" + open + "\""));
        open(Map.of("area", "" + area, "show", "resolved_today"));
        soon(() -> assertThat(rows()).isEqualTo("[]"));
        assertThat(list().getElement().getProperty("emptyText")).contains("Take one off");
    }

    @Test
    void how_one_hears_of_alerts_is_kept_with_the_account() {
        open(Map.of());
        assertThat(duty.mine().alertSound()).isFalse();

        test($(Checkbox.class).withPropertyValue(Checkbox::getLabel, "Sound when an alert calls me").single()).click();

        assertThat(duty.mine().alertSound()).isTrue();
        assertThat(duty.mine().alertTitleCount()).isTrue();
    }

    @Test
    void a_screen_that_is_left_leaves_nothing_behind() {
        open(Map.of());
        var open = feed.subscribers();

        $(AlertsView.class).single().getElement().removeFromParent();

        assertThat(feed.subscribers()).isEqualTo(open - 1);
    }

    @Test
    void nothing_of_an_alert_is_markup() {
        var hostile = new RaiseAlert(
                "TEST", key(), alert(key(), area).severity(), alert(key(), area).subject(), "<img src=x onerror=alert(1)>",
                "<script>", area, null, alert(key(), area).audience(), RaiseAlert.FIRST, 60, null, null);
        var id = raised(hostile);
        opened(id);

        assertThat(panel().getElement().getOuterHTML()).doesNotContain("<img", "<script");
    }

    private void opened(long id) {
        open(Map.of("area", "" + area));
        soon(() -> assertThat(rows()).contains("\"id\":\"" + id + "\""));
        ComponentUtil.fireEvent(list(), new RowList.OpenEvent(list(), true, "" + id));
        soon(() -> assertThat($(AlertPanel.class).all()).hasSize(1));
    }

    private void open(Map<String, String> filters) {
        UI.getCurrent().navigate("alerts", QueryParameters.simple(filters));
    }

    private RowList list() {
        return $(RowList.class).all().getFirst();
    }

    private AlertPanel panel() {
        return $(AlertPanel.class).single();
    }

    private String rows() {
        return String.valueOf(list().getElement().getProperty("rowsJson"));
    }

    private String history() {
        return String.valueOf($(RowList.class).all().getLast().getElement().getProperty("rowsJson"));
    }

    private void click(String text) {
        test($(Button.class).withText(text).single()).click();
    }

    private static void press(RowList list, long id, String action) {
        ComponentUtil.fireEvent(list, new RowList.ActionEvent(list, true, "" + id, action));
    }

    private String state(long id) {
        return fixture.values("SELECT state FROM alert WHERE id = ?", id).getFirst();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private long raised(RaiseAlert alert) {
        transactions.run(() -> raiser.raise(List.of(alert), now()));
        return fixture.idOf(alert.dedupKey());
    }

    private void signIn(long account) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(ConsoleUser.signedIn(staff.byId(account).orElseThrow(), "127.0.0.1"));
        SecurityContextHolder.setContext(context);
    }

    private void soon(ThrowingRunnable check) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            roundTrip();
            check.run();
        });
    }
}
