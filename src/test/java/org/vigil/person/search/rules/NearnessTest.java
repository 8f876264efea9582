package org.vigil.person.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearnessTest {

    @Test
    void words_that_are_two_slips_apart_always_share_a_key() {
        var chance = new Random(7);
        var distance = new DamerauLevenshteinDistance(2);
        for (var round = 0; round < 20_000; round++) {
            var word = word(chance, 4 + chance.nextInt(9));
            var slipped = slip(chance, slip(chance, word));
            if (slipped.length() >= 4 && distance.apply(word, slipped) >= 0) {
                assertThat(NearKeys.of(slipped, 2).keySet())
                        .as(word + " and " + slipped)
                        .anyMatch(NearKeys.of(word, 2).keySet()::contains);
            }
        }
    }

    @Test
    void no_word_has_more_than_twenty_nine_keys() {
        assertThat(NearKeys.of("featherstonehaugh", 2)).hasSizeLessThanOrEqualTo(29);
        assertThat(NearKeys.of("lee", 2).keySet()).containsExactlyInAnyOrder("lee", "ee", "le");
        assertThat(NearKeys.of("j", 2).keySet()).containsExactly("j");
    }

    @ParameterizedTest
    @CsvSource({
        "smith, smith, EXACT",
        "smyth, smith, ONE_SLIP",
        "jonh, john, ONE_SLIP",
        "philips, phillips, ONE_SLIP",
        "hussien, hossein, SOUND",
        "kowalsky, kovalski, TWO_SLIPS",
        "macdonlad, mcdonald, SOUND",
        "rob, robinson, BEGINNING"
    })
    void a_word_is_near_in_one_way(String asked, String known, Closeness.Way way) {
        assertThat(Closeness.of(Asked.of(asked), known)).isNotNull().satisfies(found -> assertThat(found.way())
                .isEqualTo(way));
    }

    @ParameterizedTest
    @CsvSource({"smith, jones", "lee, kim", "ann, bob", "john, featherstone"})
    void other_names_are_not_near(String asked, String known) {
        assertThat(Closeness.of(Asked.of(asked), known)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "bob, robert, NICKNAME",
        "peggy, margaret, NICKNAME",
        "kasia, katarzyna, NICKNAME",
        "mohammed, muhammad, SPELLING",
        "hussain, hossein, SPELLING",
        "choudhury, chaudhry, SPELLING",
        "sian, shan, SPELLING",
        "kathryn, catherine, SPELLING",
        "wojtek, wojciech, NICKNAME"
    })
    void the_table_knows_the_forms_of_names_both_ways(String one, String other, NameVariants.Kind kind) {
        assertThat(NameVariants.shipped().of(one)).contains(new NameVariants.Variant(other, kind));
        assertThat(NameVariants.shipped().of(other)).contains(new NameVariants.Variant(one, kind));
    }

    @Test
    void the_table_holds_only_folded_words() {
        assertThat(NameVariants.shipped().of("robert")).allMatch(form -> form.word().matches("[a-z]+"));
        assertThat(NameVariants.parse(List.of("# nothing", "", "bob: Rob # x")).of("bob")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "O'Brien | obrien",
                "Smith-Jones | smith jones smithjones",
                "de la Cruz | cruz delacruz",
                "van der Berg | berg vanderberg",
                "al-Hassan | hassan alhassan",
                "Mc Donald | donald mcdonald",
                "Mary Ann | mary ann maryann",
                "Unknown | ''",
                "Al | al",
                "Żaneta | zaneta",
                "Llŷr ap Rhys | llyr rhys aprhys"
            })
    void a_name_is_found_by_its_words_and_their_joins(String part, String words) {
        assertThat(String.join(" ", NameWords.part(part))).isEqualTo(words);
    }

    @Test
    void a_name_stands_under_every_two_of_its_words() {
        var pairs = NamePairs.of(NameWords.of("John Paul", "Smith-Jones"));

        assertThat(pairs)
                .contains(new NamePairs.Pair("john", "smith"), new NamePairs.Pair("smith", "john"))
                .contains(new NamePairs.Pair("paul", "smithjones"))
                .doesNotContain(new NamePairs.Pair("smith", "smithjones"))
                .noneMatch(pair -> pair.other().equals(NamePairs.ALONE));
        assertThat(NamePairs.of(NameWords.of("", "Cher"))).containsExactly(new NamePairs.Pair("cher", NamePairs.ALONE));
        assertThat(NamePairs.of(NameWords.of("Unknown", "Unknown"))).isEmpty();
    }

    @Test
    void a_name_that_says_one_word_twice_stands_under_it_with_itself() {
        assertThat(NamePairs.of(NameWords.of("Mohamed", "Mohamed")))
                .containsExactly(new NamePairs.Pair("mohamed", "mohamed"));
        assertThat(NamePairs.of(NameWords.of("Ann", "Smith"))).noneMatch(pair -> pair.word().equals(pair.other()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Siân Davies | sian | Siân",
                "Maria de la Cruz | delacruz | de la Cruz",
                "Pat O'Brien | obrien | O'Brien",
                "Ann Smith-Jones | smith jones | Smith-Jones",
                "John Smith | mary | ''"
            })
    void the_matching_parts_are_marked_where_they_stand(String text, String words, String marked) {
        var marks = Marks.words(text, List.of(words.split(" "))).marks();

        assertThat(marks.stream().map(mark -> text.substring(mark.from(), mark.to())).findFirst().orElse(""))
                .isEqualTo(marked);
    }

    private static String word(Random chance, int length) {
        return chance.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String slip(Random chance, String word) {
        var at = chance.nextInt(word.length() - 1);
        return switch (chance.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + (char) ('a' + chance.nextInt(26)) + word.substring(at);
            case 2 -> word.substring(0, at) + (char) ('a' + chance.nextInt(26)) + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }
}
