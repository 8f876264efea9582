package org.vigil.security.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.security.AreaKind;
import org.vigil.security.AreaService;
import org.vigil.security.EngineScope;
import org.vigil.shared.Duty;
import org.vigil.testkit.Browser;
import org.vigil.testkit.BrowserTest;
import org.vigil.testkit.Look;
import org.vigil.testkit.Staff;

@BrowserTest
class AdministrationIT {

    @Autowired
    private Browser browser;

    @Autowired
    private Staff staff;

    @Autowired
    private AreaService areas;

    static Stream<Look> looks() {
        return Stream.of(Look.DESK, Look.DESK_DARK, Look.PHONE, Look.PHONE_DARK);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void every_screen_of_the_administration_is_accessible_and_fits(Look look) {
        ground();
        var someone = staff.someone(Duty.SPECIALIST, Duty.DVDS);
        var page = browser.as("admin", look);
        var problems = Browser.problemsOf(page);

        for (var path : new String[] {
            "admin/accounts", "admin/accounts/new", "admin/accounts/" + someone.id(), "admin/areas", "admin/displays"
        }) {
            page.navigate(path);
            page.locator("main#content h1").waitFor();
            Browser.assertAccessible(page);
            Browser.assertNoSidewaysScroll(page);
        }
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void the_sign_in_page_is_accessible_and_fits(Look look) {
        var page = browser.stranger(look);
        var problems = Browser.problemsOf(page);

        page.navigate("login?failed=wrong&wait=8");
        page.getByLabel("Username").waitFor();

        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);
        assertThat(problems).isEmpty();
    }

    @Test
    void a_wrong_password_is_told_and_the_right_one_opens_what_was_asked_for() {
        var account = staff.someone(Duty.ADMIN);
        var page = browser.stranger(Look.DESK);
        page.navigate("admin/areas");
        page.locator("input[name=username]").fill(account.username());
        page.locator("input[name=password]").fill("not the password");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The username or the password is wrong");

        page.locator("input[name=username]").fill(account.username());
        page.locator("input[name=password]").fill(Staff.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();

        assertThat(page).hasURL(Pattern.compile(".*/admin/areas$"));
    }

    @Test
    void a_new_officer_is_entered_from_the_keyboard_and_signs_in() {
        var username = "new." + UUID.randomUUID().toString().substring(0, 8);
        var page = browser.as("admin");
        page.navigate("admin/accounts/new");
        page.getByLabel("Username").fill(username);
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("DC <b>New</b>");
        page.getByLabel("Domestic abuse officer").check();
        page.getByLabel("First password").fill("three random words");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).press("Enter");
        assertThat(page.locator("h1")).hasText("DC <b>New</b>");

        var other = browser.stranger(Look.PHONE);
        other.navigate("login");
        other.locator("input[name=username]").fill(username);
        other.locator("input[name=password]").fill("three random words");
        other.keyboard().press("Enter");

        assertThat(other.locator("main#content h1")).isVisible();
    }

    @Test
    void a_district_is_added_from_the_keyboard_with_enter_in_its_form() {
        ground();
        var name = "South of " + code();
        var page = browser.as("admin");
        page.navigate("admin/areas");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add a district")).first().press("Enter");
        page.getByLabel("Code").fill(code());
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.keyboard().press("Enter");

        assertThat(page.getByText(name).first()).isVisible();
    }

    private void ground() {
        EngineScope.run(() -> {
            var force = areas.create(AreaKind.FORCE, null, code(), "Force of the picture");
            var north = areas.create(AreaKind.DISTRICT, force, code(), "North");
            areas.create(AreaKind.BEAT, north, code(), "Ashby");
            areas.create(AreaKind.BEAT, north, code(), "Long Bennington and the villages beyond the river");
        });
    }

    private static String code() {
        return UUID.randomUUID().toString().substring(0, 12);
    }
}
