package org.vigil.audit.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.testkit.Browser;
import org.vigil.testkit.BrowserTest;
import org.vigil.testkit.Look;

@BrowserTest
class AuditViewIT {

    private static final SubjectRef CALL = new SubjectRef(SubjectType.INCIDENT, 4711, "C-2026-004711");

    @Autowired
    private Browser browser;

    @Autowired
    private AuditLog log;

    private final String user = "it-" + UUID.randomUUID().toString().substring(0, 8);

    static Stream<Look> looks() {
        return Stream.of(Look.DESK, Look.DESK_DARK, Look.PHONE, Look.PHONE_DARK);
    }

    @BeforeEach
    void somebody_did_things() {
        var viewer =
                new Viewer(5L, user, "Somebody", Set.of(Duty.CALLS, Duty.SUPERVISOR), null, Set.of(), "192.0.2.9");
        log.record(viewer, AuditNote.login(new SubjectRef(SubjectType.ACCOUNT, 5, user), "Signed in"));
        log.record(viewer, AuditNote.search(CALL, "hale", calls(1, 12)).withPurpose("Call C-2026-004711"));
        log.record(viewer, AuditNote.view(CALL, "Opened the call").shown(calls(1, 3)));
        log.record(viewer, AuditNote.refused(CALL, "<img src=x onerror=alert(1)> not allowed by the account's duties"));
        log.record(
                viewer,
                AuditNote.change(CALL, "Grade lowered on a domestic abuse call")
                        .withField("grade", "IMMEDIATE", "PRIORITY")
                        .withField("reason", null, "secret-reason"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void the_log_can_be_read_and_checked_at_every_width_and_in_the_dark(Look look) {
        var page = browser.as("auditor", look);
        page.navigate("audit?user=" + user);
        assertThat(page).hasTitle("Audit log · Vigil");
        assertThat(page.locator("h1")).hasText("Audit log");
        assertThat(page.locator("vigil-rows .row")).hasCount(5);
        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);

        button(page, "Grade lowered on a domestic abuse call").click();
        var dialog = page.locator("vaadin-dialog[opened]");
        assertThat(dialog).containsText("Fields before and after");
        assertThat(dialog).containsText("•••");
        assertThat(dialog).containsText(Pattern.compile("Stream \\d+, position \\d+"));
        assertThat(dialog.textContent()).doesNotContain("IMMEDIATE", "secret-reason");
        Browser.assertAccessible(page);
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);

        var verdict = page.locator("section").getByRole(AriaRole.STATUS).first();
        var before = verdict.textContent();
        button(page, "Verify the log now").click();
        assertThat(verdict).not().hasText(before);
        assertThat(verdict)
                .hasText(
                        Pattern.compile("Intact: [\\d,]+ entries, checked in .*"),
                        new LocatorAssertions.HasTextOptions().setTimeout(60_000));
        Browser.assertAccessible(page);
    }

    @Test
    void filters_are_chips_in_the_address_and_come_off_again() {
        var page = browser.as("auditor");
        page.navigate("audit");
        page.getByLabel("User name").fill(user);
        page.keyboard().press("Enter");
        assertThat(page.locator("vigil-rows .row")).hasCount(5);
        page.getByLabel("Action").selectOption("REFUSED");
        assertThat(page.locator("vigil-rows .row")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*action=REFUSED&user=" + user));

        page.reload();
        assertThat(page.locator("vigil-rows .row")).hasCount(1);
        button(page, "Remove filter Action: Refused").click();
        assertThat(page.locator("vigil-rows .row")).hasCount(5);
        page.getByLabel("From (dd/mm/yyyy hh:mm)").fill("tomorrow");
        page.keyboard().press("Enter");
        assertThat(page.getByText("No entry matches.")).isVisible();
    }

    @Test
    void an_entry_opens_and_closes_by_keyboard_alone_and_the_focus_comes_back() {
        var page = browser.as("auditor");
        page.navigate("audit?user=" + user);
        var first = page.locator("vigil-rows .row-title").first();
        first.focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("Place in the chain")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByText("Place in the chain")).hasCount(0);
        assertThat(first).isFocused();
    }

    @Test
    void no_other_duty_is_let_in() {
        var page = browser.as("admin");
        page.navigate("audit");
        assertThat(page.locator("h1")).not().hasText("Audit log");
        assertThat(page.locator("vigil-rows")).hasCount(0);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static List<SubjectRef> calls(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> new SubjectRef(SubjectType.INCIDENT, number, "C-" + number))
                .toList();
    }
}
