package org.vigil.deadline.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.deadline.Clockwork;
import org.vigil.deadline.DeadlineChange;
import org.vigil.testkit.Browser;
import org.vigil.testkit.BrowserTest;
import org.vigil.testkit.Look;

@BrowserTest
class DeadlinesIT {

    @Autowired
    private Browser browser;

    @Autowired
    private Clockwork clockwork;

    @Test
    void a_sergeant_gets_an_answer_with_the_keyboard_alone_and_copies_it() {
        var page = browser.as("custody");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        var problems = Browser.problemsOf(page);
        page.navigate("deadlines");
        ask(page, "dvpn hear", "28/3/26", "1000");
        assertThat(page.getByText("Due Tue 31 Mar 2026 10:00").first()).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy")).press("Enter");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copied"))).isVisible();
        assertThat((String) page.evaluate("navigator.clipboard.readText()"))
                .contains("DVPN_HEARING")
                .contains("Due Tue 31 Mar 2026 10:00")
                .contains("CSA 2010 s.27");
        assertThat(problems).isEmpty();
    }

    @Test
    void the_hour_that_happens_twice_is_asked_about() {
        var page = browser.as("custody");
        page.navigate("deadlines");
        ask(page, "crime", "25/10/26", "0130");
        page.getByText("the second (winter time)").click();
        assertThat(page.getByText("Due Mon 26 Oct 2026 01:30").first()).isVisible();
    }

    @Test
    void it_fits_a_telephone_and_a_desk_by_day_and_by_night() {
        for (var look : List.of(Look.PHONE, Look.PHONE_DARK, Look.DESK, Look.DESK_DARK)) {
            var page = browser.as("custody", look);
            page.navigate("deadlines");
            ask(page, "dvpn hear", "24/12/26", "1800");
            assertThat(page.getByText("Due Tue 29 Dec 2026 18:00").first()).isVisible();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(false)
                    .setPath(Path.of("target", "screenshots", "deadlines " + look + ".png")));
            Browser.assertNoSidewaysScroll(page);
            Browser.assertAccessible(page);
        }
    }

    @Test
    void a_clock_is_entered_as_done_in_place_on_a_telephone_and_at_a_desk() {
        var call = clockwork.call();
        var now = Instant.now();
        clockwork.open("CRIME_RECORDING", call, Instant.parse("1902-03-03T10:00:00Z"), now);
        for (var look : List.of(Look.PHONE, Look.PHONE_DARK, Look.DESK, Look.DESK_DARK)) {
            var page = browser.as("supervisor", look);
            page.navigate("deadlines?state=BREACHED");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enter as done…")).first().press("Enter");
            assertThat(page.getByLabel("What shows it")).isVisible();
            page.locator(".clock-hand").scrollIntoViewIfNeeded();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", "clock by hand " + look + ".png")));
            Browser.assertNoSidewaysScroll(page);
            Browser.assertAccessible(page);
        }
        clockwork.play(now, new DeadlineChange.Cancel("CRIME_RECORDING", call, "the test is over"));
    }

    @Test
    void an_administrator_opens_a_rule_and_its_versions() {
        var page = browser.as("admin");
        page.navigate("deadlines");
        page.getByLabel("Find a rule").fill("information req");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Information request")).click();
        // The calendar behind the dialog says so too.
        assertThat(page.getByText("Shipped with the console").last()).isVisible();
        Browser.assertAccessible(page);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "deadlines rule.png")));
        page.getByText("Supersede…").click();
        assertThat(page.getByLabel("Why, and on whose authority")).isVisible();
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "deadlines supersede.png")));
        Browser.assertAccessible(page);
    }

    private static void ask(Page page, String rule, String day, String time) {
        var clock = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Clock"));
        clock.click();
        page.keyboard().type(rule);
        page.locator("vaadin-combo-box-item:not([hidden])").first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.getByLabel("Day").first().fill(day);
        page.getByLabel("Time", new Page.GetByLabelOptions().setExact(true)).first().fill(time);
        page.keyboard().press("Enter");
    }
}
