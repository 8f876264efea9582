package org.vigil.shared.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.testkit.Browser;
import org.vigil.testkit.BrowserTest;
import org.vigil.testkit.Look;

/** Lists that move by themselves must not take anything from under the user's hands. */
@BrowserTest
class LiveRowsIT {

    private static final List<String> HOSTILE = List.of(
            "<script>window.pwned=1</script>",
            "<img src=x onerror=window.pwned=1>",
            "\"><svg onload=window.pwned=1>",
            "javascript:window.pwned=1",
            "{{constructor.constructor('window.pwned=1')()}}",
            "</ul></vigil-rows><h1>Taken over</h1>",
            "\u202Etxt.exe");

    @Autowired
    private Browser browser;

    private Page page;

    @BeforeEach
    void open_a_page_with_an_empty_list() {
        page = browser.stranger(Look.DESK);
        PlainPage.open(page);
        page.waitForFunction("!!customElements.get('vigil-rows')");
        page.evaluate("""
                () => {
                  const box = document.createElement('div');
                  box.style = 'height:300px;overflow:auto;position:fixed;inset:0 0 auto 0;background:white;z-index:99';
                  const list = document.createElement('vigil-rows');
                  list.id = 'list';
                  list.label = 'Test rows';
                  list.emptyText = 'No rows yet.';
                  list.one = 'row';
                  list.many = 'rows';
                  list.setAttribute('opens', '');
                  window.heard = [];
                  for (const type of ['row-open', 'row-action']) {
                    list.addEventListener(type, (e) => window.heard.push(`${type} ${e.detail.id} ${e.detail.action ?? ''}`));
                  }
                  box.append(list);
                  document.body.append(box);
                }""");
    }

    @Test
    void focus_stays_on_its_row_while_others_come_go_and_move() {
        show(rows(1, 2, 3, 4));
        title("Row 3").focus();

        show(rows(9, 4, 3, 1));

        assertThat(title("Row 3")).isFocused();
        assertThat(titles()).containsExactly("Row 9", "Row 4", "Row 3", "Row 1");
    }

    @Test
    void focus_goes_to_the_next_row_when_its_own_vanishes() {
        show(rows(1, 2, 3));
        title("Row 2").focus();

        show(rows(1, 3));

        assertThat(title("Row 3")).isFocused();
    }

    @Test
    void focus_on_the_last_row_of_all_goes_to_the_words_that_say_why_the_list_is_empty() {
        show(rows(1));
        title("Row 1").focus();

        show(List.of());

        assertThat(page.getByText("No rows yet.")).isFocused();
    }

    @Test
    void what_is_on_screen_stays_in_place_when_rows_arrive_above() {
        show(rows(IntStream.rangeClosed(1, 40).toArray()));
        page.evaluate("document.getElementById('list').parentElement.scrollTop = 600");
        var before = topOf("Row 20");

        show(rows(IntStream.concat(IntStream.rangeClosed(90, 95), IntStream.rangeClosed(1, 40)).toArray()));

        assertThat(topOf("Row 20")).isCloseTo(before, org.assertj.core.data.Offset.offset(1.0));
    }

    @Test
    void a_list_below_the_fold_does_not_move_what_is_on_screen() {
        show(rows(IntStream.rangeClosed(1, 20).toArray()));
        page.evaluate("""
                () => {
                  const below = document.createElement('vigil-rows');
                  below.id = 'below';
                  below.label = 'Below';
                  const box = document.getElementById('list').parentElement;
                  box.append(below);
                  box.scrollTop = 100;
                }""");
        showIn("below", rows(101, 102, 103));
        var before = topOf("Row 5");

        showIn("below", rows(98, 99, 100, 101, 102, 103));

        assertThat(topOf("Row 5")).isCloseTo(before, org.assertj.core.data.Offset.offset(1.0));
    }

    @Test
    void a_row_that_leads_nowhere_is_words_and_not_a_button() {
        page.evaluate("document.getElementById('list').removeAttribute('opens')");
        show(List.of(Row.of(1, "Row 1"), Row.of(2, "Row 2").href("calls/2"), Row.of(3, "Row 3").action("ack", "Take it")));

        assertThat(page.locator("#list button.row-title")).hasCount(0);
        assertThat(page.locator("#list a.row-title")).hasText("Row 2");
        page.locator("#list .row-actions button").focus();
        show(rows(1));
        assertThat(page.locator("#list ul")).isFocused();

        page.evaluate("document.getElementById('list').setAttribute('opens', '')");
        assertThat(page.locator("#list button.row-title")).hasText("Row 1");
    }

