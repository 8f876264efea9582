package org.vigil.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.incident.CallFixture;
import org.vigil.incident.Ground;
import org.vigil.incident.IncidentIntake;
import org.vigil.incident.jobs.PeopleOfCalls;
import org.vigil.security.AreaService;
import org.vigil.security.WallDisplayService;
import org.vigil.shared.Duty;
import org.vigil.testkit.Browser;
import org.vigil.testkit.BrowserTest;
import org.vigil.testkit.Look;
import org.vigil.testkit.Staff;

/** The board as a supervisor has it open. */
@BrowserTest
class BoardIT {

    @Autowired
    private Browser browser;

    @Autowired
    private IncidentIntake intake;

    @Autowired
    private AreaService areas;

    @Autowired
    private WallDisplayService displays;

    @Autowired
    private PeopleOfCalls peopleOfCalls;

    @Autowired
    private Staff staff;

    @Autowired
    private Clock clock;

    private Scene scene;
    private Instant now;

    @BeforeEach
    void a_district_of_its_own() {
        scene = new Scene(Ground.anew(areas, staff), intake, staff);
        now = clock.instant();
    }

    @Test
    void a_call_that_comes_in_shows_without_a_reload_and_takes_nothing_from_under_the_hands() {
        scene.takeIn(scene.waiting("first", now.minus(Duration.ofMinutes(50))));
        var page = browser.as(scene.supervisor(), Look.DESK);
        var first = fresh(page).locator(".row").filter(having(scene.reference("first")));
        first.locator(".row-title").focus();

        scene.takeIn(scene.waiting("second", now.minus(Duration.ofMinutes(40))));

        var second = fresh(page).locator(".row").filter(having(scene.reference("second")));
        assertThat(second).isVisible(within(8_000));
        assertThat(second.locator(".row-mark")).hasText("new");
        assertThat(first.locator(".row-title")).isFocused();
    }

    @Test
    void a_count_opens_to_its_rows_and_a_row_to_its_call() {
        scene.takeIn(IntStream.rangeClosed(1, 7)
                .mapToObj(each -> scene.waiting("call" + each, now.minus(Duration.ofMinutes(20L + each))))
                .toArray(CallFixture[]::new));
        var page = browser.as(scene.supervisor(), Look.DESK);
        var column = fresh(page);
        assertThat(column.locator(".board-count")).hasText(Pattern.compile("\\d+"));
        assertThat(column.locator(".row")).hasCount(5);

        column.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("more"))).press("Enter");

        assertThat(column.locator(".row").filter(having(scene.reference("call7")))).isVisible();
        column.locator(".row").filter(having(scene.reference("call7"))).locator("a.row-title").press("Enter");
        page.waitForURL(Pattern.compile(".*/calls/\\d+.*"));
        assertThat(page.locator("main h1")).hasText("Call " + scene.reference("call7"));
        page.goBack();
        assertThat(page.locator("main h1")).hasText("Daily board");
    }

    @Test
    void nothing_that_a_feed_sends_is_rendered_as_markup() {
        var hostile = "<img src=x onerror=window.pwned=1><script>window.pwned=1</script>";
        scene.takeIn(scene.waiting("<b>bold</b>", now.minus(Duration.ofMinutes(30)))
                .at(hostile, "\"><svg onload=window.pwned=1>", null)
                .describedAs(hostile)
                .with(org.vigil.incident.PartyRole.VICTIM, hostile, "</vigil-rows><h1>Taken over</h1>"));
        peopleOfCalls.run(now);
        var page = browser.as(scene.supervisor(), Look.DESK);

        var row = fresh(page).locator(".row").filter(having(scene.reference("<b>bold</b>")));
        assertThat(row).isVisible();
        assertThat(page.locator("main img, main script, main svg, main b").count()).isZero();
        row.locator("a.row-title").click();
        page.waitForURL(Pattern.compile(".*/calls/\\d+.*"));
        assertThat(page.locator("main").getByText("<img src=x").first()).isVisible();

        assertThat(page.evaluate("window.pwned")).isNull();
        assertThat(page.locator("main img, main script, main b").count()).isZero();
        assertThat(page.locator("h1")).hasCount(1);
    }

    @Test
    void the_wall_shows_the_board_counts_big_and_keeps_no_cookie() {
        scene.takeIn(scene.waiting("late", now.minus(Duration.ofMinutes(40))));
        var token = staff.as(
                staff.account("test-wall-admin", Duty.ADMIN),
                () -> displays.create(scene.reference("Wall"), scene.ground().district()));
        var page = browser.stranger(new Look(1920, 1080, true));

        // The engine stands still in tests: what it would say is said here, at the one address that it answers at.
        page.route(Pattern.compile("https?://[^/]+/heartbeat"), route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody("{\"checkedSecondsAgo\":1,\"state\":\"UP\",\"problem\":null}")));

        page.navigate("wall/" + token);

        assertThat(page.locator("section.tone-bad strong")).hasText(Pattern.compile("[1-9]\\d*"));
        assertThat(page.locator("section.tone-new h2")).hasText("new since the meeting");
        assertThat(page.locator("vigil-heartbeat")).hasAttribute("state", "ok");
        assertThat(page.locator("[data-alarm]")).isEmpty();
        assertThat(page.context().cookies()).isEmpty();
        Browser.assertAccessible(page);
    }

    private static Locator fresh(Page page) {
        return page.locator(".board-column").nth(2);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static LocatorAssertions.IsVisibleOptions within(double millis) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(millis);
    }
}
