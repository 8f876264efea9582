package org.vigil.person.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreetNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Flat 2 Rose House, 14 High Street | 2 14",
                "The Old Mill, 3 Mill Lane | 3",
                "Flat 2, 14a St John's Road | 14a",
                "14 Cuckoo Lane | 14",
                "12-14 Mill Lane | 12 14",
                "Rose Cottage, Mill Lane | ''"
            })
    void every_number_that_may_be_the_house_is_one(String line, String houses) {
        var expected = Set.of(houses.split(" "));

        assertThat(StreetName.everyHouse(line).stream().map(StreetName::house).collect(Collectors.toSet()))
                .isEqualTo(expected);
    }

    @Test
    void an_address_fits_only_with_its_number() {
        var asked = new Terms.Street("14", List.of("high", "street"), true);

        assertThat(StreetName.isAt(asked, "Flat 2 Rose House, 14 High St")).isTrue();
        assertThat(StreetName.isAt(asked, "41 High Street")).isFalse();
        assertThat(StreetName.isAt(new Terms.Street(null, List.of("high", "street"), false), "41 High Street")).isTrue();
    }

    @Test
    void a_maiden_name_held_alone_is_used_with_the_given_name() {
        var pairs = NamePairs.ofAll(List.of(NameWords.of("Jane", "Smith"), NameWords.of("", "Jones")));

        assertThat(pairs).contains(new NamePairs.Pair("jane", "jones"), new NamePairs.Pair("jones", "jane"));
        assertThat(NamePairs.ofAll(List.of(NameWords.of("Jane", "Smith"), NameWords.of("Ann", "Jones"))))
                .doesNotContain(new NamePairs.Pair("jane", "jones"));
    }
}
