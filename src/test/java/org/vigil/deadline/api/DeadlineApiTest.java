package org.vigil.deadline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigil.deadline.Clockwork;
import org.vigil.deadline.rules.ClockTerms;
import org.vigil.deadline.rules.ShippedRules;
import org.vigil.shared.Duty;
import org.vigil.testkit.Staff;
import org.vigil.testkit.VigilTest;
import org.vigil.testkit.Web;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@VigilTest
class DeadlineApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private Staff staff;

    @Autowired
    private Clockwork clockwork;

    @Test
    void a_preview_answers_in_the_order_sent_with_reasons_or_a_problem() {
        var answer = json(preview(Duty.CUSTODY, """
                [{"rule":"DVPN_HEARING","startsAt":"2026-04-02T18:00:00+01:00"},
                 {"rule":"NO_SUCH_RULE","startsAt":"2026-04-02T18:00:00+01:00"},
                 {"rule":"CALL_ATTENDANCE","startsAt":"2026-04-02T18:00:00+01:00"},
                 {"rule":"CALL_ATTENDANCE","startsAt":"2026-04-02T18:00:00+01:00","minutes":15},
                 {"rule":"DVPN_HEARING"},
                 {"rule":"DVPN_HEARING","startsAt":"yesterday"},
                 {"rule":"DVPN_HEARING","startsAt":"2026-04-02T18:00:00Z","colour":"red"},
                 {"rule":"DVPN_HEARING","startsAt":"2026-12-24T18:00:00Z"},
                 {"rule":"DVPN_HEARING","startsAt":"2028-12-31T18:00:00Z"},
                 {"rule":"CHILD_SCHOOL_NOTICE","startsAt":"2026-04-02T18:00:00Z"},
                 {"rule":"CRIME_RECORDING","startsAt":"1066-10-14T09:00:00Z"},
                 {"rule":"CRIME_RECORDING","startsAt":"2999-01-01T09:00:00Z"}]"""));

        assertThat(answer.isArray()).isTrue();
        assertThat(answer.size()).isEqualTo(12);
        var first = answer.get(0);
        assertThat(first.get("dueAt").stringValue()).isEqualTo("2026-04-07T17:00:00Z");
        assertThat(first.get("startsAt").stringValue()).isEqualTo("2026-04-02T17:00:00Z");
        assertThat(first.get("basis").stringValue()).isEqualTo("CSA 2010 s.27");
        assertThat(first.get("excluded").toString())
                .isEqualTo("[{\"date\":\"2026-04-03\",\"reason\":\"Good Friday\"},"
                        + "{\"date\":\"2026-04-05\",\"reason\":\"Sunday\"},"
                        + "{\"date\":\"2026-04-06\",\"reason\":\"Easter Monday (bank holiday)\"}]");
        assertThat(first.has("problem")).isFalse();
        assertThat(problem(answer, 1)).contains("no clock called NO_SUCH_RULE");
        assertThat(problem(answer, 2)).contains("minutes");
        assertThat(answer.get(3).get("dueAt").stringValue()).isEqualTo("2026-04-02T17:15:00Z");
        assertThat(problem(answer, 4)).contains("startsAt");
        assertThat(problem(answer, 5)).contains("startsAt").contains("offset");
        assertThat(problem(answer, 6)).contains("colour");
        assertThat(answer.get(7).get("caution").stringValue()).contains("26 Dec 2026");
        assertThat(problem(answer, 8)).contains("31 December 2028");
        assertThat(problem(answer, 9)).contains("next day of term");
        assertThat(problem(answer, 10)).contains("No version of this rule was in force");
        assertThat(problem(answer, 11)).contains("plausible");
        assertThat(answer.get(11).has("dueAt")).isFalse();
    }

    @Test
    void a_thousand_questions_are_answered_and_one_more_is_refused() {
        assertThat(json(preview(Duty.FEED, questions(1000))).size()).isEqualTo(1000);
        var refused = preview(Duty.FEED, questions(1001));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("1,001");
    }

    private static String questions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"rule\":\"CRIME_RECORDING\",\"startsAt\":\"2026-04-02T18:00:00Z\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void the_worked_cases_come_out_over_http_as_well() throws IOException {
        var file = List.of(Path.of("../shared/domain/deadline-cases.csv"), Path.of("../../shared/domain/deadline-cases.csv"))
                .stream()
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(file.isPresent(), "skipped: the worked cases are not on this machine");
        var cases = Files.readAllLines(file.orElseThrow()).stream().skip(1).map(line -> line.split(",")).toList();
        var body = cases.stream()
                .map(row -> "{\"rule\":\"" + row[0] + "\",\"startsAt\":\"" + row[1] + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        var answers = json(preview(Duty.SUPERVISOR, body));
        for (var i = 0; i < cases.size(); i++) {
            assertThat(answers.get(i).get("dueAt").stringValue())
                    .as(String.join(" ", cases.get(i)))
                    .isEqualTo(cases.get(i)[2]);
        }
    }

    @Test
    void every_rule_answers_with_a_time_or_with_the_fact_that_is_missing() {
        var terms = List.copyOf(ShippedRules.terms().values());
        var body = terms.stream()
                .map(rule -> "{\"rule\":\"" + rule.code() + "\",\"startsAt\":\"2026-06-09T13:30:00Z\"}")
                .collect(Collectors.joining(",", "[", "]"));
        var answers = json(preview(Duty.DVDS, body));
        for (var i = 0; i < terms.size(); i++) {
            var answer = answers.get(i);
            var missing = MISSING.getOrDefault(terms.get(i).code(), byKind(terms.get(i)));
            if (missing.isEmpty()) {
                assertThat(Instant.parse(answer.get("dueAt").stringValue()))
                        .as(terms.get(i).code())
                        .isAfter(Instant.parse("2026-06-09T13:30:00Z"));
                assertThat(answer.has("problem")).as(terms.get(i).code()).isFalse();
            } else {
                assertThat(problem(answers, i)).as(terms.get(i).code()).startsWith(missing);
                assertThat(answer.has("dueAt")).as(terms.get(i).code()).isFalse();
            }
        }
    }

    /** What these rules need beside their start. */
    private static final Map<String, String> MISSING = Map.of(
            "CALL_ATTENDANCE", "A fact is missing: the number of minutes that the policy allows.",
            "VICTIM_BEFORE_RELEASE", "A fact is missing: the time of the release, or",
            "CHILD_SCHOOL_NOTICE", "A fact is missing: the next day of term.",
            "SDVC_SPECIALIST", "A fact is missing: the time of the sitting.",
            "ORDER_EXPIRY", "");

    private static String byKind(ClockTerms rule) {
        return switch (rule.kind()) {
            case END_OF_DAY -> "A fact is missing: the day on which it is due.";
            case AT -> "A fact is missing: the time at which it ends.";
            default -> rule.length() == null ? "The force has set no length for this clock: an administrator" : "";
        };
    }

    @Test
    void only_the_duties_that_need_it_may_ask() {
        for (var duty : List.of(Duty.RESPONSE, Duty.ADMIN, Duty.AUDITOR, Duty.ANALYST)) {
            assertThat(preview(duty, questions(1)).statusCode()).as(duty.label()).isEqualTo(403);
        }
    }

    @Test
    void deadlines_are_listed_by_subject_and_state_with_the_stages_that_fired() {
        var call = clockwork.call();
        var start = Instant.parse("2026-06-09T10:00:00Z");
        clockwork.open("CRIME_RECORDING", call, start, start);
        var found = json(get(Duty.SUPERVISOR, "/api/v1/deadlines?subject=" + call.reference()));
        assertThat(found.get("items").size()).isEqualTo(1);
        var item = found.get("items").get(0);
        assertThat(item.get("rule").stringValue()).isEqualTo("CRIME_RECORDING");
        assertThat(item.get("dueAt").stringValue()).isEqualTo("2026-06-10T10:00:00Z");
        assertThat(item.get("subject").get("reference").stringValue()).isEqualTo(call.reference());
        assertThat(item.has("rungs")).isTrue();
        var byKey = "/api/v1/deadlines?subject=INCIDENT:" + call.id();
        assertThat(json(get(Duty.SUPERVISOR, byKey)).get("items").size()).isEqualTo(1);
        assertThat(json(get(Duty.SUPERVISOR, byKey + "&state=MET")).get("items").size()).isZero();
        assertThat(json(get(Duty.DVDS, byKey)).get("items").size()).as("not a disclosure").isZero();
        assertThat(get(Duty.SUPERVISOR, "/api/v1/deadlines?state=LATE").statusCode()).isEqualTo(400);
        assertThat(get(Duty.ADMIN, byKey).statusCode()).isEqualTo(403);
        assertThat(get(Duty.AUDITOR, byKey).statusCode()).isEqualTo(403);
    }

    @Test
    void a_bank_holiday_file_that_is_cut_off_is_refused_and_a_stranger_may_not_send_one() {
        var refused = post(Duty.ADMIN, "/api/v1/imports/bank-holidays", "{\"england-and-wales\":{\"events\":[{");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("refused whole and the calendar stays as it was");
        assertThat(post(Duty.CUSTODY, "/api/v1/imports/bank-holidays", "{}").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> preview(Duty duty, String body) {
        return post(duty, "/api/v1/deadlines/preview", body);
    }

    private HttpResponse<String> post(Duty duty, String path, String body) {
        return new Web(port).post(path, body, "Content-Type", "application/json", "Authorization", as(duty));
    }

    private HttpResponse<String> get(Duty duty, String path) {
        return new Web(port).get(path, "Authorization", as(duty));
    }

    private String as(Duty duty) {
        var account = staff.account("clocks-" + duty.name().toLowerCase(), duty);
        return Web.basic(account.username(), Staff.PASSWORD);
    }

    private static String problem(JsonNode answers, int index) {
        return answers.get(index).get("problem").stringValue();
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
