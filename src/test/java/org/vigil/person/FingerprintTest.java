package org.vigil.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // what a feed says after "Ann Moss, 17 May 1990, PNC 18/123456A, 07700 900123" was erased
                "Ann, Moss, 1990-05-17, 18/123456A, 07700 900123, true, true",
                "MOSS, ann, -, -, -, false, true",
                "Anne, Moss, 1990-05-17, -, -, true, true",
                "Anne, Moss, 1990-05-17, -, -, false, false",
                "Nobody, Known, -, 2018/0123456A, -, false, true",
                "-, -, -, -, +44 7700 900123, false, true",
                "Ben, Moss, 1990-05-18, -, 07700 900123, true, false",
                "Ann, Moss, 1962-01-01, -, -, true, false",
                "-, -, -, -, -, true, false"
            })
    void an_erased_party_is_known_again_and_those_of_the_same_home_are_not_taken_for_them(
            @Nullable String given,
            @Nullable String family,
            @Nullable LocalDate born,
            @Nullable String pnc,
            @Nullable String phone,
            boolean samePlace,
            boolean fits) {
        var print = Fingerprint.of(
                said("Ann", "Moss", LocalDate.of(1990, 5, 17), "18/123456A", "07700 900123"), "salt");
        assertThat(print.fits(said(given, family, born, pnc, phone), samePlace)).isEqualTo(fits);
    }

    @Test
    void nothing_can_be_read_from_it_and_two_salts_never_give_the_same() {
        var ann = said("Ann", "Moss", null, null, null);
        assertThat(Fingerprint.of(ann, "salt").toString()).doesNotContainIgnoringCase("moss");
        assertThat(Fingerprint.of(ann, "salt").name()).isNotEqualTo(Fingerprint.of(ann, "other").name());
    }

    private static PersonDetails said(
            @Nullable String given,
            @Nullable String family,
            @Nullable LocalDate born,
            @Nullable String pnc,
            @Nullable String phone) {
        var parts = new ArrayList<PersonPart>(List.of(new PersonPart.Name(NameKind.USED, given, family)));
        if (born != null) {
            parts.add(new PersonPart.Birth(BirthDate.of(born)));
        }
        if (pnc != null) {
            parts.add(new PersonPart.Identifier(IdentifierScheme.PNC, pnc));
        }
        if (phone != null) {
            parts.add(new PersonPart.Phone(phone, null));
        }
        return new PersonDetails(Sex.NOT_ASKED, parts);
    }
}