    @Test
    void selected_text_stays_selected() {
        show(List.of(Row.of(1, "Row 1").line("call her before 15:00"), Row.of(2, "Row 2")));
        page.evaluate("""
                () => getSelection().selectAllChildren(document.querySelector('#list .row-line'))""");

        show(List.of(
                Row.of(3, "Row 3"),
                Row.of(1, "Row 1, renamed").line("call her before 15:00"),
                Row.of(2, "Row 2").line("more")));

        assertThat(page.evaluate("String(getSelection())")).isEqualTo("call her before 15:00");
    }

    @Test
    void a_row_that_changed_says_so_in_words_and_an_untouched_one_does_not() {
        show(List.of(Row.of(1, "Row 1").pill("raised", Tone.BAD), Row.of(2, "Row 2")));

        show(List.of(Row.of(1, "Row 1").pill("acknowledged", Tone.OK), Row.of(2, "Row 2"), Row.of(3, "Row 3")));

        assertThat(row("Row 1").getByText("changed", exactly())).isVisible();
        assertThat(row("Row 2").locator(".row-mark")).isHidden();
        assertThat(row("Row 3").getByText("new", exactly())).isVisible();
        assertThat(page.locator("#list [role=status]")).hasText("1 new row, 1 row changed");
    }

    @Test
    void arrows_and_letters_move_between_rows_and_enter_opens() {
        show(rows(1, 2, 3));
        title("Row 1").focus();

        page.keyboard().press("ArrowDown");
        page.keyboard().press("j");
        assertThat(title("Row 3")).isFocused();
        page.keyboard().press("k");
        page.keyboard().press("Enter");
        page.keyboard().press("Home");
        assertThat(title("Row 1")).isFocused();
        page.keyboard().press("End");
        assertThat(title("Row 3")).isFocused();

        assertThat(heard()).containsExactly("row-open 2 ");
    }

    @Test
    void a_press_on_a_button_is_an_action_and_not_an_opening() {
        show(List.of(Row.of(7, "Row 7").action("ack", "Acknowledge")));

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Acknowledge: Row 7")).click();

        assertThat(heard()).containsExactly("row-action 7 ack");
    }

    @Test
    void nothing_that_a_row_holds_becomes_markup() {
        var rows = new ArrayList<Row>();
        for (var text : HOSTILE) {
            rows.add(Row.of(text, text).lead(text).pill(text, Tone.BAD).line(text).badge(text, Tone.NEW)
                    .action(text, text));
        }
        show(rows);

        assertThat(titles()).containsExactlyElementsOf(HOSTILE);
        assertThat(page.locator("#list script, #list img, #list svg, #list h1").count()).isZero();
        assertThat(page.evaluate("window.pwned")).isNull();
    }

    @Test
    void a_clock_ticks_from_left_to_over_and_turns_red_by_itself() {
        page.clock().install();
        var now = Instant.ofEpochMilli(((Number) page.evaluate("Date.now()")).longValue());
        show(List.of(Row.of(1, "Row 1").tone(Tone.WARN).due(now.plusSeconds(90))));
        var clock = page.locator("#list vigil-clock");

        assertThat(clock).containsText("1 min left");
        page.clock().runFor(100_000);

        assertThat(clock).containsText("less than a minute over");
        assertThat(clock).hasClass(java.util.regex.Pattern.compile(".*tone-bad.*"));
    }

    @Test
    void a_list_reads_as_a_list_of_links_or_buttons() {
        show(rows(1, 2));

        assertThat(page.locator("#list").ariaSnapshot())
                .contains("list \"Test rows\"")
                .contains("listitem")
                .contains("\"Row 1\"");
        Browser.assertAccessible(page);
    }

    private static List<Row> rows(int... ids) {
        return IntStream.of(ids).mapToObj(id -> Row.of(id, "Row " + id).line("line of " + id)).toList();
    }

    private void show(List<Row> rows) {
        showIn("list", rows);
    }

    private void showIn(String id, List<Row> rows) {
        var list = new RowList("Test rows");
        list.setRows(rows);
        page.evaluate("([id, json]) => { document.getElementById(id).rowsJson = json; }", List.of(id, list.sentRows()));
    }

    private Locator title(String text) {
        return page.locator("#list .row-title").filter(new Locator.FilterOptions().setHasText(text));
    }

    private Locator row(String text) {
        return page.locator("#list .row").filter(new Locator.FilterOptions().setHasText(text));
    }

    private List<String> titles() {
        return page.locator("#list .row-title").allTextContents();
    }

    private double topOf(String text) {
        return ((Number) title(text).evaluate("e => e.getBoundingClientRect().top")).doubleValue();
    }

    @SuppressWarnings("unchecked")
    private List<String> heard() {
        return (List<String>) page.evaluate("window.heard");
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
