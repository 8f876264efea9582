package org.vigil.security.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigil.security.Account;
import org.vigil.security.AccountService;
import org.vigil.security.EngineScope;
import org.vigil.shared.Duty;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;
import org.vigil.testkit.Web;

@VigilTest
class ApiSignInTest {

    private static final String SOMEWHERE = "/api/v1/nothing-here";

    @LocalServerPort
    private int port;

    @Autowired
    private Staff staff;

    @Autowired
    private AccountService accounts;

    @Autowired
    private RememberedCredentials remembered;

    @Autowired
    private org.vigil.security.data.AccountQueries queries;

    @Autowired
    private TestClock clock;

    private Web web;
    private Account feed;

    @BeforeEach
    void a_machine_account() {
        web = new Web(port);
        feed = staff.someone(Duty.FEED);
    }

    @AfterEach
    void let_time_go_on() {
        clock.release();
    }

    @Test
    void without_a_credential_the_api_says_how_to_sign_in() {
        var answer = web.get(SOMEWHERE);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        assertThat(answer.body()).contains("HTTP Basic");
    }

    @Test
    void a_right_credential_comes_in_and_makes_no_session() {
        var answer = call(Staff.PASSWORD);

        assertThat(answer).isEqualTo(404);
        assertThat(web.sessionCookie()).isEmpty();
    }

    @Test
    void a_right_credential_is_remembered_for_five_minutes() {
        clock.pin("2026-03-03T14:10:00Z");
        call(Staff.PASSWORD);

        assertThat(remembered.knows(credential(), Staff.PASSWORD)).isTrue();
        assertThat(remembered.knows(credential(), "something else")).isFalse();
        clock.advance(Duration.ofSeconds(299));
        assertThat(remembered.knows(credential(), Staff.PASSWORD)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(remembered.knows(credential(), Staff.PASSWORD)).isFalse();
    }

    @Test
    void a_remembered_credential_is_forgotten_when_the_account_is_disabled() {
        call(Staff.PASSWORD);

        EngineScope.run(() -> accounts.disable(feed.id(), feed.version()));

        assertThat(call(Staff.PASSWORD)).isEqualTo(401);
    }

    @Test
    void a_remembered_credential_is_forgotten_when_the_secret_changes() {
        call(Staff.PASSWORD);

        var secret = EngineScope.call(() -> accounts.newMachineSecret(feed.id(), feed.version()));

        assertThat(call(Staff.PASSWORD)).isEqualTo(401);
        assertThat(call(secret)).isEqualTo(404);
    }

    @Test
    void wrong_passwords_make_the_wait_grow_and_the_right_one_is_let_in_at_once() {
        clock.pin("2026-03-03T14:10:00Z");
        for (var wrong = 1; wrong <= 3; wrong++) {
            assertThat(call("not the password " + wrong)).isEqualTo(401);
        }
        clock.advance(Duration.ofSeconds(1));
        assertThat(waitAfter("still not the password")).isEqualTo("2");
        clock.advance(Duration.ofSeconds(2));
        assertThat(waitAfter("and still not")).isEqualTo("4");

        assertThat(call(Staff.PASSWORD)).isEqualTo(404);
        assertThat(waitAfter("not again")).isEmpty();
    }

    @Test
    void a_wrong_password_that_comes_too_early_is_answered_when_the_wait_is_over() {
        clock.pin("2026-03-03T14:10:00Z");
        for (var wrong = 1; wrong <= 3; wrong++) {
            call("not the password " + wrong);
        }
        var began = System.nanoTime();

        call("too early");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(950));
    }

    @Test
    void a_flood_of_wrong_passwords_is_refused_and_the_right_one_among_it_is_let_in_at_once() {
        clock.pin("2026-03-03T14:10:00Z");
        for (var wrong = 1; wrong <= 6; wrong++) {
            call("not the password " + wrong);
            clock.advance(Duration.ofSeconds(60));
        }
        clock.pin(clock.instant().minusSeconds(60));
        var flood = Executors.newFixedThreadPool(5);
        try {
            var answers = new ExecutorCompletionService<Integer>(flood);
            for (var each = 1; each <= 5; each++) {
                var wrong = "wrong at once " + each;
                answers.submit(() -> new Web(port)
                        .get(SOMEWHERE, "Authorization", Web.basic(feed.username(), wrong))
                        .statusCode());
            }
            assertThat(answers.take().get()).as("the one for which there is no place").isEqualTo(429);
            assertThat(answers.poll()).as("the others are held").isNull();

            var began = System.nanoTime();
            assertThat(call("wrong once more")).isEqualTo(429);
            assertThat(call(Staff.PASSWORD)).isEqualTo(404);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        } catch (InterruptedException | ExecutionException problem) {
            throw new AssertionError(problem);
        } finally {
            flood.shutdown();
        }
    }

    @Test
    void an_address_that_a_caller_claims_for_itself_does_not_shake_off_the_wait() {
        clock.pin("2026-03-03T14:10:00Z");
        for (var wrong = 1; wrong <= 3; wrong++) {
            call("not the password " + wrong);
        }
        clock.advance(Duration.ofSeconds(1));

        var answer = web.get(
                SOMEWHERE,
                "Authorization", Web.basic(feed.username(), "still not"),
                "X-Forwarded-For", "192.0.2.99",
                "Forwarded", "for=192.0.2.98");

        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    void an_account_that_does_not_exist_is_answered_like_one_that_does() {
        var unknown = web.get(SOMEWHERE, "Authorization", Web.basic("nobody-" + feed.username(), "whatever it is"));
        var wrong = web.get(SOMEWHERE, "Authorization", Web.basic(feed.username(), "whatever it is"));

        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void health_is_open_and_says_no_more_than_its_state() {
        for (var path : new String[] {"/actuator/health", "/actuator/health/readiness"}) {
            var answer = web.get(path);

            assertThat(answer.statusCode()).as(path).isIn(200, 503);
            assertThat(answer.body()).as(path).contains("status").doesNotContain("components");
        }
    }

    @Test
    void other_endpoints_and_details_are_for_administrators() {
        var admin = staff.someone(Duty.ADMIN);
        var asAdmin = Web.basic(admin.username(), Staff.PASSWORD);
        var asFeed = Web.basic(feed.username(), Staff.PASSWORD);

        assertThat(web.get("/actuator/metrics").statusCode()).isEqualTo(401);
        assertThat(web.get("/actuator/metrics", "Authorization", asFeed).statusCode()).isEqualTo(403);
        assertThat(web.get("/actuator/metrics", "Authorization", asAdmin).statusCode()).isEqualTo(200);
        assertThat(web.get("/actuator/health", "Authorization", asFeed).body()).doesNotContain("components");
        assertThat(web.get("/actuator/health", "Authorization", asAdmin).body()).contains("components");
    }

    private int call(String password) {
        return web.get(SOMEWHERE, "Authorization", Web.basic(feed.username(), password)).statusCode();
    }

    private String waitAfter(String password) {
        return web.get(SOMEWHERE, "Authorization", Web.basic(feed.username(), password))
                .headers()
                .firstValue("Retry-After")
                .orElse("");
    }

    private org.vigil.security.data.Credential credential() {
        return queries.credential(feed.username()).orElseThrow();
    }
}
