package org.vigil.person.search.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12/3/84", "12/03/1984", "12.03.1984", "12-3-84", "12 3 84", "12 Mar 1984", "12th March 84", "12 mar 84",
                "March 12 1984", "March 12th, 1984", "1984-03-12", "1984/03/12", "12031984", "19840312", "120384",
                "12-Mar-1984", "12th of March 1984", "DOB 12/3/84", "d.o.b. 12.3.84", "born 12/3/1984"
            })
    void a_date_of_birth_is_read_in_any_usual_form(String query) {
        var terms = parse(query);

        assertThat(terms.birth()).isNotNull();
        assertThat(terms.birth().kind()).isEqualTo(BirthClue.Kind.DAY);
        assertThat(terms.birth().from()).isEqualTo(LocalDate.of(1984, 3, 12));
        assertThat(terms.names()).isEmpty();
        assertThat(terms.notes()).isEmpty();
    }

    static Stream<Arguments> spans() {
        return Stream.of(
                arguments("March 1984", BirthClue.Kind.MONTH, "1984-03-01", "1984-03-31"),
                arguments("03/1984", BirthClue.Kind.MONTH, "1984-03-01", "1984-03-31"),
                arguments("1984", BirthClue.Kind.YEAR, "1984-01-01", "1984-12-31"),
                arguments("b. 1984", BirthClue.Kind.YEAR, "1984-01-01", "1984-12-31"),
                // Somebody is 34 from their 34th birthday to the day before the 35th.
                arguments("34", BirthClue.Kind.AGE, "1991-03-04", "1992-03-03"),
                arguments("aged 34", BirthClue.Kind.AGE, "1991-03-04", "1992-03-03"),
                arguments("34y", BirthClue.Kind.AGE, "1991-03-04", "1992-03-03"),
                arguments("34 years old", BirthClue.Kind.AGE, "1991-03-04", "1992-03-03"),
                arguments("34yo", BirthClue.Kind.AGE, "1991-03-04", "1992-03-03"),
                arguments("34-year-old", BirthClue.Kind.AGE, "1991-03-04", "1992-03-03"),
                arguments("34 yrs", BirthClue.Kind.AGE, "1991-03-04", "1992-03-03"),
                // Whoever is not sure is five years off as often as not.
                arguments("age about 34", BirthClue.Kind.AGE, "1986-03-04", "1997-03-03"),
                arguments("approx 34", BirthClue.Kind.AGE, "1986-03-04", "1997-03-03"),
                arguments("approximately 34 years old", BirthClue.Kind.AGE, "1986-03-04", "1997-03-03"),
                arguments("around 34", BirthClue.Kind.AGE, "1986-03-04", "1997-03-03"),
                arguments("circa 34", BirthClue.Kind.AGE, "1986-03-04", "1997-03-03"),
                arguments("roughly 34", BirthClue.Kind.AGE, "1986-03-04", "1997-03-03"),
                arguments("30-35", BirthClue.Kind.AGE, "1990-03-04", "1996-03-03"),
                arguments("aged 35 to 40", BirthClue.Kind.AGE, "1985-03-04", "1991-03-03"),
                arguments("between 35 and 40", BirthClue.Kind.AGE, "1985-03-04", "1991-03-03"),
                arguments("mid 30s", BirthClue.Kind.AGE, "1988-03-04", "1993-03-03"),
                arguments("mid-30s", BirthClue.Kind.AGE, "1988-03-04", "1993-03-03"),
                arguments("early thirties", BirthClue.Kind.AGE, "1991-03-04", "1996-03-03"),
                arguments("forties", BirthClue.Kind.AGE, "1976-03-04", "1986-03-03"),
                arguments("born 85", BirthClue.Kind.YEAR, "1985-01-01", "1985-12-31"),
                arguments("DOB 85", BirthClue.Kind.YEAR, "1985-01-01", "1985-12-31"),
                arguments("d.o.b. 85", BirthClue.Kind.YEAR, "1985-01-01", "1985-12-31"),
                arguments("yob 85", BirthClue.Kind.YEAR, "1985-01-01", "1985-12-31"),
                arguments("March 84", BirthClue.Kind.MONTH, "1984-03-01", "1984-03-31"),
                arguments("born May 84", BirthClue.Kind.MONTH, "1984-05-01", "1984-05-31"),
                arguments("30s", BirthClue.Kind.AGE, "1986-03-04", "1996-03-03"),
                arguments("in his late 20s", BirthClue.Kind.AGE, "1996-03-04", "2000-03-03"),
                arguments("5/6/26", BirthClue.Kind.DAY, "1926-06-05", "1926-06-05"),
                arguments("1/3/26", BirthClue.Kind.DAY, "2026-03-01", "2026-03-01"),
                // The other way round where only that is a day.
                arguments("3/25/1984", BirthClue.Kind.DAY, "1984-03-25", "1984-03-25"));
    }

    @ParameterizedTest
    @MethodSource("spans")
    void an_age_or_part_of_a_date_is_a_span_of_days(String query, BirthClue.Kind kind, String from, String to) {
        var birth = parse(query).birth();

        assertThat(birth).isNotNull();
        assertThat(birth.kind()).isEqualTo(kind);
        assertThat(birth.from()).isEqualTo(from);
        assertThat(birth.to()).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07700 900123", "07700900123", "+44 7700 900123", "+44 (0)7700 900 123", "0044 7700 900123", "07700-900-123",
                "(07700) 900123", "tel 07700.900.123", "07700 90 01 23", "07700 90-01-23"
            })
    void a_phone_number_is_read_in_any_writing(String query) {
        assertThat(parse(query).phones()).containsExactly("447700900123");
        assertThat(parse(query).names()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "01782 23 45 67, 441782234567",
        "+33 6 12 34 56 78, 33612345678",
        "0161 496 01 23, 441614960123"
    })
    void figures_said_in_pairs_are_a_number_and_no_date(String query, String key) {
        var terms = parse(query);

        assertThat(terms.phones()).containsExactly(key);
        assertThat(terms.birth()).isNull();
        assertThat(terms.notes()).isEmpty();
    }

    @Test
    void a_date_beside_other_figures_is_still_a_date() {
        assertThat(parse("05 06 1984 12 Mill Lane").phones()).isEmpty();
        assertThat(parse("05 06 1984 12 Mill Lane").birth().from()).isEqualTo("1984-06-05");
        assertThat(parse("Smith 12.3.1984 07700 900123").phones()).containsExactly("447700900123");
        assertThat(parse("Smith 12.3.1984 07700 900123").birth().from()).isEqualTo("1984-03-12");
    }

    @Test
    void a_day_without_a_year_is_a_birthday_and_a_name_stays_a_name() {
        for (var query : new String[] {"12 March", "March 12", "12th of March", "born 12 March"}) {
            var birth = parse(query).birth();
            assertThat(birth).as(query).isNotNull();
            assertThat(birth.from().getMonthValue()).isEqualTo(3);
            assertThat(birth.from().getDayOfMonth()).isEqualTo(12);
        }
        assertThat(texts(parse("May Jones 35"))).isEqualTo("may jones");
        assertThat(texts(parse("April 35 Jones"))).isEqualTo("april jones");
    }

    @ParameterizedTest
    @CsvSource({
        "PR1 2AB, PR12AB, WHOLE",
        "pr12ab, PR12AB, WHOLE",
        "sw1a 1aa, SW1A1AA, WHOLE",
        "PR1, PR1, OUTWARD",
        "pr12, PR12, OUTWARD",
        "PR1 2, PR12, SECTOR"
    })
    void a_postcode_is_read_whole_or_in_part(String query, String key, Terms.Postcode.Part part) {
        assertThat(parse(query).postcodes()).singleElement().satisfies(postcode -> {
            assertThat(postcode.key()).isEqualTo(key);
            assertThat(postcode.part()).isEqualTo(part);
        });
    }

    @Test
    void the_part_before_the_space_does_not_mean_a_longer_one() {
        var pr1 = parse("PR1").postcodes().getFirst();

        assertThat(pr1.fits("PR12AB")).isTrue();
        assertThat(pr1.fits("PR121AB")).isFalse();
        assertThat(parse("PR1 2").postcodes().getFirst().fits("PR12AB")).isTrue();
        assertThat(parse("PR1 2").postcodes().getFirst().fits("PR13AB")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2001/1234567X, 01/1234567X",
        "01/1234567x, 01/1234567X",
        "20011234567X, 01/1234567X",
        "85/123456 A, 85/123456A",
        "85123456A, 85/123456A",
        "PNC ID 85/123456a, 85/123456A",
        "12345/01A, 1234501A",
        "DVDS-2026-000123, DVDS2026000123",
        "CAD-2026-03-12, CAD20260312",
        "21CF/1234/26, 21CF123426",
        "P-20260303-0123, P202603030123"
    })
    void a_reference_of_any_kind_is_read_as_it_is_held(String query, String key) {
        var terms = parse(query);

        assertThat(terms.references()).singleElement().satisfies(reference -> assertThat(reference.keys()).contains(key));
        assertThat(terms.birth()).isNull();
        assertThat(terms.names()).isEmpty();
    }

    @Test
    void an_address_is_told_from_a_name() {
        var certain = parse("12 Marsh Lane");
        assertThat(certain.street()).isEqualTo(new Terms.Street("12", java.util.List.of("marsh", "lane"), true));
        assertThat(certain.names()).isEmpty();

        var either = parse("Marsh Lane");
        assertThat(either.street()).isEqualTo(new Terms.Street(null, java.util.List.of("marsh", "lane"), false));
        assertThat(texts(either)).isEqualTo("marsh lane");

        assertThat(parse("Flat 2, 14a St John's Road").street())
                .isEqualTo(new Terms.Street("14a", java.util.List.of("st", "johns", "road"), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 Heol Fawr | 12 | heol fawr",
                "12 Ffordd Penrhos | 12 | ffordd penrhos",
                "14 Heol y Deri | 14 | heol y deri",
                "12 Park View Road | 12 | park view road",
                "12 The Mount | 12 | the mount",
                "12 Kingsway | 12 | kingsway",
                "12-14 Mill Lane | 12 | mill lane",
                "Flat 2 Rose House, 14 High Street | 14 | high street",
                "number 12 Mill Lane | 12 | mill lane"
            })
    void a_street_need_not_end_in_an_english_word_for_one(String query, String number, String words) {
        var street = parse(query).street();

        assertThat(street).isNotNull();
        assertThat(street.number()).isEqualTo(number);
        assertThat(String.join(" ", street.words())).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bob smith mill lane | mill lane | bob smith mill lane",
                "marsh lane smith | marsh lane | marsh lane smith",
                "smith high st | high st | smith high st"
            })
    void a_street_may_stand_beside_a_name(String query, String street, String names) {
        var terms = parse(query);

        assertThat(terms.street()).isNotNull();
        assertThat(String.join(" ", terms.street().words())).isEqualTo(street);
        assertThat(texts(terms)).isEqualTo(names);
    }

    @Test
    void a_number_before_words_may_be_an_age_or_a_house() {
        var terms = parse("35 John Smith");

        assertThat(terms.birth()).isNotNull();
        assertThat(texts(terms)).isEqualTo("john smith");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Born | born",
                "Male | male",
                "male 35 | ''",
                "John Smith male | john smith",
                "tel 07700 900123 | ''",
                "call CAD-77-12 | ''",
                "crime no 21CF/1234/26 | ''",
                "custody number 12345/01A | ''",
                "log 123 | ''",
                "incident P-20260303-0123 | ''"
            })
    void words_around_what_is_looked_for_are_no_names(String query, String names) {
        assertThat(texts(parse(query))).isEqualTo(names);
    }

    @Test
    void several_things_are_read_together_in_any_order() {
        var terms = parse("PR1 2AB bob SMITH 12/3/84 07700 900123 2001/1234567X");

        assertThat(texts(terms)).isEqualTo("bob smith");
        assertThat(terms.birth()).isNotNull();
        assertThat(terms.phones()).containsExactly("447700900123");
        assertThat(terms.postcodes()).hasSize(1);
        assertThat(terms.references()).hasSize(1);
        assertThat(terms.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Smith, John | smith john",
                "Mr John Smith | john smith",
                "Siân Llŷr-Wyn | sian llyr wyn",
                "Łukasz Wiśniewski | lukasz wisniewski",
                "O’Brien | obrien",
                "Smith-Jones | smith jones",
                "Cher | cher",
                "<b>Robert'); DROP TABLE person;-- | b robert drop table person",
                "🙂 John 🙂 | john"
            })
    void what_is_left_is_a_name(String query, String words) {
        assertThat(texts(parse(query))).isEqualTo(words);
    }

    @Test
    void a_small_word_may_belong_to_the_next() {
        var terms = parse("o brien");

        assertThat(terms.names()).hasSize(2);
        assertThat(terms.names().getFirst().optional()).isTrue();
        assertThat(terms.names().getLast().joined()).containsExactly("obrien");
    }

    @ParameterizedTest
    @CsvSource({
        "unknown unknown, stands for a name that nobody knew",
        "01/01/1900, stands for a date that nobody knew",
        "31/02/1984, There is no day",
        "12/3/1803, Nobody was born",
        "J, One letter is too little",
        "🙂🙂🙂, Type a name"
    })
    void what_makes_no_sense_is_left_out_with_a_note(String query, String note) {
        var terms = parse(query);

        assertThat(terms.isEmpty()).isTrue();
        assertThat(String.join(" ", terms.notes())).contains(note);
    }

    @Test
    void nothing_at_all_asks_for_something() {
        assertThat(parse("").isEmpty()).isTrue();
        assertThat(parse("   ").notes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "1 ", "🙂", "'", "-", "%", "1/1/84 ", "aged ", "st ", "12 a ", "+44 "})
    void ten_thousand_of_anything_are_read_in_no_time(String part) {
        var started = System.nanoTime();
        var terms = parse(part.repeat(10_000));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
        assertThat(terms.notes()).isNotEmpty();
    }

    private static Terms parse(String query) {
        return QueryParser.parse(query, TODAY);
    }

    private static String texts(Terms terms) {
        return String.join(" ", terms.names().stream().map(Asked::text).toList());
    }
}
