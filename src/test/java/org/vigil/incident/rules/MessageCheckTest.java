package org.vigil.incident.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.incident.CallFixture.RECEIVED;
import static org.vigil.incident.CallFixture.aCall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.incident.CallFixture;
import org.vigil.incident.GradeStep;
import org.vigil.incident.PartyRole;
import org.vigil.shared.Postcodes;
import org.vigil.shared.api.ItemReason;

class MessageCheckTest {

    private static final Instant NOW = RECEIVED.plus(Duration.ofHours(1));
    private static final Set<String> GRADES = new java.util.TreeSet<>(Set.of("IMMEDIATE", "PRIORITY"));

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("source", "is required", aCall().from(" ")),
                Arguments.of("reference", "is required", aCall("")),
                Arguments.of("reference", "is over 60 characters", aCall("x".repeat(61))),
                Arguments.of("reference", "must not hold control characters", aCall("11\u000093")),
                Arguments.of("source", "must not hold control characters", aCall().from("CA\u202ED")),
                Arguments.of("receivedAt", "is required", aCall().receivedAt(null)),
                Arguments.of("receivedAt", "is before 1900", aCall().receivedAt(Instant.parse("1066-10-14T09:00:00Z"))),
                Arguments.of("receivedAt", "more than a day in the future", aCall().receivedAt(Instant.parse("2999-01-01T00:00:00Z"))),
                Arguments.of("receivedAt", "more than a day in the future", aCall().receivedAt(Instant.MAX)),
                Arguments.of("receivedAt", "is before 1900", aCall().receivedAt(Instant.MIN)),
                Arguments.of("arrivedAt", "more than a day in the future", aCall().arriving(NOW.plus(Duration.ofDays(1)).plusNanos(1000))),
                Arguments.of("gradeHistory[0].reason", "is over 500 characters",
                        aCall().step(new GradeStep("PRIORITY", true, NOW, null, "r".repeat(501), null))),
                Arguments.of("description", "is over 64 KB", aCall().describedAs("x".repeat(64 * 1024 + 1))),
                Arguments.of("description", "is over 64 KB", aCall().describedAs("é".repeat(32 * 1024 + 1))),
                Arguments.of("description", "is over 64 KB", aCall().describedAs("x".repeat(10_000_000))),
                Arguments.of("parties[0].familyName", "is over 120 characters",
                        aCall().with(PartyRole.VICTIM, "Ada", "x".repeat(121))),
                Arguments.of("crimes[0].noCrimeReason", "is over 500 characters",
                        aCall().withoutCrimeBecause("x".repeat(501), NOW)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("refused")
    void what_would_lose_the_call_is_refused_with_the_field_and_the_reason(
            String field, String problem, CallFixture call) {
        var checked = MessageCheck.of(call.message(), NOW, GRADES);

        assertThat(checked.clean()).isNull();
        assertThat(checked.errors()).anySatisfy(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.problem()).contains(problem);
        });
    }

    @Test
    void a_grade_that_no_policy_knows_keeps_the_call_without_it_and_is_named() {
        var checked = MessageCheck.of(
                aCall().flagged().graded("PURPLE").step("PRIORITY", true, NOW).step("P1", null, NOW).step("P2", false, NOW)
                        .message(),
                NOW, GRADES);

        assertThat(checked.errors()).isEmpty();
        assertThat(checked.clean().grade()).isNull();
        assertThat(checked.clean().gradeHistory()).extracting(GradeStep::grade).containsExactly("PRIORITY", null);
        assertThat(checked.doubts()).extracting(ItemReason::field)
                .containsExactly("grade", "gradeHistory[1].grade", "gradeHistory[2].grade");
        assertThat(checked.doubts().getFirst().problem())
                .contains("PURPLE", "IMMEDIATE, PRIORITY", "kept without it", "Grades and feeds");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        var checked = MessageCheck.of(
                aCall("").receivedAt(null).graded("PURPLE").arriving(Instant.MAX).message(), NOW, GRADES);

        assertThat(checked.errors()).extracting(error -> error.field())
                .containsExactlyInAnyOrder("reference", "receivedAt", "arrivedAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "'; DROP TABLE incident; --", "{{7*7}}",
        "Łódź 😀 مرحبا", "a\tb\nc"})
    void text_is_data_and_stays_as_it_is(String text) {
        var checked = MessageCheck.of(aCall().describedAs(text).message(), NOW, GRADES);

        assertThat(Objects.requireNonNull(checked.clean()).description()).isEqualTo(text);
        assertThat(checked.doubts()).isEmpty();
    }

    @Test
    void control_characters_are_left_out_and_the_sender_is_told() {
        var checked = MessageCheck.of(
                aCall().describedAs("a\u0000b\u001Bc\r\nd\u202Ee\uD800").with(PartyRole.VICTIM, "A\u0007da", "E\nx").message(),
                NOW, GRADES);

        assertThat(checked.errors()).isEmpty();
        var clean = Objects.requireNonNull(checked.clean());
        assertThat(clean.description()).isEqualTo("abc\nde");
        assertThat(Objects.requireNonNull(clean.parties()).getFirst().name()).isEqualTo("Ada E x");
        assertThat(checked.doubts()).extracting(doubt -> doubt.field())
                .containsExactlyInAnyOrder("description", "parties[0].givenName");
    }

    @Test
    void the_last_permitted_sizes_and_times_are_taken() {
        var call = aCall("x".repeat(60)).describedAs("x".repeat(64 * 1024)).arriving(NOW.plus(Duration.ofDays(1)))
                .receivedAt(Instant.parse("1900-01-01T00:00:00Z"));

        assertThat(MessageCheck.of(call.message(), NOW, GRADES).errors()).isEmpty();
    }

    @Test
    void an_odd_postcode_is_kept_and_told() {
        var checked = MessageCheck.of(aCall().at("Ashby Road", "NOT A CODE", null).message(), NOW, GRADES);

        assertThat(Objects.requireNonNull(Objects.requireNonNull(checked.clean()).address()).postcode())
                .isEqualTo("NOT A CODE");
        assertThat(checked.doubts()).extracting(doubt -> doubt.field()).containsExactly("address.postcode");
    }

    @ParameterizedTest
    @CsvSource({"pr12ab,PR1 2AB", "SW1A 1AA,SW1A 1AA", "ec1a1bb,EC1A 1BB", "m1 1ae,M1 1AE", "GIR 0AA,GIR 0AA", "W1A 0AX,W1A 0AX"})
    void a_postcode_is_tidied(String given, String tidy) {
        assertThat(Postcodes.isDoubtful(given)).isFalse();
        assertThat(Postcodes.tidy(given)).isEqualTo(tidy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PR1", "12345", "PR1 2ABC", "<b>", "QQ1 1QQ", "unknown"})
    void what_is_no_postcode_is_doubtful(String given) {
        assertThat(Postcodes.isDoubtful(given)).isTrue();
        assertThat(Postcodes.tidy(given)).isEqualTo(given);
    }

    @Test
    void an_arrival_before_the_receipt_is_kept_and_told() {
        var checked = MessageCheck.of(aCall().arriving(RECEIVED.minusSeconds(1)).message(), NOW, GRADES);

        assertThat(checked.clean()).isNotNull();
        assertThat(checked.doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.field()).isEqualTo("arrivedAt");
            assertThat(doubt.problem()).contains("before the call was received");
        });
    }

    @Test
    void dates_of_birth_outside_a_lifetime_are_refused() {
        for (var born : List.of(LocalDate.of(1066, 1, 1), LocalDate.of(2999, 1, 1))) {
            var party = Objects.requireNonNull(
                    aCall().with(PartyRole.VICTIM, "Ada", "Example").message().parties()).getFirst();
            var wrong = new org.vigil.incident.Party(party.role(), null, null, born, null, null, null, List.of());
            var message = aCall().message();
            var parties = Objects.requireNonNull(message.parties());
            parties.add(wrong);

            assertThat(MessageCheck.of(message, NOW, GRADES).errors())
                    .extracting(error -> error.field()).containsExactly("parties[0].dateOfBirth");
        }
    }
}
