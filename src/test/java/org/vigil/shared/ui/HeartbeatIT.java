package org.vigil.shared.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.testkit.Browser;
import org.vigil.testkit.BrowserTest;
import org.vigil.testkit.Look;

/** A console that no longer watches must say so on every screen, even when its server can't. */
@BrowserTest
class HeartbeatIT {

    @Autowired
    private Browser browser;

    private Page page;
    private String answer = "";

    @BeforeEach
    void open_a_page_with_a_pill() {
        page = browser.stranger(Look.DESK);
        page.route("**/heartbeat", route -> {
            if (answer.isEmpty()) {
                route.abort();
            } else {
                route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(answer));
            }
        });
        page.clock().install();
        PlainPage.open(page);
        page.waitForFunction("!!customElements.get('vigil-heartbeat')");
    }

    @Test
    void says_how_long_ago_alerts_were_checked() {
        answer = "{\"checkedSecondsAgo\":2,\"state\":\"UP\",\"problem\":null}";
        attach();

        assertThat(pill()).containsText("Alerts checked 2 s ago");
        assertThat(banner()).isEmpty();
    }

    @Test
    void turns_red_with_what_to_do_when_the_checking_is_stale() {
        answer = "{\"checkedSecondsAgo\":41,\"state\":\"STALE\",\"problem\":\"The sweep has stopped\"}";
        attach();

        assertThat(banner()).containsText("Alerts have not been checked since");
        assertThat(banner()).containsText("The sweep has stopped.");
        assertThat(banner()).containsText("watch calls and custody yourself");

        answer = "{\"checkedSecondsAgo\":1,\"state\":\"UP\",\"problem\":null}";
        page.clock().runFor(6_000);
        assertThat(banner()).isEmpty();
    }

    @Test
    void turns_red_by_itself_when_the_server_has_been_silent_for_ninety_seconds() {
        answer = "{\"checkedSecondsAgo\":1,\"state\":\"UP\",\"problem\":null}";
        attach();
        assertThat(pill()).containsText("Alerts checked");

        answer = "";
        page.clock().runFor(80_000);
        assertThat(banner()).isEmpty();
        assertThat(pill()).containsText("No answer for");
        page.clock().runFor(20_000);

        assertThat(banner()).containsText("The console has not answered since");
    }

    private void attach() {
        page.evaluate("""
                () => {
                  const alarm = document.createElement('div');
                  alarm.dataset.alarm = '';
                  alarm.setAttribute('role', 'alert');
                  document.body.prepend(alarm, document.createElement('vigil-heartbeat'));
                }""");
    }

    private Locator pill() {
        return page.locator("vigil-heartbeat");
    }

    private Locator banner() {
        return page.locator("[data-alarm]");
    }
}
