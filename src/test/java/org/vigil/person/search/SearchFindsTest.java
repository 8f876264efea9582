package org.vigil.person.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.person.PersonMeasure;
import org.vigil.db.Transactions;
import org.vigil.person.SomePerson;
import org.vigil.person.search.jobs.IndexUpkeep;
import org.vigil.shared.Duty;
import org.vigil.testkit.Databases;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

/** The right person, by whatever is said of them. */
@VigilTest
@SignedIn(Duty.RESPONSE)
class SearchFindsTest {

    @Autowired
    private SearchService search;

    @Autowired
    private PersonIndex index;

    @Autowired
    private IndexUpkeep upkeep;

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
    void of_hundreds_of_one_name_the_one_in_the_area_comes_first() {
        for (var one = 0; one < 120; one++) {
            known.as("Percival", family).keep();
        }
        var there = known.as("Percival", family).at("1 Far Row", "ZY3 4QX").keep();

        assertThat(ids("percival " + family + " ZY3").getFirst()).isEqualTo(there);
    }

    @Test
    void an_initial_finds_those_whose_name_begins_so_among_many() {
        for (var one = 0; one < 60; one++) {
            known.as("Bertram", family).keep();
        }
        var meant = known.as("Jocelyn", family).keep();

        assertThat(ids("J " + family).getFirst()).isEqualTo(meant);
        assertThat(ids(family + ", J.").getFirst()).isEqualTo(meant);
    }

