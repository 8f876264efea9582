package org.vigil.incident.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.testkit.Browser;
import org.vigil.testkit.BrowserTest;
import org.vigil.testkit.Look;

/** The force's grades as an administrator has them open. */
@BrowserTest
class GradesIT {

    @Autowired
    private Browser browser;

    static Stream<Look> looks() {
        return Stream.of(Look.DESK, Look.DESK_DARK, Look.PHONE, Look.PHONE_DARK);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void the_screen_and_its_form_are_accessible_fit_and_work_by_keyboard(Look look) {
        var page = browser.as("admin", look);
        var problems = Browser.problemsOf(page);
        page.navigate("admin/grades");
        page.locator("main#content h1").waitFor();
        picture(page, "grades", look);
        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);

        page.getByRole(AriaRole.BUTTON, named("Supersede the policy")).press("Enter");
        assertThat(page.getByLabel("Grade 1", new Page.GetByLabelOptions().setExact(true))).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Add a grade")).press("Enter");
        assertThat(page.getByLabel("Grade 5", new Page.GetByLabelOptions().setExact(true))).isFocused();
        picture(page, "grades-form", look);
        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);
        assertThat(problems).isEmpty();
    }

    private static void picture(Page page, String name, Look look) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", name + "-" + look.width() + (look.dark() ? "-dark" : "") + ".png")));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
