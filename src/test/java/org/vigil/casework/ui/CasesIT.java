package org.vigil.casework.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.casework.CaseFixture.aCase;
import static org.vigil.casework.CaseFixture.somebody;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.casework.CaseIntake;
import org.vigil.casework.SuspectStatus;
import org.vigil.incident.Ground;
import org.vigil.incident.RiskGrade;
import org.vigil.incident.RiskTool;
import org.vigil.person.jobs.PeopleOfParties;
import org.vigil.security.AreaService;
import org.vigil.security.EngineScope;
import org.vigil.shared.Duty;
import org.vigil.testkit.Browser;
import org.vigil.testkit.BrowserTest;
import org.vigil.testkit.Look;
import org.vigil.testkit.Staff;

/** Cases as a sergeant goes through them in the morning. */
@BrowserTest
class CasesIT {

    @Autowired
    private Browser browser;

    @Autowired
    private CaseIntake intake;

    @Autowired
    private PeopleOfParties people;

    @Autowired
    private AreaService areas;

    @Autowired
    private Staff staff;

    @Autowired
    private Clock clock;

    private final String reference = "CR-" + UUID.randomUUID().toString().substring(0, 8);

    static Stream<Look> looks() {
        return Stream.of(Look.DESK, Look.DESK_DARK, Look.PHONE, Look.PHONE_DARK);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_sergeant_goes_from_the_list_to_what_a_case_lacks_and_mends_it(Look look) {
        var now = clock.instant();
        var ground = Ground.anew(areas, staff);
        var message = aCase(reference).titled("Assault at home").about("Assault by beating").about("Stalking")
                .of(somebody()).against(somebody(), SuspectStatus.OUTSTANDING, now.minus(Duration.ofDays(3)))
                .withCall("CAD-" + reference).reportedAt(now.minus(Duration.ofDays(4))).inArea(ground.code())
                .assessed(RiskTool.DASH, RiskGrade.HIGH, now.minus(Duration.ofDays(4)))
                .message();
        staff.as(staff.account("crime-feed", Duty.FEED), () -> intake.takeInAll(List.of(message)));
        EngineScope.run(() -> people.run(now));
        var page = browser.as(staff.someoneIn(Set.of(ground.district()), Duty.SUPERVISOR), look);
        var problems = Browser.problemsOf(page);

        page.navigate("cases");
        var row = page.locator("vigil-rows .row").filter(new Locator.FilterOptions().setHasText(reference));
        assertThat(row).isVisible();
        picture(page, "cases", look);
        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);

        row.locator("a.row-title").press("Enter");
        assertThat(page.locator("main#content h1")).hasText("Case " + reference);
        assertThat(page.getByText("No lead officer").first()).isVisible();
        picture(page, "case", look);
        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);

        page.getByRole(AriaRole.BUTTON, named("Allocate")).first().press("Enter");
        assertThat(page.getByLabel("Lead officer").first()).isVisible();
        picture(page, "case-allocate", look);
        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void the_form_that_enters_a_case_is_accessible_and_fits(Look look) {
        var page = browser.as("supervisor", look);
        page.navigate("cases/new");
        assertThat(page.locator("main#content h1")).hasText("New case");
        picture(page, "case-new", look);
        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);
    }

    private static void picture(Page page, String name, Look look) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "pictures", name + "-" + look.width() + (look.dark() ? "-dark" : "") + ".png")));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
