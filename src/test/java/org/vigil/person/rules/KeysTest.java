package org.vigil.person.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.person.BirthDate;
import org.vigil.person.IdentifierScheme;

class KeysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            Siân, O'Connor, sian, oconnor
            Łukasz, Wójcik, lukasz, wojcik
            Anne-Marie, Smith-Jones, anne marie, smith jones
            Jan, van der Berg, jan, van der berg
            Mr John, SMITH, john, smith
            -, 'Smith, John', john, smith
            John Smith, -, john, smith
            Madonna, -, madonna, ''
            unknown, unknown, '', ''
            Unknown, Patel, '', patel
            N/K, Not known, '', ''
            محمد, علي, محمد, علي
            😀, Robert`); DROP TABLE person;--, '', robert drop table person
            """)
    void a_name_is_compared_without_what_people_write_differently(
            String given, String family, String givenKey, String familyKey) {
        assertThat(NameKey.of(given, family)).isEqualTo(new NameKey(givenKey, familyKey));
    }

    @Test
    void ten_thousand_letters_are_cut_and_cost_nothing() {
        assertThat(NameKey.of("x".repeat(10_000) + "y", "é".repeat(10_000)).family()).hasSize(NameKey.LONGEST);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            07700 900123, 447700900123
            +44 (0)7700 900123, 447700900123
            0044 7700 900123, 447700900123
            7700900123, 447700900123
            +48 601 234 567, 48601234567
            01772 555555, 441772555555
            07777777777, ''
            00000000000, ''
            999, ''
            none, ''
            """)
    void a_telephone_number_is_compared_with_its_country(String typed, String digits) {
        assertThat(PhoneKeys.of(typed)).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1999/0012345X, 99/12345X
            99/12345x, 99/12345X
            99 / 12345 X, 99/12345X
            """)
    void a_pnc_number_is_one_however_it_is_written(String typed, String key) {
        assertThat(IdentifierKey.of(IdentifierScheme.PNC, typed).value()).isEqualTo(key);
    }

    @Test
    void dates_that_only_fill_a_field_are_no_evidence() {
        assertThat(BirthDate.of(LocalDate.of(1900, 1, 1)).credible(TODAY).isEmpty()).isTrue();
        assertThat(BirthDate.of(LocalDate.of(1985, 1, 1)).credible(TODAY))
                .isEqualTo(new BirthDate(1985, null, null, true));
        assertThat(BirthDate.of(LocalDate.of(2030, 5, 5)).credible(TODAY).year()).isNull();
        assertThat(BirthDate.of(LocalDate.of(1985, 2, 3)).credible(TODAY)).isEqualTo(BirthDate.of(LocalDate.of(1985, 2, 3)));
    }

    @Test
    void no_fixed_abode_is_no_address() {
        assertThat(AddressKey.of("NFA", "")).isEqualTo(new AddressKey("", ""));
        assertThat(AddressKey.of("Flat 2, 14 O'Hara St.", "pr1 2ab"))
                .isEqualTo(new AddressKey("flat 2 14 ohara st", "PR12AB"));
    }
}
