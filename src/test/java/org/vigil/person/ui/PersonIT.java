package org.vigil.person.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.Transactions;
import org.vigil.incident.IncidentIntake;
import org.vigil.person.ExternalKind;
import org.vigil.person.FlagSystem;
import org.vigil.person.IdentifierScheme;
import org.vigil.person.MarkerType;
import org.vigil.person.NameKind;
import org.vigil.person.NewExternalRecord;
import org.vigil.person.NewFlag;
import org.vigil.person.NewMarker;
import org.vigil.person.NewRelationship;
import org.vigil.person.OwnRecord;
import org.vigil.person.PersonAccess;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.PersonEdits;
import org.vigil.person.PersonFlags;
import org.vigil.person.PersonIntake;
import org.vigil.person.PersonPart;
import org.vigil.person.PersonPhotographs;
import org.vigil.person.RelationshipKind;
import org.vigil.person.Restriction;
import org.vigil.person.SomePerson;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.MatchStore;
import org.vigil.person.data.PersonReads;
import org.vigil.security.Account;
import org.vigil.security.AreaService;
import org.vigil.shared.Duty;
import org.vigil.shared.Viewer;
import org.vigil.testkit.Browser;
import org.vigil.testkit.BrowserTest;
import org.vigil.testkit.Databases;
import org.vigil.testkit.Look;
import org.vigil.testkit.Staff;

/** A person's page and the queue of duplicates in a real browser. */
@BrowserTest
class PersonIT {

    @Autowired
    private Browser browser;

    @Autowired
    private IncidentIntake calls;

    @Autowired
    private PersonIntake intake;

    @Autowired
    private PersonEdits edits;

    @Autowired
    private PersonAccess access;

    @Autowired
    private OwnRecord ownRecord;

    @Autowired
    private PersonPhotographs photographs;

    @Autowired
    private PersonFlags flags;

    @Autowired
    private PersonReads reads;

    @Autowired
    private LinkStore links;

    @Autowired
    private MatchStore queue;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Databases databases;

    @Autowired
    private Staff staff;

    @Autowired
    private AreaService areas;

    @Autowired
    private Clock clock;

    private final String run = SomePerson.letters();
    /** Of his own, so that he is nobody whom another of these tests made. */
    private final String birthday =
            LocalDate.of(1950, 1, 1).plusDays(Math.floorMod(run.hashCode(), 18_000)).toString();
    private Account officer;
    private Folk folk;
    private long ben;
    private long pair;

    @BeforeEach
    void a_man_with_a_story() {
        officer = staff.someone(Duty.SUPERVISOR);
        folk = new Folk(calls, intake, links, transactions, databases, staff, areas);
        var now = clock.instant();
        var him = SomePerson.called("Ben" + run, "Hale" + run).born(birthday).at("14 Ashby" + run + " Road", "PR1 2AB");
        var her = SomePerson.called("Ada" + run, "Moss" + run).born(SomePerson.day().toString());
        var people = folk.call(Folk.flagged("C1" + run, now.minus(Duration.ofDays(400))).urban(), "C1" + run,
                new Folk.Part("SUSPECT", him), new Folk.Part("VICTIM", her));
        folk.call(Folk.flagged("C2" + run, now.minus(Duration.ofDays(3))).urban()
                        .with(org.vigil.incident.PartyRole.SUSPECT, "Ben" + run, "Hale" + run), "C2" + run,
                new Folk.Part("SUSPECT", him));
        ben = people.getFirst();
        staff.as(officer, () -> tell(people.getLast()));
        pair = folk.twins(run, queue).pair();
    }

