package org.vigil.person.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.person.search.rules.BirthClue.Born;
import org.vigil.person.search.rules.BirthClue.Fit;

class RankingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final KnownWord JOHN = new KnownWord(1, "john", 15_000);
    private static final KnownWord SMITH = new KnownWord(2, "smith", 12_000);
    private static final KnownWord SMYTH = new KnownWord(3, "smyth", 40);
    private static final KnownWord FEATHERSTONE = new KnownWord(4, "featherstone", 12);

    private final List<Evidence> people = new ArrayList<>();

    @Test
    void the_very_name_comes_before_a_near_one_however_common_that_is() {
        var candidates = candidates("john smyth", JOHN, SMITH, SMYTH);
        var near = person(1, candidates, JOHN, SMITH);
        var very = person(2, candidates, JOHN, SMYTH);

        assertThat(first("john smyth", candidates)).containsExactly(very, near);
    }

    @Test
    void half_a_name_that_is_rare_says_more_than_half_that_is_common() {
        var candidates = candidates("john featherstone", JOHN, FEATHERSTONE);
        var common = person(1, candidates, JOHN);
        var rare = person(2, candidates, FEATHERSTONE);

        assertThat(first("john featherstone", candidates)).containsExactly(rare, common);
    }

    @Test
    void a_phone_number_outweighs_a_name() {
        var candidates = candidates("john smith 07700 900123", JOHN, SMITH);
        var named = person(1, candidates, JOHN, SMITH);
        var rung = person(2, candidates);
        rung.clue(Evidence.Clue.PHONE);

        assertThat(first("john smith 07700 900123", candidates)).containsExactly(rung, named);
        named.clue(Evidence.Clue.PHONE);
        assertThat(first("john smith 07700 900123", candidates).getFirst()).isEqualTo(named);
    }

    @Test
    void of_one_name_some_places_stay_free_for_names_that_are_near() {
        var candidates = candidates("john smyth", JOHN, SMITH, SMYTH);
        for (var one = 1; one <= 30; one++) {
            person(one, candidates, JOHN, SMYTH);
        }
        var near = person(31, candidates, JOHN, SMITH);

        assertThat(first("john smyth", candidates)).hasSize(20).contains(near).endsWith(near);
    }

    @Test
    void after_the_first_twenty_the_score_alone_counts() {
        var candidates = candidates("john smyth", JOHN, SMITH, SMYTH);
        for (var one = 1; one <= 40; one++) {
            person(one, candidates, JOHN, SMYTH);
        }
        for (var one = 41; one <= 80; one++) {
            person(one, candidates, JOHN, SMITH);
        }

        var first = new Ranking(QueryParser.parse("john smyth", TODAY), candidates).first(people, 50);

        assertThat(first.subList(0, 20)).anyMatch(one -> one.evidence().person() > 40);
        assertThat(first).filteredOn(one -> one.evidence().person() <= 40).hasSize(40);
    }

    @Test
    void no_word_of_a_person_means_two_of_the_query() {
        var candidates = candidates("mohammed mohamed", new KnownWord(7, "mohammed", 900), new KnownWord(8, "mohamed", 800));
        var one = person(1, candidates, new KnownWord(7, "mohammed", 900));

        assertThat(one.names()).containsOnlyKeys(0);
    }

    @Test
    void alike_people_stand_in_the_order_of_their_keys() {
        var candidates = candidates("john smith", JOHN, SMITH);
        var later = person(9, candidates, JOHN, SMITH);
        var earlier = person(3, candidates, JOHN, SMITH);

        assertThat(first("john smith", candidates)).containsExactly(earlier, later);
    }

    @ParameterizedTest
    @CsvSource({
        "12/3/84, 1984, 3, 12, FULL",
        "12/3/84, 1984, 12, 3, NEARLY",
        "12/3/84, 1985, 3, 12, NEARLY",
        "12/3/84, 1984, 3, 21, NEARLY",
        "12/3/1989, 1990, 3, 12, NEARLY",
        "12/3/2000, 1999, 3, 12, NEARLY",
        "12/3/1989, 1991, 7, 12, NONE",
        "about 35, 1988, 1, 1, FULL",
        "about 35, 1980, 1, 1, NONE",
        "12/3/84, 1984, 3, , PARTLY",
        "12/3/84, 1984, , , PARTLY",
        "12/3/84, 1984, 7, 25, NONE",
        "12/3/84, 1948, 3, 12, NEARLY",
        "12/3/84, , 3, 12, PARTLY",
        "March 1984, 1984, 3, 30, FULL",
        "March 1984, 1984, 4, 1, NONE",
        "1984, 1984, 7, 1, FULL",
        "1984, 1985, 7, 1, NEARLY",
        "1984, 1987, 7, 1, NONE",
        "aged 34, 1991, 3, 4, FULL",
        "aged 34, 1991, 3, 3, NEARLY",
        "aged 34, 1992, 3, 3, FULL",
        "aged 34, 1992, 3, 4, NEARLY",
        "aged 34, 1991, , , FULL"
    })
    void a_date_of_birth_fits_so_well(String asked, Integer year, Integer month, Integer day, Fit fit) {
        var clue = QueryParser.parse(asked, TODAY).birth();

        assertThat(clue).isNotNull();
        assertThat(clue.fit(new Born(year, month, day))).isEqualTo(fit);
    }

    private static List<Candidates> candidates(String query, KnownWord... known) {
        var all = QueryParser.parse(query, TODAY).names().stream().map(Candidates::new).toList();
        all.forEach(one -> one.add(java.util.stream.Stream.of(known)));
        return all;
    }

    private Evidence person(long key, List<Candidates> candidates, KnownWord... words) {
        var one = new Evidence(key);
        for (var word : words) {
            for (var at = 0; at < candidates.size(); at++) {
                var found = candidates.get(at).all().get(word.id());
                if (found != null) {
                    one.names(at, found);
                }
            }
        }
        people.add(one);
        return one;
    }

    private List<Evidence> first(String query, List<Candidates> candidates) {
        return new Ranking(QueryParser.parse(query, TODAY), candidates)
                .first(people, 20).stream().map(Ranking.Scored::evidence).toList();
    }
}
