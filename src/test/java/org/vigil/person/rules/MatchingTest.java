package org.vigil.person.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigil.person.BirthDate;
import org.vigil.person.IdentifierScheme;
import org.vigil.person.NameKind;
import org.vigil.person.PersonPart;
import org.vigil.person.Sex;
import org.vigil.person.rules.Matching.Verdict;

/** Every pair among a hundred thousand people, where a name is as common as its share says. */
class MatchingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Matching matching = new Matching(new EvenShares(100_000), TODAY);

    @Test
    void the_same_name_birthday_and_home_are_one_person() {
        assertThat(verdict(
                        aPerson("Tamsin", "Penhaligon", "1990-05-17").at("4 Mill Lane", "PR1 2AB"),
                        aPerson("Tamsin", "Penhaligan", "1990-05-17").at("4 Mill Ln", "PR1 2AB")))
                .isEqualTo(Verdict.CERTAIN);
    }

    @Test
    void a_nickname_with_the_birthday_and_home_is_one_person() {
        assertThat(verdict(
                        aPerson("Robert", "Ashworth", "1990-05-17").at("4 Mill Lane", "PR1 2AB"),
                        aPerson("Bob", "Ashworth", "1990-05-17").at("4 Mill Lane", "PR1 2AB")))
                .isEqualTo(Verdict.CERTAIN);
    }

    @Test
    void names_in_the_wrong_order_are_one_person() {
        assertThat(verdict(
                        aPerson("Nguyen", "Thi", "1990-05-17").at("4 Mill Lane", "PR1 2AB"),
                        aPerson("Thi", "Nguyen", "1990-05-17").at("4 Mill Lane", "PR1 2AB")))
                .isEqualTo(Verdict.CERTAIN);
    }

    @Test
    void day_and_month_exchanged_are_the_same_birthday_nearly() {
        assertThat(verdict(
                        aPerson("Tamsin", "Penhaligon", "1990-05-07").at("4 Mill Lane", "PR1 2AB"),
                        aPerson("Tamsin", "Penhaligon", "1990-07-05").at("4 Mill Lane", "PR1 2AB")))
                .isEqualTo(Verdict.CERTAIN);
    }

    @Test
    void a_name_alone_is_not_one_person() {
        assertThat(verdict(aPerson("John", "Smith", null), aPerson("John", "Smith", null))).isEqualTo(Verdict.DIFFERENT);
    }

    @Test
    void a_rare_name_alone_is_put_to_an_officer_however_few_are_held() {
        var few = new Matching(new EvenShares(200), TODAY);
        var name = aPerson("Tamsin", "Penhaligon", null).evidence();
        assertThat(few.compare(name, name).verdict()).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void a_given_name_and_a_birthday_with_another_family_name_are_put_to_an_officer_however_few_are_held() {
        var few = new Matching(new EvenShares(200), TODAY);
        var before = aPerson("Tamsin", "Penhaligon", "1990-05-17");
        var after = aPerson("Tamsin", "Rowe", "1990-05-17");
        assertThat(few.compare(before.evidence(), after.evidence()).verdict()).isEqualTo(Verdict.LIKELY);
        before.ringing("07700 900123");
        after.ringing("07700 900123");
        assertThat(few.compare(before.evidence(), after.evidence()).verdict()).isEqualTo(Verdict.CERTAIN);
    }

    @Test
    void twins_are_never_joined() {
        var one = aPerson("Aisha", "Rahman", "2012-05-17").at("4 Mill Lane", "PR1 2AB").ringing("07700 900123");
        var other = aPerson("Maryam", "Rahman", "2012-05-17").at("4 Mill Lane", "PR1 2AB").ringing("07700 900123");
        assertThat(verdict(one, other)).isNotEqualTo(Verdict.CERTAIN);
    }

    @Test
    void a_father_and_a_son_of_one_name_and_home_are_never_joined() {
        var father = aPerson("Patrick", "Doherty", "1962-03-04").at("4 Mill Lane", "PR1 2AB");
        var son = aPerson("Patrick", "Doherty", "1989-09-21").at("4 Mill Lane", "PR1 2AB");
        assertThat(verdict(father, son)).isNotEqualTo(Verdict.CERTAIN);
    }

    @Test
    void partners_of_one_home_and_telephone_are_two_people() {
        var one = aPerson("Grace", "Okafor", "1988-03-04").at("4 Mill Lane", "PR1 2AB").ringing("07700 900123");
        var other = aPerson("Daniel", "Okafor", "1985-11-30").at("4 Mill Lane", "PR1 2AB").ringing("07700 900123");
        assertThat(verdict(one, other)).isNotEqualTo(Verdict.CERTAIN);
    }

    @Test
    void two_pnc_numbers_are_never_joined_and_one_is_enough_with_the_name() {
        var one = aPerson("Tamsin", "Penhaligon", "1990-05-17").at("4 Mill Lane", "PR1 2AB").pnc("99/12345X");
        var other = aPerson("Tamsin", "Penhaligon", "1990-05-17").at("4 Mill Lane", "PR1 2AB").pnc("01/54321Y");
        assertThat(verdict(one, other)).isNotEqualTo(Verdict.CERTAIN);
        assertThat(verdict(aPerson("T", "Trelawney", null).pnc("99/12345X"), one)).isEqualTo(Verdict.CERTAIN);
    }

    @Test
    void a_number_typed_against_the_wrong_one_of_two_joins_nobody() {
        var victim = aPerson("Grace", "Okafor", null).ringing("07700 900123").pnc("99/12345X");
        var suspect = aPerson("Daniel", "Okafor", "1985-11-30").ringing("07700 900123").pnc("99/12345X");
        assertThat(verdict(victim, suspect)).isEqualTo(Verdict.LIKELY);
        assertThat(verdict(aPerson("Grace", "Okafor", "1985-11-30").pnc("99/12345X"),
                aPerson("Grace", "Okafor", "1962-03-04").pnc("99/12345X"))).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void two_numbers_for_life_that_differ_are_stronger_than_one_that_agrees() {
        var one = aPerson("Tamsin", "Penhaligon", "1990-05-17").pnc("99/12345X").known(IdentifierScheme.CRO, "1/99A");
        var other = aPerson("Tamsin", "Penhaligon", "1990-05-17").pnc("01/54321Y").known(IdentifierScheme.CRO, "1/99A");
        assertThat(verdict(one, other)).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void a_number_that_each_system_gives_anew_joins_nobody_by_itself() {
        for (var scheme : List.of(IdentifierScheme.LOCAL, IdentifierScheme.CUSTODY)) {
            assertThat(verdict(aPerson("Tamsin", null, null).known(scheme, "4711"),
                    aPerson("Tamsin", "Penhaligon", "1990-05-17").known(scheme, "4711"))).isNotEqualTo(Verdict.CERTAIN);
        }
    }

    @Test
    void a_father_and_a_son_of_one_name_home_and_landline_are_never_joined() {
        var father = aPerson("Patrick", "Doherty", "1962-03-04").at("4 Mill Lane", "PR1 2AB").ringing("01772 900123");
        var son = aPerson("Patrick", "Doherty", "1989-09-21").at("4 Mill Lane", "PR1 2AB").ringing("01772 900123");
        assertThat(verdict(father, son)).isNotEqualTo(Verdict.CERTAIN);
    }

    @Test
    void grown_twins_who_live_at_home_are_never_joined() {
        var one = aPerson("Aisha", "Rahman", "1999-05-17").at("4 Mill Lane", "PR1 2AB").ringing("01772 900123");
        var other = aPerson("Maryam", "Rahman", "1999-05-17").at("4 Mill Lane", "PR1 2AB").ringing("01772 900123");
        assertThat(verdict(one, other)).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void two_of_one_birthday_and_home_with_numbers_of_their_own_are_put_to_an_officer_at_any_age() {
        var one = aPerson("Aisha", "Rahman", "1979-05-17").at("4 Mill Lane", "PR1 2AB").ringing("07700 900123");
        var other = aPerson("Maryam", "Rahman", "1979-05-17").at("4 Mill Lane", "PR1 2AB").ringing("07700 900456");
        assertThat(verdict(one, other)).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void a_child_without_a_given_name_may_be_either_twin() {
        var nameless = aPerson(null, "Rahman", "2012-05-17").at("4 Mill Lane", "PR1 2AB");
        var twin = aPerson("Aisha", "Rahman", "2012-05-17").at("4 Mill Lane", "PR1 2AB");
        assertThat(verdict(nameless, twin)).isEqualTo(Verdict.LIKELY);
        nameless.writing("rahman.family@example.org");
        twin.writing("rahman.family@example.org");
        assertThat(verdict(nameless, twin)).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void an_address_made_of_the_given_name_says_which_twin_it_is() {
        var nameless = aPerson(null, "Rahman", "2012-05-17").writing("aisha.rahman7@example.org");
        var twin = aPerson("Aisha", "Rahman", "2012-05-17").writing("aisha.rahman7@example.org");
        assertThat(verdict(nameless, twin)).isEqualTo(Verdict.CERTAIN);
    }

    @Test
    void an_address_made_of_another_name_does_not() {
        var nameless = aPerson(null, "Rahman", "2012-05-17").writing("joanna.rahman@example.org");
        var twin = aPerson("Ann", "Rahman", "2012-05-17").writing("joanna.rahman@example.org");
        assertThat(verdict(nameless, twin)).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void a_birthday_that_is_only_near_counts_for_nothing_beside_the_given_name() {
        var one = aPerson("Tamsin", "Penhaligon", "1990-05-17").ringing("07700 900123");
        var other = aPerson("Tamsin", "Rowe", "1974-05-17").ringing("07700 900123");
        assertThat(verdict(one, other)).isNotEqualTo(Verdict.CERTAIN);
    }

    @Test
    void one_door_is_one_home_whatever_is_written_of_the_village() {
        assertThat(verdict(
                        aPerson("Tamsin", "Penhaligon", null).at("14 Mill Lane, Upper Walton, Hoghton", "PR1 2AB"),
                        aPerson("Tamsin", "Penhaligon", null).at("14 Mill Lane, Bamber Bridge", "PR1 2BA")))
                .isEqualTo(Verdict.CERTAIN);
    }

    @Test
    void filler_is_no_evidence() {
        assertThat(verdict(aPerson("Unknown", "Unknown", "1900-01-01"), aPerson("Unknown", "Unknown", "1900-01-01")))
                .isEqualTo(Verdict.DIFFERENT);
    }

    @Test
    void a_rare_name_says_more_than_a_common_one() {
        var rare = matching.compare(aPerson("Tamsin", "Penhaligon", null).evidence(), aPerson("Tamsin", "Penhaligon", null).evidence());
        var common = matching.compare(aPerson("John", "Smith", null).evidence(), aPerson("John", "Smith", null).evidence());
        assertThat(rare.score()).isGreaterThan(common.score() + 4);
    }

    @Test
    void records_that_are_compared_share_a_key() {
        var held = aPerson("Mohammed", "Al-Hussain", "1990-05-17").at("4 Mill Lane", "PR1 2AB").evidence();
        for (var other : List.of(
                aPerson("Muhammad", "Hussein", "1990-05-17"),
                aPerson("Hussain", "Mohammed", "1990-05-17"),
                aPerson("Mohammed", "Al-Hussain", null).at("9 Elm Road", "PR1 2AB"))) {
            assertThat(BlockKeys.of(held)).containsAnyElementsOf(BlockKeys.of(other.evidence()));
        }
    }

    private Verdict verdict(Someone one, Someone other) {
        return matching.compare(one.evidence(), other.evidence()).verdict();
    }

    private static Someone aPerson(@Nullable String given, @Nullable String family, @Nullable String born) {
        var someone = new Someone();
        someone.parts.add(new PersonPart.Name(NameKind.USED, given, family));
        if (born != null) {
            someone.parts.add(new PersonPart.Birth(BirthDate.of(LocalDate.parse(born))));
        }
        return someone;
    }

    private static final class Someone {
        private final List<PersonPart> parts = new ArrayList<>();

        Someone at(String line, String postcode) {
            parts.add(new PersonPart.Address(line, postcode, null, null, false));
            return this;
        }

        Someone ringing(String number) {
            parts.add(new PersonPart.Phone(number, null));
            return this;
        }

        Someone pnc(String value) {
            return known(IdentifierScheme.PNC, value);
        }

        Someone known(IdentifierScheme scheme, String value) {
            parts.add(new PersonPart.Identifier(scheme, value));
            return this;
        }

        Someone writing(String email) {
            parts.add(new PersonPart.Email(email, null));
            return this;
        }

        Evidence evidence() {
            return PersonKeys.evidence(parts, Sex.NOT_ASKED, TODAY);
        }
    }

    /** One in a hundred is called Smith or John, and one in five thousand by any other name. */
    private record EvenShares(long people) implements Frequencies {

        @Override
        public double given(String key) {
            return key.equals("john") || key.equals("smith") ? 0.01 : 0.0002;
        }

        @Override
        public double family(String key) {
            return given(key);
        }

        @Override
        public double postcode(String key) {
            return 0.0002;
        }

        @Override
        public double line(String key) {
            return 0.0001;
        }

        @Override
        public double phone(String digits) {
            return 0.0001;
        }

        @Override
        public double email(String key) {
            return 0.0001;
        }
    }
}
