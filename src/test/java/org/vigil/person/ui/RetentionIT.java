package org.vigil.person.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.Transactions;
import org.vigil.incident.IncidentIntake;
import org.vigil.incident.Party;
import org.vigil.incident.PartyRole;
import org.vigil.incident.jobs.PeopleOfCalls;
import org.vigil.person.ErasureKind;
import org.vigil.person.PersonErasure;
import org.vigil.person.PersonIntake;
import org.vigil.person.PersonRetention;
import org.vigil.person.SomePerson;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.PersonReads;
import org.vigil.person.jobs.RetentionWork;
import org.vigil.security.Account;
import org.vigil.security.AreaService;
import org.vigil.security.EngineScope;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.testkit.Browser;
import org.vigil.testkit.BrowserTest;
import org.vigil.testkit.Databases;
import org.vigil.testkit.Look;
import org.vigil.testkit.Staff;

/** The review of records and their erasure in a real browser. */
@BrowserTest
class RetentionIT {

    @Autowired
    private Browser browser;

    @Autowired
    private IncidentIntake calls;

    @Autowired
    private PersonIntake intake;

    @Autowired
    private PersonRetention retention;

    @Autowired
    private PersonErasure erasure;

    @Autowired
    private RetentionWork night;

    @Autowired
    private PersonReads reads;

    @Autowired
    private LinkStore links;

    @Autowired
    private PeopleOfCalls peopleOfCalls;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Databases databases;

    @Autowired
    private Staff staff;

    @Autowired
    private AreaService areas;

    @Autowired
    private CurrentViewer viewers;

    @Autowired
    private Clock clock;

    private final String run = SomePerson.letters();
    private Account supervisor;
    private long old;
    private long held;
    private long certificate;

    @BeforeEach
    void a_man_long_unheard_of_one_on_hold_and_one_erased() {
        supervisor = staff.someone(Duty.SUPERVISOR);
        var folk = new Folk(calls, intake, links, transactions, databases, staff, areas);
        // So long ago that it is the first of the list, whatever other tests leave there.
        old = named(folk, "A", "1960-05-17", "1995-02-02T10:00:00Z");
        held = named(folk, "B", "1971-11-02", "1995-03-03T10:00:00Z");
        var erased = named(folk, "C", "1948-08-23", "1995-04-04T10:00:00Z");
        EngineScope.run(() -> night.run(clock.instant()));
        staff.as(supervisor, () -> retention.hold(held, version(held), "Disclosed in a civil claim; needed until it ends."));
        certificate = staff.as(supervisor, () -> erasure.erase(
                        erased, version(erased), ErasureKind.ERASED, "ERASE " + erased, "Clear period over, no risk left"))
                .id();
    }