    @Test
    void both_screens_are_clean_at_both_widths_in_light_and_dark() {
        for (var look : List.of(Look.DESK, Look.DESK_DARK, Look.PHONE, Look.PHONE_DARK)) {
            var page = browser.as(officer, look);
            var problems = Browser.problemsOf(page);
            page.navigate("people/" + ben);
            assertThat(page.locator(".person-history .row").first()).isVisible();
            picture(page, "person " + look);
            Browser.assertAccessible(page);
            Browser.assertNoSidewaysScroll(page);
            page.navigate("people/duplicates?pair=" + pair);
            assertThat(page.locator(".pair")).isVisible();
            picture(page, "pair " + look);
            Browser.assertAccessible(page);
            Browser.assertNoSidewaysScroll(page);
            page.navigate("people/duplicates");
            assertThat(page.locator("main h1")).hasText("Possible duplicates");
            picture(page, "duplicates " + look);
            Browser.assertAccessible(page);
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void who_may_see_it_entering_by_hand_and_the_parties_of_a_call_are_clean_at_both_widths_in_light_and_dark() {
        var colleague = staff.someone(Duty.RESPONSE);
        var curious = staff.someone(Duty.NPT);
        staff.as(officer, () -> {
            access.limit(ben, version(ben), new Limits(
                    Restriction.RESTRICTED, "He stalks an officer of this force", Duty.MARAC, officer.id()));
            access.give(ben, colleague.id(), "Investigates the stalking");
            photographs.add(ben, version(ben), picture(), LocalDate.of(2024, 1, 2), "Custody record 12/24");
            ownRecord.say(staff.someone(Duty.CALLS).id(), ben);
        });
        staff.as(curious, () -> access.breakGlass(ben, "He stands at the door of the station with a knife"));
        var call = folk.id("C2" + run);
        for (var look : List.of(Look.DESK, Look.DESK_DARK, Look.PHONE, Look.PHONE_DARK)) {
            var page = browser.as(officer, look);
            var problems = Browser.problemsOf(page);
            page.navigate("people/" + ben);
            assertThat(page.locator(".person-photograph img")).isVisible();
            page.waitForFunction("document.querySelector('.person-photograph img').naturalWidth === 60");
            button(page, "Change who may see this").click();
            assertThat(page.getByLabel("Who may see this?")).isVisible();
            picture(page, "access " + look);
            Browser.assertAccessible(page);
            Browser.assertNoSidewaysScroll(page);
            button(page, "This is the same person as…").click();
            page.getByLabel("The other record").fill("Ada" + run);
            page.getByLabel("The other record").press("Enter");
            assertThat(page.getByText("Found: choose one")).isVisible();
            picture(page, "merge-by-hand " + look);
            Browser.assertAccessible(page);

            page.navigate("people/new");
            page.getByLabel("Given names").fill("Ada" + run);
            page.getByLabel("Family name").fill("Moss" + run);
            page.getByLabel("Year, if known").fill("1992");
            page.getByLabel("Why they are entered").fill("She is at the desk");
            button(page, "Look whether they are held").click();
            assertThat(page.getByText("Is it one of these?")).isVisible();
            picture(page, "new-person " + look);
            Browser.assertAccessible(page);
            Browser.assertNoSidewaysScroll(page);

            page.navigate("calls/" + call);
            assertThat(page.locator("main h1")).containsText("C2" + run);
            picture(page, "call-parties " + look);
            Browser.assertNoSidewaysScroll(page);
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void an_alias_is_added_and_ended_with_the_keyboard_alone() {
        var page = browser.as(officer, Look.DESK);
        page.navigate("people/" + ben);
        button(page, "Add name").press("Enter");
        var given = page.getByLabel("Given names");
        assertThat(given).isFocused();
        page.keyboard().type("Slim");
        button(page, "Add").press("Enter");
        var row = page.locator(".row").filter(new Locator.FilterOptions().setHasText("Slim")).first();
        assertThat(row).isVisible();

        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^End"))).press("Enter");
        page.getByLabel("Why").fill("Somebody else's");
        Browser.assertAccessible(page);
        button(page, "End it").press("Enter");
        assertThat(row.locator(".pill")).hasText("former");
    }

    @Test
    void a_filter_that_is_on_stands_in_the_address_and_names_are_never_markup() {
        var hostile = "<img src=x onerror=window.pwned=1>";
        staff.as(officer, () -> edits.add(ben, version(ben), new PersonPart.Name(NameKind.LEGAL, hostile, "</h1><b>x</b>")));
        var page = browser.as(officer, Look.PHONE);
        page.navigate("people/" + ben + "?partner=yes");

        assertThat(page.locator(".person-history .row")).hasCount(1);
        assertThat(page.locator("main h1")).containsText("<img src=x");
        assertThat(page.evaluate("window.pwned")).isNull();
        assertThat(page.locator("main img, main b").count()).isZero();
        Browser.assertNoSidewaysScroll(page);
    }

    @Test
    void paper_has_the_marking_the_time_and_the_name_and_no_buttons() {
        var page = browser.as(officer, Look.DESK);
        page.addInitScript("window.print = () => { window.printed = true; }");
        page.navigate("people/" + ben);
        button(page, "Print").press("Enter");
        page.waitForFunction("window.printed === true");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.getByText("Printed by " + officer.displayName())).isVisible();
        assertThat(page.locator(".marking")).containsText("OFFICIAL-SENSITIVE");
        assertThat(button(page, "Add name")).isHidden();
        picture(page, "paper");
        assertThat(printed()).isEqualTo("1");

        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.SCREEN));
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> "2".equals(printed()));
    }

    private static byte[] picture() {
        var bytes = new java.io.ByteArrayOutputStream();
        try {
            var drawn = new java.awt.image.BufferedImage(60, 80, java.awt.image.BufferedImage.TYPE_INT_RGB);
            javax.imageio.ImageIO.write(drawn, "png", bytes);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private String printed() {
        return folk.value("SELECT COUNT(*) FROM audit_entry WHERE action = 'PRINT' AND subject_type = 'PERSON'"
                + " AND subject_id = " + ben);
    }

    private void tell(long former) {
        var today = LocalDate.now(clock);
        flags.mark(ben, version(ben), new NewMarker(MarkerType.WEAPONS, "Carries a lock knife", today, today.plusMonths(6)));
        flags.mark(ben, version(ben), new NewMarker(MarkerType.DOGS, "Bull terrier in the yard", today, today.plusMonths(6)));
        flags.mark(ben, version(ben), new NewMarker(MarkerType.CHILDREN, "Two under ten", today, today.plusMonths(6)));
        flags.ask(ben, version(ben), new NewFlag(FlagSystem.PNC, "Warning: weapons", "Knife seen at the last call"));
        edits.add(ben, version(ben), new PersonPart.Identifier(IdentifierScheme.PNC, "18/123456A"));
        edits.relate(ben, version(ben), new NewRelationship(former, RelationshipKind.FORMER_PARTNER, null, null, "Until 2025"));
        edits.external(ben, version(ben), new NewExternalRecord(
                ExternalKind.CONVICTION, "PNC", "12/" + run, LocalDate.of(2019, 4, 5), "Assault by beating"));
    }

    private int version(long id) {
        return reads.inFull(Viewer.engine(), id, clock.instant()).orElseThrow().version();
    }

    private static Locator button(Page page, String name) {
        return page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name.replace(' ', '-') + ".png")));
    }
}
