package org.vigil.person.search.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigil.db.Transactions;
import org.vigil.person.search.Known;
import org.vigil.person.search.PersonIndex;
import org.vigil.security.Account;
import org.vigil.shared.Duty;
import org.vigil.testkit.Databases;
import org.vigil.testkit.Staff;
import org.vigil.testkit.VigilTest;
import org.vigil.testkit.Web;
import tools.jackson.databind.json.JsonMapper;

@VigilTest
class PeopleSearchApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private PersonIndex index;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Databases databases;

    @Autowired
    private Staff staff;

    private Account officer;
    private Known known;

    @BeforeEach
    void an_officer() {
        officer = staff.someone(Duty.RESPONSE);
        known = new Known(databases, index, transactions);
    }

    @Test
    void people_come_with_what_they_are_called_and_why_they_were_found() {
        var person = known.as("Thaddeus", "Okonjowell").born("1984-03-12").pnc("2003/0001234P").keep();

        var item = JSON.readTree(get("?q=tadeusz+okonjowel").body()).path("items").get(0);

        assertThat(item.path("id").asLong()).isEqualTo(person);
        assertThat(item.path("name").asString()).isEqualTo("Thaddeus Okonjowell");
        assertThat(item.path("dateOfBirth").asString()).isEqualTo("1984-03-12");
        assertThat(item.path("identifiers").get(0).asString()).isEqualTo("PNC 2003/0001234P");
        assertThat(item.path("measures").isArray()).isTrue();
        assertThat(item.path("reasons")).isNotEmpty();
    }

    @Test
    void it_says_what_the_query_was_taken_for() {
        var answer = JSON.readTree(get("?q=zzq+smith+35").body());

        assertThat(answer.path("understood").get(1).asString()).isEqualTo("age “35”");
    }

    @Test
    void a_limit_keeps_the_first_and_says_that_there_are_more() {
        for (var one = 0; one < 3; one++) {
            known.as("Zephyrine", "Dunaburgh").keep();
        }

        var answer = JSON.readTree(get("?q=zephyrine+dunaburgh&limit=2").body());

        assertThat(answer.path("items")).hasSize(2);
        assertThat(answer.path("more").asBoolean()).isTrue();
        assertThat(answer.path("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "J", "🙂", "unknown unknown", "01/01/1900", "<b>x</b>", "'; DROP TABLE person; --", "\u0000", "%%%"})
    void odd_queries_get_an_answer_and_a_word_on_what_was_left_out(String query) {
        var answer = get("?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ab ", "'", "1"})
    void ten_thousand_letters_are_read_as_far_as_makes_sense(String part) {
        var answer = get("?q=" + URLEncoder.encode(part.repeat(10_000).substring(0, 10_000), StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Only the first 200 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?q=x&limit=0", "?q=x&limit=101", "?q=x&limit=y", ""})
    void what_can_not_be_understood_is_refused_with_a_reason(String query) {
        var answer = get(query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    @Test
    void whose_duty_it_is_not_is_refused() {
        officer = staff.someone(Duty.ANALYST);

        assertThat(get("?q=smith").statusCode()).isEqualTo(403);
        assertThat(new Web(port).get("/api/v1/people?q=smith").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> get(String query) {
        return new Web(port)
                .get("/api/v1/people" + query, "Authorization", Web.basic(officer.username(), Staff.PASSWORD));
    }
}
