package org.vigil.person.search.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.Transactions;
import org.vigil.person.MarkerType;
import org.vigil.person.SomePerson;
import org.vigil.person.search.Known;
import org.vigil.person.search.PersonIndex;
import org.vigil.testkit.Browser;
import org.vigil.testkit.BrowserTest;
import org.vigil.testkit.Databases;
import org.vigil.testkit.Look;

/** A half-heard name, typed in a real browser. */
@BrowserTest
class SearchIT {

    private static final String LABEL = "Search people, addresses, numbers and references";

    @Autowired
    private Browser browser;

    @Autowired
    private PersonIndex index;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Databases databases;

    private final String family = "Kowal" + SomePerson.letters();
    private Known known;

    @BeforeEach
    void somebody() {
        known = new Known(databases, index, transactions);
    }

    static Stream<Look> looks() {
        return Stream.of(Look.DESK, Look.DESK_DARK, Look.PHONE, Look.PHONE_DARK);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void it_is_accessible_and_fits_empty_full_and_in_vain(Look look) {
        var person = known.as("Robert", family).alsoAs("ALIAS", "Bob", family + "-Smythe-Featherstonehaugh").born("1984-03-12")
                .at("14 Cuckoo Lane", "PR7 4QX").phone("07700 900451").pnc("1999/0456789L").keep();
        for (var marker : List.of(MarkerType.WEAPONS, MarkerType.DOGS, MarkerType.DA_PERPETRATOR)) {
            known.warn(person, marker);
        }
        known.as("Roberta", family).born("1991-11-02").at("2 Mill Lane", "PR7 4QX").keep();
        known.as("Rupert", family).restricted("RESTRICTED").keep();
        var page = browser.as("supervisor", look);
        var problems = Browser.problemsOf(page);
        page.navigate("search");
        assertThat(page.getByText("Who or what are you looking for?")).isVisible();
        assertThat(page.getByLabel(LABEL)).isFocused();
        check(page, "search-start", look);

        page.keyboard().type("bob " + family.toLowerCase(java.util.Locale.UK) + " PR7 4QX");
        assertThat(page.locator(".hit mark").first()).isVisible();
        assertThat(page.locator("vigil-found [role=status]")).containsText("result");
        check(page, "search-found", look);

        page.getByLabel(LABEL).fill("qqzzxx 1984 07911123457");
        assertThat(page.getByText("Understood as")).isVisible();
        check(page, "search-nothing", look);
        assertThat(problems).isEmpty();
    }

    @Test
    void what_was_half_heard_is_found_while_typing_and_opened_from_the_keyboard() {
        var person = known.as("Jan", family).born("1990-05-05").keep();
        var page = browser.as("supervisor");
        page.keyboard().press("/");
        assertThat(page.getByLabel(LABEL)).isFocused();

        page.keyboard().type(family.toLowerCase(java.util.Locale.UK).replace("kowal", "koval") + " jan");
        assertThat(hit(page, "Jan " + family)).isVisible();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".hit-title").first()).isFocused();
        page.keyboard().press("ArrowUp");
        assertThat(page.getByLabel(LABEL)).isFocused();
        page.keyboard().press("Enter");

        page.waitForURL(Pattern.compile(".*/people/" + person + "$"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void what_is_restricted_is_said_above_the_rows_and_leads_to_whom_to_ask(Look look) {
        var hidden = known.as("Rupert", family).restricted("RESTRICTED").keep();
        known.as("Rupert", family).born("1984-03-12").at("14 Cuckoo Lane", "PR7 4QX").email("rupert@example.org").keep();
        known.as("Rupert", family).born("1991-11-02").at("2 Mill Lane", "PR7 4QX").keep();
        var page = browser.as("response", look);
        page.navigate("search");

        page.getByLabel(LABEL).fill("rupert " + family + " about 41 31/02/1984");

        var status = page.locator("vigil-found [role=status]");
        assertThat(status).containsText("Something restricted was found as well");
        assertThat(status).containsText("There is no day");
        assertThat(page.locator(".found-understood")).containsText("age “about 41”");
        assertThat(page.locator(".hit-title").first()).hasAttribute("aria-describedby", Pattern.compile("about-person-.*"));
        check(page, "search-restricted", look);
        page.getByText("Cannot wait? Open with a reason").click();

        page.waitForURL(Pattern.compile(".*/people/" + hidden + "$"));
        assertThat(page.getByText("It cannot wait?")).isVisible();
    }

    @Test
    void enter_waits_for_the_results_of_what_was_typed_last() {
        known.as("Adam", family).keep();
        var eve = known.as("Evelyn", family).keep();
        var page = browser.as("supervisor");
        page.navigate("search");
        page.getByLabel(LABEL).fill("adam " + family);
        assertThat(hit(page, "Adam " + family)).isVisible();

        page.getByLabel(LABEL).fill("evelyn " + family);
        page.keyboard().press("Enter");

        page.waitForURL(Pattern.compile(".*/people/" + eve + "$"));
    }

    @Test
    void a_name_with_markup_is_text() {
        known.as("<img src=x onerror=\"window.hit=1\">", family).keep();
        var page = browser.as("supervisor");
        page.navigate("search");

        page.getByLabel(LABEL).fill(family);

        assertThat(page.locator(".hit-title").first()).containsText("<img src=x onerror=\"window.hit=1\">");
        assertThat(page.locator(".hit img")).hasCount(0);
        assertThat(page.evaluate("window.hit")).isNull();
    }

    @Test
    void on_a_telephone_it_is_one_tap_away() {
        var page = browser.as("response", Look.PHONE);

        page.locator("nav.side").getByText("Search").click();

        assertThat(page.getByLabel(LABEL)).isFocused();
        var low = page.evaluate("() => [...document.querySelectorAll('.purpose-chip, vigil-search input')]"
                + ".filter((each) => each.getBoundingClientRect().height < 44).length");
        assertThat(low).isEqualTo(0);
    }

    private static Locator hit(Page page, String name) {
        return page.locator(".hit-title").filter(new Locator.FilterOptions().setHasText(name)).first();
    }

    private static void check(Page page, String name, Look look) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "pictures", name + "-" + look.width() + (look.dark() ? "-dark" : "") + ".png")));
        Browser.assertAccessible(page);
        Browser.assertNoSidewaysScroll(page);
    }
}
