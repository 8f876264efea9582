package org.vigil.alert.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.vigil.alert.AlertFixture.alert;
import static org.vigil.alert.AlertFixture.due;
import static org.vigil.alert.AlertFixture.key;
import static org.vigil.alert.AlertFixture.rung;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.alert.AlertFixture;
import org.vigil.alert.AlertRaiser;
import org.vigil.alert.Audience;
import org.vigil.alert.RaiseAlert;
import org.vigil.alert.Severity;
import org.vigil.db.Transactions;
import org.vigil.security.Account;
import org.vigil.security.AreaService;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;
import org.vigil.testkit.Browser;
import org.vigil.testkit.BrowserTest;
import org.vigil.testkit.Databases;
import org.vigil.testkit.Look;
import org.vigil.testkit.Staff;

@BrowserTest
class AlertsViewIT {

    @Autowired
    private Browser browser;

    @Autowired
    private Staff staff;

    @Autowired
    private AlertRaiser raiser;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Databases databases;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private AreaService areas;

    @Autowired
    private Clock clock;

    private AlertFixture fixture;
    private long area;
    private Account supervisor;

    static Stream<Look> looks() {
        return Stream.of(Look.DESK, Look.DESK_DARK, Look.PHONE, Look.PHONE_DARK);
    }

    @BeforeEach
    void a_supervisor_and_no_alert_of_the_whole_force() {
        fixture = new AlertFixture(databases, directory, areas);
        fixture.everybodyGoesHome();
        fixture.update("UPDATE alert SET state = 'RESOLVED', dedup_key = NULL, resolved_at = raised_at"
                + " WHERE state <> 'RESOLVED'");
        area = fixture.district();
        supervisor = staff.someoneIn(Set.of(area), Duty.SUPERVISOR);
        fixture.signedOn(supervisor.id());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void alerts_are_read_opened_and_cleared_at_every_width_and_in_the_dark(Look look) {
        raised(due(alert(key(), area), now().plus(Duration.ofMinutes(18))));
        raised(rung(alert(key(), area), "DUE", Severity.CRITICAL, Audience.called(Duty.SUPERVISOR)));
        var page = browser.as(supervisor, look);
        page.navigate("alerts");
        assertThat(page).hasTitle("(2) Alerts · Vigil");
        assertThat(rows(page)).hasCount(2);
        assertThat(rows(page).first()).containsText("‼ Critical");
        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);
        picture(page, "list", look);

        rows(page).nth(1).locator(".row-title").click();
        var detail = page.locator(".alert-detail");
        assertThat(detail).containsText("Specialist supervisor (1 signed on)");
        assertThat(detail).containsText("min left");
        button(detail, "Snooze…").click();
        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);
        picture(page, "detail", look);
        button(detail, "Never mind").click();
        button(detail, "Resolve…").click();
        detail.getByLabel("How it was resolved").fill("A duplicate of CAD-6");
        button(detail, "Resolve").click();
        assertThat(detail).containsText("A duplicate of CAD-6");
        button(detail, "Close").click();
        assertThat(detail).isHidden();
        assertThat(rows(page)).hasCount(1);
        assertThat(page).hasTitle("(1) Alerts · Vigil");
    }

    @Test
    void an_officer_works_the_list_by_keyboard_alone() {
        var first = raised(due(alert(key(), area), now().plus(Duration.ofMinutes(18))));
        var second = raised(due(alert(key(), area), now().plus(Duration.ofMinutes(28))));
        var page = browser.as(supervisor, Look.DESK);
        page.navigate("alerts");
        assertThat(rows(page)).hasCount(2);

        title(page, first).focus();
        page.keyboard().press("j");
        assertThat(title(page, second)).isFocused();
        page.keyboard().press("t");
        assertThat(row(page, second)).containsText("has it");
        assertThat(title(page, second)).isFocused();
        page.keyboard().press("k");
        page.keyboard().press("a");
        assertThat(row(page, first)).containsText("Acknowledged by");
        page.keyboard().press("Enter");
        assertThat(page.locator(".alert-detail")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".alert-detail")).isHidden();
        assertThat(title(page, first)).isFocused();

        page.keyboard().press("?");
        assertThat(page.locator("dialog.keys"))
                .containsText(Pattern.compile("Acknowledge the alert in focus.*Take the alert in focus", Pattern.DOTALL));
    }

    @Test
    void a_new_alert_appears_by_itself_and_focus_and_scroll_stay_where_they_were() {
        var others = Stream.generate(() -> alert(key(), area)).limit(30).toList();
        raise(others);
        var held = fixture.idOf(others.get(20).dedupKey());
        var page = browser.as(supervisor, Look.DESK);
        page.navigate("alerts");
        assertThat(rows(page)).hasCount(30);
        title(page, held).scrollIntoViewIfNeeded();
        title(page, held).focus();
        var before = title(page, held).boundingBox().y;

        var id = raised(rung(alert(key(), area), "DUE", Severity.CRITICAL, Audience.called(Duty.SUPERVISOR)));

        assertThat(row(page, id)).containsText("new");
        assertThat(rows(page).first()).hasAttribute("data-id", "" + id);
        assertThat(title(page, held)).isFocused();
        assertThat(title(page, held).boundingBox().y).isCloseTo(before, offset(2.0));
    }

    @Test
    void the_title_counts_and_the_sound_rings_for_an_alert_that_calls_the_viewer_and_for_no_other() {
        var page = browser.as(supervisor, Look.DESK);
        page.navigate("alerts");
        page.getByText("How I hear of alerts").click();
        page.getByLabel("Sound when an alert calls me").check();
        var signal = page.locator("vigil-alert-signal");
        assertThat(signal).hasAttribute("data-rings", "1");

        var toCalls = new RaiseAlert(
                "TEST", key(), Severity.HIGH, alert(key(), area).subject(), "Only seen", "", area, null,
                List.of(Audience.called(Duty.CALLS), Audience.sees(Duty.SUPERVISOR)), RaiseAlert.FIRST, 60, null, null);
        fixture.onDuty(area, Duty.CALLS);
        raised(toCalls);
        assertThat(page).hasTitle("(1) Alerts · Vigil");
        assertThat(signal).hasAttribute("data-rings", "1");
        raised(alert(key(), area));

        assertThat(page).hasTitle("(2) Alerts · Vigil");
        assertThat(signal).hasAttribute("data-rings", "2");
        page.getByLabel("Count in the browser's title").uncheck();
        assertThat(page).hasTitle("Alerts · Vigil");
    }

    private static void picture(Page page, String name, Look look) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", "alerts-" + name + "-" + look.toString().replace(' ', '-') + ".png")));
    }

    private static Locator rows(Page page) {
        return page.locator(".alerts .split > .panel:first-child vigil-rows .row");
    }

    private static Locator row(Page page, long id) {
        return page.locator(".alerts .split > .panel:first-child .row[data-id='" + id + "']");
    }

    private static Locator title(Page page, long id) {
        return row(page, id).locator(".row-title");
    }

    private static Locator button(Locator in, String text) {
        return in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(text).setExact(true));
    }

    private Instant now() {
        return clock.instant();
    }

    private void raise(List<RaiseAlert> alerts) {
        transactions.run(() -> raiser.raise(alerts, now()));
    }

    private long raised(RaiseAlert alert) {
        raise(List.of(alert));
        return fixture.idOf(alert.dedupKey());
    }
}
