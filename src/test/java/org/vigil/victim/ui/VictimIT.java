package org.vigil.victim.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.casework.SuspectStatus;
import org.vigil.incident.Ground;
import org.vigil.incident.RiskGrade;
import org.vigil.security.AreaService;
import org.vigil.testkit.Browser;
import org.vigil.testkit.BrowserTest;
import org.vigil.testkit.Look;
import org.vigil.testkit.Staff;
import org.vigil.victim.VictimGround;

/** Who must be told, and the victim's side of a case, in a real browser. */
@BrowserTest
class VictimIT {

    @Autowired
    private Browser browser;

    @Autowired
    private VictimGround ground;

    @Autowired
    private AreaService areas;

    @Autowired
    private Staff staff;

    @Autowired
    private Clock clock;

    static Stream<Look> looks() {
        return Stream.of(Look.DESK, Look.DESK_DARK, Look.PHONE, Look.PHONE_DARK);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_sergeant_goes_from_the_list_to_the_victim_and_records_that_she_was_told(Look look) {
        var land = Ground.anew(areas, staff);
        var now = clock.instant();
        var held = ground.aCase(now.minus(Duration.ofHours(3)), land.district(), RiskGrade.HIGH, true);
        ground.suspect(held, null, SuspectStatus.BAILED, now.minus(Duration.ofHours(1)), "not to contact the victim", now);
        var page = browser.as("supervisor", look);
        var problems = Browser.problemsOf(page);
        page.navigate("victims?area=" + land.district());
        page.getByText("Released on bail").first().waitFor();
        picture(page, "victims", look);
        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);

        page.navigate("victims?show=HIGH_RISK_NOT_REACHED&area=" + land.district());
        page.getByText(held.victim().name() + " · not reached since the report").waitFor();
        page.navigate("victims?show=TO_TELL&area=" + land.district());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(held.victim().name())).first().click();
        assertThat(page.locator("main#content h1")).hasText("Victim in case " + held.reference());
        assertThat(page.getByLabel("What came of it")).isVisible();
        picture(page, "victim", look);
        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);

        page.getByLabel("Why it is made all the same").fill("He may be on his way");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record contact").setExact(true)).press("Enter");
        assertThat(page.getByText("told in time")).isVisible();
        assertThat(problems).isEmpty();
    }

    private static void picture(Page page, String name, Look look) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "pictures", name + "-" + look.width() + (look.dark() ? "-dark" : "") + ".png")));
    }
}