    @Test
    void the_screens_are_clean_at_both_widths_in_light_and_dark() {
        for (var look : List.of(Look.DESK, Look.DESK_DARK, Look.PHONE, Look.PHONE_DARK)) {
            var page = browser.as(supervisor, look);
            var problems = Browser.problemsOf(page);
            page.navigate("people/retention");
            assertThat(page.locator("main h1")).hasText("Retention review");
            assertThat(page).hasTitle(Pattern.compile("Retention · Vigil$"));
            assertThat(row(page, "A" + run)).isVisible();
            check(page, "retention " + look);

            press(row(page, "A" + run), "Erase or anonymise");
            assertThat(page.getByLabel("Type ERASE " + old + " to confirm")).isVisible();
            check(page, "retention erase " + look);

            page.navigate("people/retention?show=HELD");
            assertThat(row(page, "B" + run)).containsText("Hold: Disclosed in a civil claim");
            check(page, "retention held " + look);

            page.navigate("people/retention?show=CERTIFICATES");
            assertThat(page.locator(".row").filter(having("E-" + certificate)).first()).isVisible();
            check(page, "retention certificates " + look);

            page.navigate("people/retention?certificate=" + certificate);
            assertThat(page.getByText("What remains, and why")).isVisible();
            check(page, "retention certificate " + look);

            page.navigate("people/" + old);
            assertThat(page.getByText("suspect in a domestic abuse call").first()).isVisible();
            check(page, "retention person " + look);
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void a_record_is_kept_with_a_reason_and_leaves_the_list() {
        var page = browser.as(supervisor, Look.DESK);
        page.navigate("people/retention");
        press(row(page, "A" + run), "Keep");
        page.getByLabel("Why the record is still needed").fill("Still lives with the victim");
        press(page.locator("main"), "Keep it");
        assertThat(row(page, "A" + run)).hasCount(0);
        org.assertj.core.api.Assertions.assertThat(reads.inFull(Viewer.engine(), old, clock.instant())
                        .orElseThrow()
                        .core()
                        .retention()
                        .basis())
                .startsWith("10 years after the review of");
    }

    @Test
    void an_erasure_must_be_typed_and_ends_at_its_certificate_which_can_be_printed() {
        var page = browser.as(supervisor, Look.DESK);
        page.addInitScript("window.print = () => { window.printed = true; }");
        page.navigate("people/retention");
        press(row(page, "A" + run), "Erase or anonymise");
        page.getByLabel(Pattern.compile("^Why, naming nobody")).fill("Clear period over");
        press(page.locator("main"), "Erase for good");
        assertThat(page.getByText("to confirm it.")).isVisible();
        page.getByLabel("Type ERASE " + old + " to confirm").fill("erase " + old);
        press(page.locator("main"), "Erase for good");

        assertThat(page.getByText("Certificate of erasure E-")).isVisible();
        assertThat(page.locator("main")).containsText("Parties of calls made anonymous");
        assertThat(page.locator("main")).not().containsText("Tam" + run);
        press(page.locator("main"), "Print");
        page.waitForFunction("window.printed === true");
        page.navigate("people/" + old);
        assertThat(page.locator("main h1")).hasText("Nothing here");
    }

    @Test
    void what_stands_in_the_way_is_said_before_anything_is_asked() {
        var page = browser.as(supervisor, Look.PHONE);
        page.navigate("people/" + old);
        press(page.locator("main"), "Change group");
        page.getByLabel("Why the record belongs there").fill("Wrongly lowered");
        page.locator(".in-place vaadin-select").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^Group 1"))).click();
        press(page.locator("main .in-place"), "Change the group");
        press(page.locator("main"), "Erase or anonymise");
        assertThat(page.locator(".in-place")).containsText("keeps a record until the person is of the age");
        Browser.assertAccessible(page);
    }

    private long named(Folk folk, String first, String birth, String received) {
        var reference = first + run;
        folk.call(
                Folk.flagged(reference, Instant.parse(received)).urban().with(new Party(
                        PartyRole.SUSPECT, reference, SomePerson.letters(), LocalDate.parse(birth), "M", null, null, List.of())),
                reference);
        peopleOfCalls.run(clock.instant());
        return links.of(SubjectType.INCIDENT, folk.id(reference)).getFirst().personId();
    }

    /** Decides what is left, so that the lists of the next test start empty. */
    @AfterEach
    void decide() {
        for (var id : List.of(old, held)) {
            reads.inFull(staff.as(supervisor, viewers::get), id, clock.instant()).ifPresent(left -> staff.as(supervisor, () -> {
                if (left.core().retention().holdReason() != null) {
                    retention.release(id, left.version(), "Over");
                }
                retention.keep(id, version(id), "Decided");
            }));
        }
    }

    private int version(long id) {
        return reads.inFull(Viewer.engine(), id, clock.instant()).orElseThrow().version();
    }

    private static Locator row(Page page, String name) {
        return page.locator(".row").filter(having(name));
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static void press(Locator within, String button) {
        within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + button + "($|:|,)")))
                .first()
                .press("Enter");
    }

    private static void check(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name.replace(' ', '-') + ".png")));
        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);
    }
}
