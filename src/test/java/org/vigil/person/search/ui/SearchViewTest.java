package org.vigil.person.search.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteConfiguration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.Transactions;
import org.vigil.person.MarkerType;
import org.vigil.person.SomePerson;
import org.vigil.person.search.Known;
import org.vigil.person.search.PersonIndex;
import org.vigil.shared.Duty;
import org.vigil.testkit.Databases;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

/** What somebody sees who searches, and what of it the log keeps. */
@VigilTest
@SignedIn(Duty.RESPONSE)
class SearchViewTest extends SpringBrowserlessTest {

    @Autowired
    private PersonIndex index;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Databases databases;

    @Autowired
    private TestClock clock;

    private final String family = SomePerson.letters();
    private Known known;

    @BeforeEach
    void a_day_in_march() {
        clock.pin("2026-03-03T12:00:00Z");
        known = new Known(databases, index, transactions);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void before_anything_is_typed_it_says_what_can_be() {
        open();

        assertThat($(H1.class).single().getText()).isEqualTo("Search");
        assertThat(screen()).contains("What you can type", "PR7 4QX", "a call’s, a PNC");
    }

    @Test
    void a_row_says_who_it_is_how_old_why_it_was_found_and_leads_to_the_person() {
        var person = known.as("Robert", family).alsoAs("ALIAS", "Vince", family + "sson").born("1984-03-12")
                .at("14 Cuckoo Lane", "PR7 4QX").keep();
        known.warn(person, MarkerType.WEAPONS);
        open();

        type("bob " + family + " 12/3/84");

        soon("\"href\":\"people/" + person + "\"");
        assertThat(screen()).contains(
                "\"hits\":[{\"id\":\"person-" + person + "\"", "12 Mar 1984", "41 years old", "Found by: Robert is another form of “bob”", "Date of birth",
                "14 Cuckoo Lane, PR7 4QX", "⚠ Weapons", "\"marks\":[{\"from\":0");
    }

    @Test
    void what_is_restricted_shows_only_that_it_is_whom_to_ask_and_where_it_can_be_opened_with_a_reason() {
        var person = known.as("Ottoline", family).born("1980-01-01").restricted("RESTRICTED").keep();
        open();

        type("ottoline " + family + " 31/02/1984");

        soon("Restricted: ask ");
        assertThat(screen()).doesNotContain("1980", "Ottoline");
        assertThat(screen()).contains("Cannot wait? Open with a reason", "people/" + person, "There is no day");
    }

    @Test
    void a_restricted_row_leads_to_the_page_that_says_whom_to_ask() {
        var person = known.as("Osric", family).restricted("RESTRICTED").keep();
        known.warn(person, MarkerType.WEAPONS);
        open();

        type("osric " + family);

        soon("\"id\":\"restricted-" + person + "\",\"href\":\"people/" + person + "\"");
        assertThat(screen()).doesNotContain("found as well");
    }

    @Test
    void what_was_read_besides_a_name_is_said_in_one_line() {
        known.as("Unity", family).born("1990-05-05").keep();
        open();

        type("unity " + family);
        soon("Unity");
        assertThat(screen()).doesNotContain("Understood as");
        type("unity " + family + " 35");

        soon("Understood as: name “unity " + family + "”, age “35”");
    }

    @Test
    void printed_results_are_logged_with_everybody_on_the_paper() {
        var person = known.as("Primrose", family).keep();
        open();
        type("primrose " + family);
        soon("people/" + person);

        test($(Button.class).withText("Print").single()).click();

        assertThat(count("SELECT COUNT(*) FROM audit_entry e JOIN audit_shown s ON s.entry_id = e.id"
                + " WHERE e.action = 'PRINT' AND s.subject_type = 'PERSON' AND s.subject_id = " + person)).isEqualTo(1);
    }

    @Test
    void whoever_may_search_may_open_what_is_found() {
        var search = Set.of(SearchView.class.getAnnotation(RolesAllowed.class).value());

        assertThat(Set.of(rolesOf("people/1"))).isEqualTo(search);
    }

    private static String[] rolesOf(String path) {
        return RouteConfiguration.forApplicationScope()
                .getRoute(path)
                .orElseThrow()
                .getAnnotation(RolesAllowed.class)
                .value();
    }

    @Test
    void nothing_found_says_what_was_understood_and_what_to_try() {
        open();

        type("zzyx" + family + " 1984 07911 123457");

        soon("Nothing found");
        assertThat(screen()).contains("name “zzyx" + family + "”", "born “1984”", "phone 07911123457", "another spelling");
    }

    @Test
    void fifty_are_shown_at_most_and_it_says_that_there_are_more() {
        for (var one = 0; one < 52; one++) {
            known.as("Nils", family).keep();
        }
        open();

        type("nils " + family);

        soon("The first 50 results");
        assertThat(screen()).contains("Only the likeliest 50 are shown");
    }

    @Test
    void a_settled_search_is_one_entry_with_its_purpose_which_is_asked_once_a_session() {
        var person = known.as("Isolde", family).keep();
        open();
        test($(Button.class).withText("Safeguarding").single()).click();
        type("isolde");
        type("isolde " + family);
        soon("people/" + person);
        assertThat(shown(person)).isZero();

        settle("isolde " + family);
        settle("isolde " + family);

        assertThat(shown(person)).isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM audit_entry e JOIN audit_shown s ON s.entry_id = e.id"
                + " WHERE e.purpose = 'Safeguarding' AND s.subject_type = 'PERSON' AND s.subject_id = " + person)).isEqualTo(1);
        open();
        assertThat($(Button.class).withText("Safeguarding").all()).isEmpty();
        assertThat($(PurposeBar.class).single().getElement().getTextRecursively()).contains("Searching for: Safeguarding");
    }

    @Test
    void what_was_shown_is_logged_at_the_latest_when_one_leaves() {
        var person = known.as("Tristan", family).keep();
        open();
        type("tristan " + family);
        soon("people/" + person);

        UI.getCurrent().navigate("calls");

        assertThat(shown(person)).isEqualTo(1);
    }

    @Test
    void another_purpose_is_given_in_a_word() {
        open();
        test($(Button.class).withText("Other").single()).click();
        test($(TextField.class).single()).setValue("Missing person");
        test($(Button.class).withText("Use this purpose").single()).click();

        assertThat($(PurposeBar.class).single().getElement().getTextRecursively())
                .contains("Searching for: Other: Missing person");
    }

    @Test
    void a_reference_of_a_call_opens_the_call() {
        var reference = "CAD-88-" + family.toUpperCase(java.util.Locale.UK);
        known.change("INSERT INTO incident (source, reference, changed_at, taken_in_at, content_hash, received_at,"
                + " domestic_abuse, flagged, flag_removed, lowered, times_impossible) VALUES ('SEARCH', ?, '2026-01-01',"
                + " '2026-01-01', 'x', '2026-01-01', TRUE, TRUE, FALSE, FALSE, FALSE)", reference);
        open();

        type(reference.toLowerCase(java.util.Locale.UK));

        soon("\"href\":\"calls/" + count("SELECT id FROM incident WHERE reference = '" + reference + "'") + "\"");
    }

    private void open() {
        UI.getCurrent().navigate("calls");
        UI.getCurrent().navigate("search");
    }

    private void type(String text) {
        var field = $(SearchField.class).single();
        ComponentUtil.fireEvent(field, new SearchField.Typed(field, true, text));
    }

    private void settle(String text) {
        var field = $(SearchField.class).single();
        ComponentUtil.fireEvent(field, new SearchField.Settled(field, true, text));
    }

    private void soon(String words) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            roundTrip();
            assertThat(screen()).contains(words);
        });
    }

    private String screen() {
        return String.valueOf($(FoundList.class).single().getElement().getProperty("screenJson"));
    }

    private int shown(long person) {
        return count("SELECT COUNT(*) FROM audit_shown WHERE subject_type = 'PERSON' AND subject_id = " + person);
    }

    private int count(String query) {
        try (var connection = databases.asOwner(); var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        } catch (java.sql.SQLException problem) {
            throw new AssertionError(problem);
        }
    }
}
