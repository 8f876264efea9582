package org.vigil.custody.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.person.SomePerson;
import org.vigil.testkit.Browser;
import org.vigil.testkit.BrowserTest;
import org.vigil.testkit.Look;

/** Custody as a sergeant has it open at three in the morning. */
@BrowserTest
class CustodyIT {

    @Autowired
    private Browser browser;

    static Stream<Look> looks() {
        return Stream.of(Look.DESK, Look.DESK_DARK, Look.PHONE, Look.PHONE_DARK);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void an_arrest_is_booked_in_by_keyboard_and_its_page_is_accessible_and_fits(Look look) {
        var page = browser.as("custody", look);
        var problems = Browser.problemsOf(page);
        page.navigate("custody");
        page.locator("main#content h1").waitFor();
        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);

        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).click();
        page.keyboard().type("Sam " + SomePerson.letters());
        page.getByLabel("Offence or reason").click();
        page.keyboard().type("Assault");
        picture(page, "custody", look);
        page.keyboard().press("Enter");
        page.waitForURL("**/custody/*");
        assertThat(page.locator("main#content h1")).containsText("Custody CUS-");
        assertThat(page.locator(".custody-answer")).containsText("must be charged or released by");
        picture(page, "custody-record", look);
        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);

        page.getByRole(AriaRole.BUTTON, named("Released on bail")).press("Enter");
        assertThat(page.getByLabel("Risk to the victim, as identified")).isVisible();
        picture(page, "custody-bail", look);
        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);
        assertThat(problems).isEmpty();
    }

    private static void picture(Page page, String name, Look look) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "pictures", name + "-" + look.width() + (look.dark() ? "-dark" : "") + ".png")));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