    @Test
    void the_family_name_is_not_its_own_initial() {
        var initial = family.substring(0, 1);
        var meant = known.as(initial + "zygmunt", family).keep();
        var other = known.as("Xx", family).keep();

        var found = ids(initial + " " + family);

        assertThat(found).startsWith(meant).contains(other);
        assertThat(hit(initial + " " + family, other).reasons()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s mill lane", "rob %s mill lane", "mill lane %s", "%s mill ln"})
    void a_street_beside_a_name_tells_people_apart(String query) {
        for (var one = 0; one < 30; one++) {
            known.as("Robin", family).at(one + 1 + " Other Street", "ZY1 1AA").keep();
        }
        var meant = known.as("Robin", family).at("7 Mill Lane", "ZY1 1AB").keep();

        var first = search.search(query.formatted(family), 20).hits().getFirst();

        assertThat(first.personId()).isEqualTo(meant);
        assertThat(first.reasons()).contains("Street");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12 Heol %s", "12 The %s", "12 %s", "12 %s View Road"})
    void a_house_is_found_whatever_its_street_is_called(String line) {
        var place = "Q" + SomePerson.letters();
        var person = known.as("Gwen", family).at(line.formatted(place), "ZY2 2AA").keep();
        known.as("Gwyn", family).at(line.formatted(place).replace("12", "21"), "ZY2 2AA").keep();

        assertThat(ids(line.formatted(place)).getFirst()).isEqualTo(person);
        assertThat(hit(line.formatted(place), person).reasons()).contains("Address");
    }

    @Test
    void a_flat_in_a_named_block_is_found_by_the_block_and_by_the_house() {
        var street = "Q" + SomePerson.letters() + " Street";
        var person = known.as("Flora", family).at("Flat 2 Rose House, 14 " + street, "ZY5 5AA").keep();

        assertThat(ids("14 " + street)).contains(person);
        assertThat(ids("2 " + street)).contains(person);
    }

    @Test
    void a_street_is_found_though_it_is_misspelt() {
        var person = known.as("Spela", family).at("4 Quartermain" + family + " Road", "ZY6 6AA").keep();

        assertThat(ids("4 Quatermain" + family + " Road")).contains(person);
    }

    @Test
    void only_the_address_with_the_number_is_marked() {
        var person = known.as("Adda", family).at("14 Cuckoo Lane", "ZY7 7AA").at("41 Cuckoo Lane", "ZY7 7AB").keep();

        var marked = hit("41 Cuckoo Lane " + family, person).addresses().stream()
                .filter(address -> !address.marks().isEmpty())
                .map(MarkedText::text)
                .toList();

        assertThat(marked).containsExactly("41 Cuckoo Lane, ZY7 7AB");
    }

    @Test
    void whoever_is_called_twice_the_same_is_found_before_others() {
        known.as(family, "Khanzaad").keep();
        var twice = known.as(family, family).keep();

        assertThat(ids(family + " " + family).getFirst()).isEqualTo(twice);
        assertThat(hit(family + " " + family, twice).reasons()).hasSize(2);
    }

    @Test
    void a_maiden_name_held_alone_goes_with_the_given_name() {
        for (var one = 0; one < 60; one++) {
            known.as("Bertram", family).keep();
        }
        var person = known.as("Jacinta", "Married" + family).alsoAs("MAIDEN", "", family).keep();

        assertThat(ids("jacinta " + family).getFirst()).isEqualTo(person);
        assertThat(hit("jacinta " + family, person).reasons()).hasSize(2);
    }

    @Test
    void what_two_merged_records_say_counts_together() {
        for (var one = 0; one < 30; one++) {
            known.as("Merle", family).keep();
        }
        var stands = known.as("Merle", family).keep();
        var merged = known.as("Unknown", "Unknown").phone("07700 900888").born("1971-02-03").keep();
        known.merge(merged, stands);

        var first = search.search("merle " + family + " 3/2/1971", 20).hits().getFirst();

        assertThat(first.personId()).isEqualTo(stands);
        assertThat(first.reasons()).contains("Date of birth");
    }

    @Test
    void the_end_of_a_telephone_number_is_enough_beside_a_name_and_six_figures_alone() {
        for (var one = 0; one < 30; one++) {
            known.as("Tellan", family).phone("07700 90" + (1000 + one)).keep();
        }
        var person = known.as("Tellan", family).phone("07911 736218").keep();

        assertThat(ids("tellan " + family + " ends 218").getFirst()).isEqualTo(person);
        assertThat(ids("736218")).contains(person);
        var hit = hit("736218", person);
        assertThat(hit.reasons()).contains("End of a phone number");
        assertThat(hit.phones().getFirst().marks()).containsExactly(new MarkedText.Range(6, 12));
    }

    @Test
    void what_another_system_calls_its_record_and_the_key_of_a_person_find_them() {
        var reference = "RA-" + family.toUpperCase(java.util.Locale.UK) + "-77";
        var person = known.as("Externa", family).heldElsewhereAs(reference).keep();

        assertThat(ids(reference.toLowerCase(java.util.Locale.UK))).containsExactly(person);
        assertThat(ids("person " + person)).containsExactly(person);
    }

    @Test
    void the_day_of_birth_finds_whoever_has_another_name_by_now() {
        var person = known.as("Formerly", "Else" + family).born("1913-07-19").keep();

        var hit = hit("Qqwwx" + family + " 19/7/1913", person);

        assertThat(hit.reasons()).containsExactly("Date of birth; the name differs");
    }

    @Test
    void what_fits_only_nearly_is_said_and_not_marked() {
        var person = known.as("Una", family).born("1990-03-12").keep();

        var hit = hit("una " + family + " 12/3/1989", person);

        assertThat(hit.reasons()).contains("Date of birth, nearly");
        assertThat(hit.births().getFirst().marks()).isEmpty();
    }

    @Test
    void an_age_said_about_has_a_width() {
        var person = known.as("Agnes", family).born("1988-01-01").keep();

        assertThat(hit("agnes " + family + " about 35", person).reasons()).contains("Age");
    }

    @Test
    void an_e_mail_address_that_matched_is_shown() {
        var person = known.as("Emila", family).email(family + "@example.org").keep();

        assertThat(hit(family + "@example.org", person).emails()).containsExactly(MarkedText.whole(family + "@example.org"));
    }

    @Test
    void a_flag_that_is_still_to_be_set_is_in_the_row() {
        var person = known.as("Flavia", family).keep();
        known.change("INSERT INTO person_flag (person_id, system, what, reason, state, asked_at, asked_by)"
                + " SELECT ?, 'PNC', 'Domestic abuse marker', 'x', 'TO_SET', '2026-01-01', MIN(id) FROM account", person);
        known.follow(person);

        assertThat(hit("flavia " + family, person).measures())
                .containsExactly(new PersonMeasure("Flag to be chased", "PNC: Domestic abuse marker", false, false, null));
    }

    @Test
    void a_street_that_does_not_say_it_is_one_is_found_by_the_words_of_its_name() {
        var glan = "Gl" + SomePerson.letters();
        var afon = "Af" + SomePerson.letters();
        var person = known.as("Ifor", family).at("14 " + glan + "-yr-" + afon + " Terrace", "ZX1 1AA").keep();

        assertThat(ids(glan + " yr " + afon)).contains(person);
        assertThat(hit(glan + " yr " + afon, person).reasons()).contains("Street");
    }

    @Test
    void the_last_four_figures_of_a_telephone_number_find_it_where_nothing_else_has_them() {
        var person = known.as("Ifor", family).phone("07700 990317").keep();

        assertThat(ids("0317")).contains(person);
        assertThat(ids(family + " 0317").getFirst()).isEqualTo(person);
    }

    @Test
    void a_name_and_a_street_that_nobody_has_any_more_leave_the_index() throws Exception {
        var person = known.as("Erasmia", "Gone" + family).at("1 Gone" + family + " Street", "ZY8 8AA").keep();
        upkeep.run();
        known.change("UPDATE person_name SET state = 'WRONG' WHERE person_id = ?", person);
        known.change("UPDATE person_address SET state = 'WRONG' WHERE person_id = ?", person);
        known.follow(person);

        upkeep.run();

        assertThat(count("SELECT COUNT(*) FROM search_word WHERE word = 'gone" + family + "'")).isZero();
        assertThat(count("SELECT COUNT(*) FROM search_street WHERE street LIKE 'gone" + family + "%'")).isZero();
    }

    private List<Long> ids(String query) {
        return search.search(query, 20).hits().stream().map(SearchHit::personId).toList();
    }

    private SearchHit hit(String query, long person) {
        return search.search(query, 20).hits().stream()
                .filter(hit -> hit.personId() == person)
                .findFirst()
                .orElseThrow();
    }

    private int count(String sql) throws Exception {
        try (var owner = databases.asOwner(); var rows = owner.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
