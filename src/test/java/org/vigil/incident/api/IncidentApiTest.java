package org.vigil.incident.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigil.db.Transactions;
import org.vigil.incident.Call;
import org.vigil.incident.CallKey;
import org.vigil.incident.data.CallQueries;
import org.vigil.shared.Duty;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;
import org.vigil.testkit.Web;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@VigilTest
class IncidentApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Staff staff;

    @Autowired
    private CallQueries calls;

    @Autowired
    private Transactions transactions;

    @Autowired
    private TestClock clock;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private String feed = "";

    @BeforeEach
    void a_feed_and_a_clock() {
        feed = staff.someone(Duty.FEED).username();
        clock.pin("2026-03-03T13:00:00Z");
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void each_item_is_answered_in_the_order_sent_and_the_batch_can_be_sent_again() {
        var body = "[%s,%s,%s]".formatted(call("A"), call("B"), call("A"));

        var first = post(body);
        var again = post(body);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(statuses(first)).containsExactly("created", "created", "unchanged");
        assertThat(items(first).get(1).get("reference").asString()).isEqualTo(run + "-B");
        assertThat(items(first).get(1).get("index").asInt()).isEqualTo(1);
        assertThat(items(first).get(1).get("reasons").isArray()).isTrue();
        assertThat(statuses(again)).containsOnly("unchanged");
    }

    @Test
    void an_empty_batch_is_answered_with_no_items() {
        assertThat(items(post("[]"))).isEmpty();
    }

    @Test
    void messages_out_of_order_leave_the_newest_standing() {
        assertThat(statuses(post("[%s]".formatted(call("A", "'changedAt':'2026-03-03T12:30:00Z','description':'new'")))))
                .containsExactly("created");
        var stale = post("[%s]".formatted(call("A", "'changedAt':'2026-03-03T12:10:00Z','description':'old'")));

        assertThat(statuses(stale)).containsExactly("unchanged");
        assertThat(reasons(stale, 0)).anyMatch(reason -> reason.startsWith("changedAt"));
        assertThat(held("A").details().description()).isEqualTo("new");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "receivedAt    | {'source':'CAD','reference':'RUN-X'}",
        "source        | {'reference':'RUN-X','receivedAt':'2026-03-03T12:00:00Z'}",
        "reference     | {'source':'CAD','receivedAt':'2026-03-03T12:00:00Z'}",
        "receivedAt    | {'source':'CAD','reference':'RUN-X','receivedAt':'1066-10-14T09:00:00Z'}",
        "receivedAt    | {'source':'CAD','reference':'RUN-X','receivedAt':'2999-01-01T00:00:00Z'}",
        "receivedAt    | {'source':'CAD','reference':'RUN-X','receivedAt':'2026-03-03T12:00:00'}",
        "receivedAt    | {'source':'CAD','reference':'RUN-X','receivedAt':'2026-02-30T12:00:00Z'}",
        "receivedAt    | {'source':'CAD','reference':'RUN-X','receivedAt':1772539200}",
        "receivedAt    | {'source':'CAD','reference':'RUN-X','receivedAt':null}",
        "reference     | {'source':'CAD','reference':1193,'receivedAt':'2026-03-03T12:00:00Z'}",
        "reference     | {'source':'CAD','reference':'RUN\\u0000X','receivedAt':'2026-03-03T12:00:00Z'}",
        "priority      | {'source':'CAD','reference':'RUN-X','receivedAt':'2026-03-03T12:00:00Z','priority':1}",
        "disposal      | {'source':'CAD','reference':'RUN-X','receivedAt':'2026-03-03T12:00:00Z','disposal':'attended'}",
        "domesticAbuse | {'source':'CAD','reference':'RUN-X','receivedAt':'2026-03-03T12:00:00Z','domesticAbuse':'yes'}",
        "parties       | {'source':'CAD','reference':'RUN-X','receivedAt':'2026-03-03T12:00:00Z','parties':'Ada'}",
        "parties[0]    | {'source':'CAD','reference':'RUN-X','receivedAt':'2026-03-03T12:00:00Z','parties':[null]}",
        "parties[0].role | {'source':'CAD','reference':'RUN-X','receivedAt':'2026-03-03T12:00:00Z','parties':[{}]}",
        "parties[0].dateOfBirth | {'source':'CAD','reference':'RUN-X','receivedAt':'2026-03-03T12:00:00Z','parties':[{'role':'VICTIM','dateOfBirth':'1066-01-01'}]}",
        "parties[0].identifiers[0].scheme | {'source':'CAD','reference':'RUN-X','receivedAt':'2026-03-03T12:00:00Z','parties':[{'role':'VICTIM','identifiers':[{'value':'1'}]}]}",
        "address.county | {'source':'CAD','reference':'RUN-X','receivedAt':'2026-03-03T12:00:00Z','address':{'county':'x'}}",
        "gradeHistory[0].at | {'source':'CAD','reference':'RUN-X','receivedAt':'2026-03-03T12:00:00Z','gradeHistory':[{'grade':'IMMEDIATE'}]}",
    })
    void a_malformed_item_is_rejected_by_field_and_the_good_ones_beside_it_are_kept(String field, String item) {
        var answer = post("[%s,%s,%s]".formatted(call("A"), item.replace('\'', '"').replace("RUN", run), call("B")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(statuses(answer)).containsExactly("created", "rejected", "created");
        assertThat(reasons(answer, 1)).isNotEmpty().allMatch(reason -> reason.startsWith(field + " "));
        assertThat(held("A").reference()).isEqualTo(run + "-A");
    }

    @Test
    void a_call_with_a_grade_that_no_policy_knows_is_kept_without_it_and_the_feed_is_told() {
        var answer = post("[%s]".formatted(call("A", "'grade':'PURPLE','domesticAbuse':true")));

        assertThat(statuses(answer)).containsExactly("created");
        assertThat(reasons(answer, 0)).singleElement().asString().startsWith("grade ").contains("PURPLE");
        assertThat(held("A").grading().grade()).isNull();
    }

    @Test
    void a_description_of_ten_megabytes_rejects_its_item_alone() {
        var huge = call("X", "'description':'" + "x".repeat(10_000_000) + "'");

        var answer = post("[%s,%s]".formatted(huge, call("A")));

        assertThat(statuses(answer)).containsExactly("rejected", "created");
        assertThat(reasons(answer, 0)).containsExactly("description is over 64 KB");
    }

    @Test
    void html_in_every_field_is_kept_as_text() {
        var html = "<img src=x onerror=alert(1)>";
        var answer = post("[%s]".formatted(call("A", """
                'openingCode':'%1$s','closingCode':'%1$s','description':'%1$s','callTakerTeam':'%1$s',
                'address':{'line':'%1$s','postcode':'%1$s'},'area':'%1$s','units':['%1$s'],
                'gradeHistory':[{'grade':'IMMEDIATE','at':'2026-03-03T12:00:00Z','by':'%1$s','reason':'%1$s','authority':'%1$s'}],
                'parties':[{'role':'VICTIM','givenName':'%1$s','familyName':'%1$s','phone':'%1$s',
                    'identifiers':[{'scheme':'PNC','value':'%1$s'}]}],
                'arrests':[{'party':0,'reasonForNone':'%1$s'}],'crimes':[{'reference':'%1$s'}]
                """.formatted(html))));

        assertThat(statuses(answer)).containsExactly("created");
        assertThat(reasons(answer, 0)).anyMatch(reason -> reason.startsWith("area "))
                .anyMatch(reason -> reason.startsWith("address.postcode "));
        assertThat(held("A").details().description()).isEqualTo(html);
        assertThat(held("A").parties().getFirst().givenName()).isEqualTo(html);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
    }

    @Test
    void an_arrival_before_the_receipt_is_kept_and_told() {
        var answer = post("[%s]".formatted(call("A", "'arrivedAt':'2026-03-03T11:59:00Z'")));

        assertThat(statuses(answer)).containsExactly("created");
        assertThat(reasons(answer, 0)).anyMatch(reason -> reason.contains("before the call was received"));
    }

    @Test
    void a_thousand_calls_are_taken_and_one_more_is_refused_whole() {
        var thousand = IntStream.range(0, 1000).mapToObj(number -> call("N" + number)).collect(Collectors.joining(","));

        assertThat(statuses(post("[" + thousand + "]"))).hasSize(1000).containsOnly("created");
        var refused = post("[" + thousand + "," + call("N1000") + "]");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(problem(refused).get("detail").asString()).contains("1,001 items", "at most 1,000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "\"text\"", "[{\"source\":\"CAD\"", "[{]", "[1,]", "[{'source':'CAD'}]"})
    void a_body_that_is_no_array_is_a_problem_that_says_so(String body) {
        var answer = post(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(problem(answer).get("status").asInt()).isEqualTo(400);
        assertThat(problem(answer).get("detail").asString()).isNotBlank();
    }

    @Test
    void a_body_over_the_limit_is_refused_with_and_without_an_announced_length() throws Exception {
        var announced = send(request().POST(BodyPublishers.ofByteArray(new byte[33 * 1024 * 1024])));
        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(problem(announced).get("detail").asString()).contains("32 MB");

        var chunked = send(request().POST(inChunks(33)));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(problem(chunked).get("title").asString()).isEqualTo("Too large");
    }

    @Test
    void chunks_within_the_limit_are_taken() throws Exception {
        var body = "[" + call("A", "'description':'" + "x".repeat(60_000) + "'") + "]";

        var answer = send(request().POST(BodyPublishers.ofInputStream(
                () -> new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))));

        assertThat(statuses(answer)).containsExactly("created");
    }

    @Test
    void another_content_type_or_encoding_is_not_taken() throws Exception {
        var text = send(request().setHeader("Content-Type", "text/plain").POST(BodyPublishers.ofString("[]")));
        var packed = send(request().header("Content-Encoding", "gzip").POST(BodyPublishers.ofString("[]")));

        assertThat(List.of(text.statusCode(), packed.statusCode())).containsExactly(415, 415);
        assertThat(problem(text).get("detail").asString()).contains("application/json");
    }

    @Test
    void what_is_not_there_and_what_is_not_taken_are_problems_too() throws Exception {
        var missing = send(builder("/api/v1/nothing").GET());
        var method = send(builder("/api/v1/incidents").GET());

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(problem(missing).get("detail").asString()).contains("/api/openapi.json");
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(problem(method).get("status").asInt()).isEqualTo(405);
    }

    @Test
    void only_a_feed_may_send_calls() throws Exception {
        var supervisor = staff.someone(Duty.SUPERVISOR).username();
        var refused = send(HttpRequest.newBuilder(uri("/api/v1/incidents"))
                .header("Authorization", Web.basic(supervisor, Staff.PASSWORD))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("[" + call("A") + "]")));
        var nobody = send(HttpRequest.newBuilder(uri("/api/v1/incidents"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("[]")));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(problem(refused).get("detail").asString()).isNotBlank();
        assertThat(nobody.statusCode()).isEqualTo(401);
    }

    @Test
    void the_api_describes_itself() throws Exception {
        var described = send(builder("/api/openapi.json").GET());

        assertThat(described.statusCode()).isEqualTo(200);
        var paths = JSON.readTree(described.body()).get("paths");
        assertThat(paths.has("/api/v1/incidents")).isTrue();
        assertThat(paths.propertyNames()).allMatch(path -> path.startsWith("/api/v1/"));
        assertThat(described.body()).contains("receivedAt", "gradeHistory", "noCrimeReason", "rejected");
    }

    private String call(String name) {
        return call(name, "'domesticAbuse':true,'grade':'IMMEDIATE'");
    }

    private String call(String name, String more) {
        return """
                {'source':'CAD','reference':'%s-%s','receivedAt':'2026-03-03T12:00:00+00:00',%s}"""
                .formatted(run, name, more)
                .replace('\'', '"');
    }

    private Call held(String name) {
        var key = new CallKey("CAD", run + "-" + name);
        return transactions.call(() -> calls.lock(List.of(key))).get(key);
    }

    private static BodyPublisher inChunks(int megabytes) {
        var chunk = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
        var parts = IntStream.range(0, megabytes)
                .<InputStream>mapToObj(number -> new java.io.ByteArrayInputStream(chunk))
                .toList();
        return BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(parts)));
    }

    private HttpResponse<String> post(String body) {
        try {
            return send(request().POST(BodyPublishers.ofString(body)));
        } catch (IOException | InterruptedException problem) {
            throw new AssertionError(problem);
        }
    }

    private HttpRequest.Builder request() {
        return builder("/api/v1/incidents").header("Content-Type", "application/json");
    }

    private HttpRequest.Builder builder(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", Web.basic(feed, Staff.PASSWORD));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        return JSON.readTree(answer.body());
    }

    private static List<JsonNode> items(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("items").valueStream().toList();
    }

    private static List<String> statuses(HttpResponse<String> answer) {
        return items(answer).stream().map(item -> item.get("status").asString()).toList();
    }

    private static List<String> reasons(HttpResponse<String> answer, int index) {
        return items(answer).get(index).get("reasons").valueStream()
                .map(reason -> reason.get("field").asString() + " " + reason.get("problem").asString())
                .toList();
    }
}
