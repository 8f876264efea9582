package org.vigil.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigil.incident.Ground;
import org.vigil.incident.IncidentIntake;
import org.vigil.security.Account;
import org.vigil.security.AreaService;
import org.vigil.security.WallDisplay;
import org.vigil.security.WallDisplayService;
import org.vigil.shared.Duty;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;
import org.vigil.testkit.Web;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@VigilTest
class WallScreenTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private WallDisplayService displays;

    @Autowired
    private BoardService boards;

    @Autowired
    private IncidentIntake intake;

    @Autowired
    private AreaService areas;

    @Autowired
    private Staff staff;

    @Autowired
    private TestClock clock;

    private Scene scene;
    private Account admin;
    private String token;

    @BeforeEach
    void hang_a_screen_on_the_wall() {
        clock.pin(NOW);
        scene = new Scene(Ground.anew(areas, staff), intake, staff);
        scene.takeIn(
                scene.waiting("late", NOW.minus(Duration.ofHours(2))),
                scene.settled("done", NOW.minus(Duration.ofMinutes(20))));
        admin = staff.account("test-wall-admin", Duty.ADMIN);
        token = staff.as(admin, () -> displays.create(scene.reference("Wall"), scene.ground().district()));
    }

    @AfterEach
    void let_go() {
        clock.release();
    }

    @Test
    void shows_the_same_counts_as_the_board_of_a_supervisor_of_its_area() {
        var board = staff.as(scene.supervisor(), () -> boards.open(BoardDepth.first()));

        var counts = counts();

        assertThat(counts.path("breached").asInt()).isEqualTo(board.breached().count()).isPositive();
        assertThat(counts.path("due").asInt()).isEqualTo(board.due().count()).isPositive();
        assertThat(counts.path("fresh").asInt()).isEqualTo(board.fresh().count()).isPositive();
        assertThat(counts.path("ground").asString()).startsWith("District ");
    }

    @Test
    void keeps_no_session_so_that_none_can_time_out() {
        var page = new Web(port).get("/wall/" + token);
        var counts = new Web(port).get("/wall/" + token + "/counts");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("OFFICIAL-SENSITIVE");
        assertThat(page.headers().allValues("set-cookie")).isEmpty();
        assertThat(counts.headers().allValues("set-cookie")).isEmpty();
        assertThat(counts.headers().firstValue("cache-control").orElse("")).contains("no-store");
    }

    @Test
    void names_no_call_no_place_and_nobody() {
        var counts = new Web(port).get("/wall/" + token + "/counts").body();

        assertThat(counts).doesNotContain(scene.reference("late"), "Ashby Road", "calls/");
    }

    @Test
    void a_link_that_is_wrong_or_was_taken_back_gives_nothing() {
        var display = staff.as(admin, displays::all).stream()
                .filter(each -> each.name().equals(scene.reference("Wall")))
                .mapToLong(WallDisplay::id)
                .findFirst()
                .orElseThrow();
        assertThat(new Web(port).get("/wall/" + token + "x/counts").statusCode()).isEqualTo(404);

        staff.as(admin, () -> displays.revoke(display));

        assertThat(new Web(port).get("/wall/" + token + "/counts").statusCode()).isEqualTo(404);
    }

    private JsonNode counts() {
        return JsonMapper.builder().build().readTree(new Web(port).get("/wall/" + token + "/counts").body());
    }
}
