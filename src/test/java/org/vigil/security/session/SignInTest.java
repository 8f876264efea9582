package org.vigil.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigil.security.Account;
import org.vigil.security.AccountDetails;
import org.vigil.security.AccountService;
import org.vigil.security.EngineScope;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;
import org.vigil.testkit.Databases;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;
import org.vigil.testkit.Web;

@VigilTest
class SignInTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Staff staff;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private AccountService accounts;

    @Autowired
    private Databases databases;

    @Autowired
    private TestClock clock;

    private Web web;
    private Account leader;

    @BeforeEach
    void somebody() {
        web = new Web(port);
        leader = staff.someone(Duty.LEADER);
    }

    @AfterEach
    void let_time_go_on() {
        clock.release();
    }

    @Test
    void the_right_password_opens_the_console_on_a_session_with_a_new_id() {
        assertThat(web.get("/login", "Accept", "text/html").body()).contains("Vaadin");
        var before = web.sessionCookie();

        var answer = web.signIn(leader.username(), Staff.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("login");
        assertThat(web.sessionCookie()).isNotEmpty().isNotEqualTo(before);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(directory.hasLiveSession(List.of(leader.id()))).isTrue();
        assertThat(audited(leader, "LOGIN")).containsExactly("Signed in");
    }

    @Test
    void a_wrong_password_leads_back_to_the_page_which_says_so() {
        var answer = web.signIn(leader.username(), "not the password");

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login?failed=wrong");
        assertThat(audited(leader, "REFUSED")).containsExactly("Sign-in refused: wrong password");
        assertThat(directory.hasLiveSession(List.of(leader.id()))).isFalse();
    }

    @Test
    void after_three_wrong_passwords_the_page_says_how_long_to_wait() {
        clock.pin("2026-03-03T14:10:00Z");
        web.signIn(leader.username(), "not the password");
        web.signIn(leader.username(), "nor this one");

        assertThat(web.signIn(leader.username(), "nor that").headers().firstValue("Location").orElse(""))
                .endsWith("/login?failed=wrong&wait=1");
        assertThat(web.signIn(leader.username(), Staff.PASSWORD).headers().firstValue("Location").orElse(""))
                .doesNotContain("login");
    }

    @Test
    void a_disabled_account_and_a_machine_are_told_so_and_stay_out() {
        EngineScope.run(() -> accounts.disable(leader.id(), leader.version()));
        var machine = staff.someone(Duty.FEED);

        assertThat(web.signIn(leader.username(), Staff.PASSWORD).headers().firstValue("Location").orElse(""))
                .endsWith("failed=disabled");
        assertThat(web.signIn(machine.username(), Staff.PASSWORD).headers().firstValue("Location").orElse(""))
                .endsWith("failed=machine");
        assertThat(web.get("/session/left").statusCode()).isEqualTo(401);
    }

    @Test
    void a_sign_in_that_another_site_sends_is_refused() {
        var answer = web.post(
                "/login",
                "username=" + leader.username() + "&password=" + Staff.PASSWORD.replace(' ', '+'),
                "Content-Type", "application/x-www-form-urlencoded",
                "Origin", "https://elsewhere.example",
                "Sec-Fetch-Site", "cross-site");

        assertThat(directory.hasLiveSession(List.of(leader.id()))).isFalse();
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void only_keys_and_touches_keep_a_session_and_asking_does_not() {
        clock.pin("2026-03-03T14:10:00Z");
        web.signIn(leader.username(), Staff.PASSWORD);
        clock.advance(Duration.ofMinutes(20));

        assertThat(web.get("/session/left").body()).contains("\"idleSecondsLeft\":600");
        assertThat(web.get("/nothing/here", "Accept", "text/html").statusCode()).isIn(200, 404);
        assertThat(web.get("/session/left").body()).contains("\"idleSecondsLeft\":600");
        assertThat(web.post("/session/active", "").body())
                .contains("\"idleSecondsLeft\":1800")
                .contains("\"absoluteSecondsLeft\":42000");
    }

    @Test
    void a_session_without_a_key_for_half_an_hour_is_over_for_the_server() {
        clock.pin("2026-03-03T14:10:00Z");
        web.signIn(leader.username(), Staff.PASSWORD);
        clock.advance(Duration.ofMinutes(30));

        var answer = web.get("/", "Accept", "text/html");

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login?ended=idle");
        assertThat(web.post("/session/active", "").statusCode()).isEqualTo(401);
        assertThat(audited(leader, "LOGOUT")).containsExactly("Session ended: no activity for too long");
    }

    @Test
    void a_session_ends_after_twelve_hours_whatever_is_typed() {
        clock.pin("2026-03-03T06:00:00Z");
        web.signIn(leader.username(), Staff.PASSWORD);
        for (var minutes = 0; minutes < 700; minutes += 25) {
            clock.advance(Duration.ofMinutes(25));
            web.post("/session/active", "");
        }
        clock.pin("2026-03-03T18:00:00Z");

        assertThat(web.get("/", "Accept", "text/html").headers().firstValue("Location").orElse(""))
                .endsWith("/login?ended=absolute");
    }

    @Test
    void an_open_session_ends_by_itself_within_five_seconds_of_its_limit() {
        clock.pin("2026-03-03T14:10:00Z");
        web.signIn(leader.username(), Staff.PASSWORD);

        clock.advance(Duration.ofMinutes(31));

        await().atMost(Duration.ofSeconds(5)).until(() -> audited(leader, "LOGOUT").size() == 1);
    }

    @Test
    void disabling_an_account_ends_its_sessions_within_five_seconds() {
        web.signIn(leader.username(), Staff.PASSWORD);

        EngineScope.run(() -> accounts.disable(leader.id(), leader.version()));

        await().atMost(Duration.ofSeconds(5))
                .until(() -> web.get("/session/left").statusCode() == 401);
        assertThat(audited(leader, "LOGOUT")).containsExactly("Session ended: the account was disabled");
        assertThat(directory.hasLiveSession(List.of(leader.id()))).isFalse();
    }

    @Test
    void taking_a_duty_away_ends_the_sessions_that_have_it_and_a_new_name_does_not() {
        web.signIn(leader.username(), Staff.PASSWORD);
        var renamed = change(leader, "Another name", Duty.LEADER);
        await().during(Duration.ofSeconds(3)).until(() -> web.get("/session/left").statusCode() == 200);

        change(renamed, "Another name", Duty.ANALYST);

        await().atMost(Duration.ofSeconds(5))
                .until(() -> web.get("/session/left").statusCode() == 401);
    }

    @Test
    void signing_out_ends_the_session_and_is_audited() {
        web.signIn(leader.username(), Staff.PASSWORD);
        var cookie = web.sessionCookie();

        var page = web.get("/", "Accept", "text/html").body();
        var token = page.replaceAll("(?s).*name=\"_csrf\" content=\"([^\"]+)\".*", "$1");
        var answer = web.post("/logout", "_csrf=" + token, "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login?ended=out");
        assertThat(web.get("/session/left", "Cookie", "JSESSIONID=" + cookie).statusCode()).isEqualTo(401);
        assertThat(audited(leader, "LOGOUT")).containsExactly("Signed out");
    }

    private Account change(Account account, String name, Duty duty) {
        var now = directory.byId(account.id()).orElseThrow();
        EngineScope.run(() -> accounts.change(
                now.id(),
                now.version(),
                new AccountDetails(
                        now.username(), name, null, now.rank(), null, now.kind(), Set.of(duty), Set.of())));
        return directory.byId(account.id()).orElseThrow();
    }

    private List<String> audited(Account account, String action) {
        try (var connection = databases.asOwner();
                var query = connection.prepareStatement("SELECT what FROM audit_entry WHERE subject_type = 'ACCOUNT' AND"
                        + " subject_id = ? AND action = ? ORDER BY id")) {
            query.setLong(1, account.id());
            query.setString(2, action);
            var rows = query.executeQuery();
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException problem) {
            throw new AssertionError(problem);
        }
    }
}
