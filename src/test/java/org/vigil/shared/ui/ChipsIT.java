package org.vigil.shared.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.testkit.Browser;
import org.vigil.testkit.BrowserTest;
import org.vigil.testkit.Look;

/** Filters by keyboard: nothing is applied that was only passed over, and the focus is never lost. */
@BrowserTest
class ChipsIT {

    @Autowired
    private Browser browser;

    private Page page;

    @BeforeEach
    void open_a_page_with_two_filters() {
        page = browser.stranger(Look.DESK);
        PlainPage.open(page);
        page.waitForFunction("!!customElements.get('vigil-chips')");
        page.evaluate("""
                () => {
                  const chips = document.createElement('vigil-chips');
                  chips.filtersJson = JSON.stringify([
                    { name: 'state', label: 'State', choices: ['A', 'B', 'C'].map((value) => ({ value, label: value })) },
                    { name: 'mine', label: 'Mine', choices: [{ value: 'yes', label: 'Mine' }] },
                  ]);
                  window.sent = [];
                  const on = {};
                  chips.addEventListener('filter-change', (e) => {
                    window.sent.push(`${e.detail.name}=${e.detail.value}`);
                    on[e.detail.name] = e.detail.value;
                    chips.valuesJson = JSON.stringify(on);
                  });
                  document.querySelector('main').append(chips);
                }""");
    }

    @Test
    void an_arrow_key_passes_over_choices_and_enter_takes_the_one_it_stands_on() {
        var state = page.getByLabel("State");
        state.focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(sent()).isEmpty();

        page.keyboard().press("Enter");
        assertThat(sent()).containsExactly("state=B");
        assertThat(chip("State: B")).isVisible();
    }

    @Test
    void what_the_keys_stand_on_counts_when_the_field_is_left_and_not_after_escape() {
        var state = page.getByLabel("State");
        state.focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Escape");
        page.keyboard().press("Tab");
        assertThat(sent()).isEmpty();

        state.focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        assertThat(sent()).containsExactly("state=A");
    }

    @Test
    void what_is_chosen_with_the_pointer_counts_at_once() {
        page.getByLabel("State").selectOption("C");

        assertThat(sent()).containsExactly("state=C");
    }

    @Test
    void a_switch_hands_the_focus_to_its_chip_and_the_chip_hands_it_back() {
        var mine = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mine").setExact(true));
        mine.focus();
        page.keyboard().press("Enter");
        assertThat(chip("Mine")).isFocused();

        page.keyboard().press("Enter");
        assertThat(mine).isFocused();
        assertThat(sent()).containsExactly("mine=yes", "mine=");
    }

    private Locator chip(String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove filter " + words).setExact(true));
    }

    @SuppressWarnings("unchecked")
    private List<String> sent() {
        return (List<String>) page.evaluate("window.sent");
    }
}
