package org.vigil.person.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.person.rules.NameVariants;

class NearnessTest {

    @Test
    void no_word_that_is_two_slips_away_is_overlooked() {
        var chance = new Random(7);
        var distance = new DamerauLevenshteinDistance(2);
        for (var round = 0; round < 20_000; round++) {
            var word = word(chance, 4 + chance.nextInt(9));
            var slipped = slip(chance, slip(chance, word));
            if (distance.apply(word, slipped) >= 0) {
                assertThat(new Lexicon(List.of(new KnownWord(1, word, 0))).near(slipped, 2))
                        .as(word + " and " + slipped)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void words_are_found_by_their_spelling_their_sound_and_how_they_begin() {
        var smith = new KnownWord(1, "smith", 12_000);
        var smyth = new KnownWord(2, "smyth", 40);
        var smithson = new KnownWord(3, "smithson", 90);
        var jones = new KnownWord(4, "jones", 11_000);
        var lexicon = new Lexicon(List.of(smith, smyth, smithson, jones));

        assertThat(lexicon.near("smith", 1)).contains(smith, smyth).doesNotContain(smithson, jones);
        assertThat(lexicon.alike(SoundKeys.of("smith"))).contains(smith, smyth).doesNotContain(jones);
        assertThat(lexicon.begun("smi", 2)).containsExactly(smith, smithson);
        assertThat(lexicon.begun("smi", 1)).containsExactly(smith);
        assertThat(lexicon.begun("zz", 1)).isEmpty();
        assertThat(lexicon.named("jones")).isEqualTo(jones);
        assertThat(lexicon.named("jone")).isNull();
        assertThat(lexicon.byId(3)).isEqualTo(smithson);
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
        assertThat(Closeness.of(Asked.of(asked), new KnownWord(1, known, 0))).isNotNull().satisfies(found -> assertThat(found.way())
                .isEqualTo(way));
    }

    @ParameterizedTest
    @CsvSource({"smith, jones", "lee, kim", "ann, bob", "john, featherstone"})
    void other_names_are_not_near(String asked, String known) {
        assertThat(Closeness.of(Asked.of(asked), new KnownWord(1, known, 0))).isNull();
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
