package org.vigil.alert.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.alert.AlertFixture.alert;
import static org.vigil.alert.AlertFixture.key;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigil.alert.AlertFixture;
import org.vigil.alert.AlertRaiser;
import org.vigil.db.Transactions;
import org.vigil.security.Account;
import org.vigil.security.AreaService;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;
import org.vigil.testkit.Databases;
import org.vigil.testkit.Staff;
import org.vigil.testkit.VigilTest;
import org.vigil.testkit.Web;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@VigilTest
class AlertApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private AlertRaiser raiser;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Databases databases;

    @Autowired
    private AreaService areas;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private Staff staff;

    private AlertFixture fixture;
    private long area;
    private Account supervisor;

    @BeforeEach
    void a_supervisor_of_a_district_of_their_own() {
        fixture = new AlertFixture(databases, directory, areas);
        area = fixture.district();
        supervisor = staff.someoneIn(Set.of(area), Duty.SUPERVISOR);
    }

    @Test
    void alerts_come_with_what_they_are_about_and_their_history() {
        var id = raised("2026-03-03T14:10:00Z");

        var item = only(get(supervisor, "?since=2026-03-03T14:10:00Z"), id);

        assertThat(item.path("kind").asString()).isEqualTo("TEST");
        assertThat(item.path("severity").asString()).isEqualTo("WARNING");
        assertThat(item.path("state").asString()).isEqualTo("RAISED");
        assertThat(item.path("subject").path("type").asString()).isEqualTo("INCIDENT");
        assertThat(item.path("subject").path("reference").asString()).isEqualTo("CAD-7");
        assertThat(item.path("raisedAt").asString()).isEqualTo("2026-03-03T14:10:00Z");
        assertThat(item.has("dueAt")).isTrue();
        assertThat(item.path("assignedTo").isNull()).isTrue();
        assertThat(item.path("history").valueStream().map(event -> event.path("event").asString()))
                .containsExactly("RAISED", "NOTIFIED");
    }

    @Test
    void pages_run_from_the_oldest_change_to_the_newest_without_gap_or_overlap() {
        var ids = new ArrayList<Long>();
        for (var i = 0; i < 7; i++) {
            ids.add(raised("2026-03-03T14:10:0" + i + "Z"));
        }
        // The oldest is changed and so becomes the newest change.
        transactions.run(() -> raiser.resolve(
                fixture.values("SELECT dedup_key FROM alert WHERE id = ?", ids.getFirst()), "Done",
                Instant.parse("2026-03-03T14:20:00Z")));
        var seen = new ArrayList<Long>();
        var since = "2026-03-03T14:10:00Z";
        while (since != null) {
            var answer = get(supervisor, "?limit=2&since=" + since);
            answer.path("items").forEach(item -> seen.add(item.path("id").asLong()));
            since = answer.path("next").isNull() ? null : answer.path("next").asString();
        }

        var mine = seen.stream().filter(ids::contains).toList();
        assertThat(mine).hasSize(7).doesNotHaveDuplicates().endsWith(ids.getFirst()).startsWith(ids.get(1));
    }

    @Test
    void a_time_is_inclusive_and_a_state_narrows() {
        var at = laterThanAll();
        var first = raised(at.toString());
        var second = raised(at.plusSeconds(1).toString());
        transactions.run(() -> raiser.resolve(
                fixture.values("SELECT dedup_key FROM alert WHERE id = ?", second), "Done", at.plusSeconds(2)));

        assertThat(ids(get(supervisor, "?since=" + at))).contains(first, second);
        assertThat(ids(get(supervisor, "?since=" + at.plusNanos(1_000))))
                .contains(second)
                .doesNotContain(first);
        assertThat(ids(get(supervisor, "?state=RESOLVED&since=" + at)))
                .contains(second)
                .doesNotContain(first);
        assertThat(ids(get(supervisor, "?since=2999-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void what_is_committed_after_a_later_change_is_not_lost_to_a_reader_who_goes_on_from_that_change() {
        var at = laterThanAll();
        var seen = raised(at.plusSeconds(5).toString());
        assertThat(ids(get(supervisor, "?since=" + at))).contains(seen);

        var slow = raised(at.plusSeconds(3).toString());

        assertThat(ids(get(supervisor, "?since=" + at.plusSeconds(5)))).containsExactly(seen, slow);
    }

    /** The test database outlives a run, and other tests look ahead. */
    private Instant laterThanAll() {
        var last = fixture.values("SELECT DATE(MAX(changed_at)) FROM alert").getFirst();
        return LocalDate.parse(last).plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Test
    void an_account_sees_what_its_duties_and_areas_let_it_see() {
        var id = raised("2026-03-03T14:10:00Z");

        assertThat(ids(get(staff.someoneIn(Set.of(fixture.district()), Duty.SUPERVISOR), "?limit=500")))
                .doesNotContain(id);
        assertThat(ids(get(staff.someone(Duty.FEED), "?limit=500"))).isEmpty();
        assertThat(ids(get(staff.someone(Duty.ADMIN), "?limit=500"))).doesNotContain(id);
        assertThat(status(staff.someone(Duty.AUDITOR), "")).isEqualTo(403);
        assertThat(new Web(port).get("/api/v1/alerts").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=501", "?limit=x", "?state=OPEN", "?since=yesterday", "?since=YTF-fng"})
    void what_can_not_be_understood_is_refused_with_a_reason(String query) {
        var answer = new Web(port)
                .get("/api/v1/alerts" + query, "Authorization", Web.basic(supervisor.username(), Staff.PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"detail\"");
    }

    @Test
    void each_reading_is_audited_with_the_alerts_that_it_showed() {
        var id = raised("2026-03-03T14:10:00Z");
        get(supervisor, "?since=2026-03-03T14:10:00Z&limit=500");

        assertThat(fixture.values(
                        "SELECT shown.subject_id FROM audit_shown shown JOIN audit_entry entry ON entry.id = shown.entry_id"
                                + " WHERE entry.account_id = ? AND entry.action = 'VIEW' AND shown.subject_id = ?",
                        supervisor.id(), id))
                .containsExactly("" + id);
        assertThat(fixture.values(
                        "SELECT shown.subject_id FROM audit_shown shown JOIN audit_entry entry ON entry.id = shown.entry_id"
                                + " WHERE entry.account_id = ? AND shown.subject_type = 'INCIDENT'",
                        supervisor.id()))
                .as("the call that it is about; other tests leave alerts of the whole force")
                .contains("7");
    }

    private long raised(String at) {
        var alert = alert(key(), area);
        transactions.run(() -> raiser.raise(List.of(alert), Instant.parse(at)));
        return fixture.idOf(alert.dedupKey());
    }

    private int status(Account account, String query) {
        return new Web(port)
                .get("/api/v1/alerts" + query, "Authorization", Web.basic(account.username(), Staff.PASSWORD))
                .statusCode();
    }

    private JsonNode get(Account account, String query) {
        var answer = new Web(port)
                .get("/api/v1/alerts" + query, "Authorization", Web.basic(account.username(), Staff.PASSWORD));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static List<Long> ids(JsonNode answer) {
        return answer.path("items").valueStream().map(item -> item.path("id").asLong()).toList();
    }

    private static JsonNode only(JsonNode answer, long id) {
        return answer.path("items")
                .valueStream()
                .filter(item -> item.path("id").asLong() == id)
                .findFirst()
                .orElseThrow();
    }
}
