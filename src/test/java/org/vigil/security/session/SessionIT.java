package org.vigil.security.session;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PageAssertions.HasURLOptions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.security.AccountService;
import org.vigil.security.EngineScope;
import org.vigil.shared.Duty;
import org.vigil.testkit.Browser;
import org.vigil.testkit.BrowserTest;
import org.vigil.testkit.Look;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;

@BrowserTest
class SessionIT {

    private static final String WARNING = ".session-warning";

    @Autowired
    private Browser browser;

    @Autowired
    private Staff staff;

    @Autowired
    private AccountService accounts;

    @Autowired
    private TestClock clock;

    @AfterEach
    void let_time_go_on() {
        clock.release();
    }

    @Test
    void two_minutes_before_the_end_the_page_warns_and_staying_is_one_press() {
        clock.pin("2026-03-03T14:10:00Z");
        var page = open();
        clock.advance(Duration.ofMinutes(28).plusSeconds(30));
        look(page);

        assertThat(page.locator(WARNING)).containsText("signed out in two minutes");
        assertThat(page.locator(WARNING)).hasAttribute("role", "alert");
        Browser.assertAccessible(page);
        page.getByText("Stay signed in").click();

        assertThat(page.locator(WARNING)).hasCount(0);
        clock.advance(Duration.ofMinutes(20));
        look(page);
        assertThat(page.locator(WARNING)).hasCount(0);
    }

    @Test
    void a_screen_that_nobody_touches_is_signed_out_with_its_tab_open() {
        clock.pin("2026-03-03T14:10:00Z");
        var page = open();

        clock.advance(Duration.ofMinutes(30));

        assertThat(page).hasURL(Pattern.compile(".*/login\\?ended=idle"), within5s());
        assertThat(page.getByText("nothing was typed or touched")).isVisible();
    }

    @Test
    void disabling_an_account_closes_its_open_screens() {
        var account = staff.someone(Duty.ADMIN);
        var page = browser.as(account, Look.DESK);

        EngineScope.run(() -> accounts.disable(account.id(), account.version()));

        assertThat(page).hasURL(Pattern.compile(".*/login\\?ended=disabled"), within5s());
    }

    @Test
    void the_last_session_warning_of_a_shift_says_that_it_cannot_be_put_off() {
        clock.pin("2026-03-03T06:00:00Z");
        var page = open();
        for (var i = 0; i < 28; i++) {
            clock.advance(Duration.ofMinutes(25));
            page.evaluate("() => fetch('session/active', {method: 'POST'})");
        }
        clock.pin("2026-03-03T17:58:30Z");
        look(page);

        assertThat(page.locator(WARNING)).containsText("as long as a session may");
        assertThat(page.getByText("Stay signed in")).hasCount(0);
    }

    @Test
    void signing_out_leads_to_the_sign_in_page_and_back_shows_nothing() {
        var page = open();

        page.locator("details.account summary").click();
        page.getByText("Log out").click();

        assertThat(page).hasURL(Pattern.compile(".*/login.*"));
        page.goBack();
        assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    }

    private Page open() {
        return browser.as(staff.someone(Duty.ADMIN), Look.DESK);
    }

    /** What the page does by itself each minute and whenever it comes back to the front. */
    private static void look(Page page) {
        page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");
    }

    private static HasURLOptions within5s() {
        return new HasURLOptions().setTimeout(8_000);
    }
}
