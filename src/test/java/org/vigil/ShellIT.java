package org.vigil;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ForcedColors;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.testkit.Browser;
import org.vigil.testkit.BrowserTest;
import org.vigil.testkit.Look;

/** What holds for every screen: a title, one heading, nothing for axe to find, nothing wider than a telephone. */
@BrowserTest
class ShellIT {

    /** Narrow enough for 400 % zoom of a 1280 pixel screen. */
    private static final int REFLOW = 320;

    @Autowired
    private Browser browser;

    @Autowired
    private ServletContext servletContext;

    static Stream<Look> looks() {
        return Stream.of(Look.DESK, Look.DESK_DARK, Look.PHONE, Look.PHONE_DARK);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void every_screen_has_a_title_and_one_heading_and_passes_axe_and_fits(Look look) {
        var seen = new ArrayList<String>();
        for (var duty : List.of("supervisor", "admin", "auditor")) {
            var page = browser.as(duty, look);
            var problems = Browser.problemsOf(page);
            for (var path : pathsOf(duty)) {
                page.navigate(path);
                page.locator("main h1").waitFor();
                page.waitForFunction("!document.querySelector('vigil-heartbeat') || "
                        + "document.querySelector('vigil-heartbeat').getAttribute('state')");
                assertThat(page).hasTitle(Pattern.compile(".+ · Vigil"));
                assertThat(page.locator("h1")).hasCount(1);
                Browser.assertAccessible(page);
                if (look.width() < 500) {
                    Browser.assertNoSidewaysScroll(page);
                }
                seen.add(path);
            }
            assertThat(problems).as("in the page's console").isEmpty();
        }
        assertThat(seen).contains("", "alerts", "search", "calls", "admin/accounts", "audit");
    }

    @Test
    void every_screen_reflows_at_four_hundred_per_cent() {
        var page = browser.as("supervisor", new Look(REFLOW, 640, false));
        for (var path : pathsOf("supervisor")) {
            page.navigate(path);
            page.locator("main h1").waitFor();
            Browser.assertNoSidewaysScroll(page);
        }
    }

    @Test
    void targets_are_big_enough_for_a_thumb_on_a_telephone() {
        var page = browser.as("supervisor", Look.PHONE);

        var small = page.evaluate("""
                () => [...document.querySelectorAll('nav.side a, nav.side button, summary, .board-more, .row-actions button')]
                  .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 34)
                  .map((each) => each.textContent).join(', ')""");

        assertThat(small).isEqualTo("");
    }

    @Test
    void the_first_tab_skips_to_the_content() {
        var page = browser.as("supervisor");

        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the content")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.locator("main#content")).isFocused();
    }

    @Test
    void keys_lead_from_screen_to_screen_but_not_while_one_types() {
        var page = browser.as("supervisor");

        page.keyboard().press("g");
        page.keyboard().press("a");
        page.waitForURL(Pattern.compile(".*/alerts$"));
        assertThat(page.locator("nav.side [aria-current=page]")).containsText("Alerts");
        page.keyboard().press("g");
        page.keyboard().press("c");
        page.waitForURL(Pattern.compile(".*/calls.*"));
        assertThat(page.locator("nav.side [aria-current=page]")).containsText("Calls");
        page.keyboard().press("f");
        assertThat(page.locator("vigil-chips :focus")).isVisible();
        page.locator("main h1").click();
        page.evaluate("document.activeElement.blur()");
        page.keyboard().type("/Smi");
        page.waitForURL(Pattern.compile(".*/search$"));
        assertThat(page.getByLabel("Search people, addresses, numbers and references")).isFocused();
        assertThat(page.getByLabel("Search people, addresses, numbers and references")).hasValue("Smi");
        page.evaluate("document.activeElement.blur()");
        page.keyboard().press("g");
        page.keyboard().press("c");
        page.waitForURL(Pattern.compile(".*/calls.*"));

        page.evaluate("""
                () => {
                  const field = document.createElement('input');
                  document.querySelector('main').append(field);
                  field.focus();
                }""");
        page.keyboard().type("g b?");
        assertThat(page).hasURL(Pattern.compile(".*/calls.*"));
        assertThat(page.locator("dialog.keys")).hasCount(0);
    }

    @Test
    void the_question_mark_lists_the_keys_and_they_can_be_turned_off() {
        var page = browser.as("supervisor");

        page.keyboard().press("?");
        var help = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Keyboard shortcuts"));
        assertThat(help).containsText("Go to Alerts");
        Browser.assertAccessible(page);
        help.getByText("Use single-key shortcuts").click();
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog.keys")).hasCount(0);

        page.keyboard().press("?");
        assertThat(page.locator("dialog.keys")).hasCount(0);
        page.locator("details.account > summary").click();
        page.getByText("Keyboard shortcuts").click();
        assertThat(help).isVisible();
    }

    @Test
    void one_signs_off_duty_and_on_again_from_anywhere() {
        var page = browser.as("custody");

        page.locator("details.account > summary").click();
        var button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Sign o(n|ff) duty")));
        var before = button.textContent();
        button.click();
        assertThat(button).not().hasText(before);
        Browser.assertAccessible(page);
        button.click();

        assertThat(button).hasText(before);
    }

    @Test
    void dark_or_light_can_be_chosen_and_is_remembered() {
        var page = browser.as("supervisor");
        page.locator("details.account > summary").click();

        page.getByLabel("Appearance").selectOption("dark");
        page.reload();
        page.locator("main h1").waitFor();

        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor")).isEqualTo("rgb(15, 22, 32)");
    }

    @Test
    void an_unknown_address_says_what_to_do_and_gives_nothing_away() {
        var page = browser.as("supervisor");

        page.navigate("no-such-screen");

        assertThat(page.locator("main h1")).hasText("Nothing here");
        assertThat(page.getByText("Go to the daily board")).isVisible();
        Browser.assertAccessible(page);
    }

    @Test
    void a_screen_of_another_duty_is_refused_in_words() {
        var page = browser.as("supervisor");

        page.navigate("admin/accounts");

        assertThat(page.locator("main h1")).hasText("Not open to your duty");
        assertThat(page.locator("nav.side").getByText("Accounts")).hasCount(0);
    }

    @Test
    void the_navigation_folds_into_a_bar_whose_rest_is_one_tap_away() {
        var page = browser.as("admin", Look.PHONE);
        var bar = page.locator("nav.side");
        assertThat(bar).isInViewport();

        var more = bar.getByRole(AriaRole.BUTTON);
        if (more.count() == 1) {
            more.click();
            assertThat(more).hasAttribute("aria-expanded", "true");
            page.keyboard().press("Escape");
            assertThat(more).hasAttribute("aria-expanded", "false");
            assertThat(more).isFocused();
        }
        Browser.assertNoSidewaysScroll(page);
    }

    @Test
    void everything_can_be_seen_in_forced_colours() {
        var page = browser.as("supervisor");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));

        var style = page.locator("nav.side [aria-current=page]").evaluate("e => getComputedStyle(e).outlineStyle");

        assertThat(style).isEqualTo("solid");
        assertThat(page.locator(".board-column .board-count").first()).isVisible();
    }

    /** The addresses that need no record, of the screens that this duty opens. */
    private List<String> pathsOf(String duty) {
        var role = duty.toUpperCase(java.util.Locale.ROOT);
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(servletContext)).getRegisteredRoutes().stream()
                .filter(route -> !route.getTemplate().contains(":"))
                .filter(route -> opens(route, role))
                .map(RouteData::getTemplate)
                .sorted()
                .toList();
    }

    private static boolean opens(RouteData route, String role) {
        var roles = route.getNavigationTarget().getAnnotation(RolesAllowed.class);
        return roles != null && Set.of(roles.value()).contains(role);
    }
}
