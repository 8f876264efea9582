package org.vigil.security.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigil.shared.Duty;
import org.vigil.testkit.Staff;
import org.vigil.testkit.VigilTest;
import org.vigil.testkit.Web;

@VigilTest
class ResponseHeadersTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Staff staff;

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("sign-in page", "GET", "/login", 200),
                Arguments.of("page for nobody", "GET", "/", 302),
                Arguments.of("unknown page for nobody", "GET", "/nothing/here", 302),
                Arguments.of("stylesheet", "GET", "/assets/console.css", 200),
                Arguments.of("missing file", "GET", "/assets/missing.css", 404),
                Arguments.of("heartbeat", "GET", "/heartbeat", 0),
                Arguments.of("API without credential", "GET", "/api/v1/alerts", 401),
                Arguments.of("health", "GET", "/actuator/health", 0),
                Arguments.of("actuator", "GET", "/actuator/metrics", 401),
                Arguments.of("refused sign-in", "POST", "/login", 302),
                Arguments.of("post without token", "POST", "/somewhere", 0),
                Arguments.of("session for nobody", "GET", "/session/left", 401),
                Arguments.of("Vaadin request on no session", "POST", "/?v-r=uidl&v-uiId=0", 0),
                Arguments.of("push handshake on no session", "GET", "/VAADIN/push?v-r=push&v-uiId=0", 0),
                Arguments.of("address that no firewall likes", "GET", "/a//b;c=d", 400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void every_kind_of_answer_carries_every_header(String kind, String method, String path, int status) {
        var web = new Web(port);

        var answer = method.equals("GET") ? web.get(path, "Accept", "text/html") : web.post(path, "");

        if (status > 0) {
            assertThat(answer.statusCode()).isEqualTo(status);
        }
        assertComplete(answer);
    }

    @Test
    void pages_and_errors_of_somebody_signed_in_carry_them_too_and_are_not_stored() {
        var web = new Web(port);
        var leader = staff.someone(Duty.LEADER);
        web.signIn(leader.username(), Staff.PASSWORD);

        for (var path : new String[] {"/", "/nothing/here", "/admin/accounts", "/session/left"}) {
            var answer = web.get(path, "Accept", "text/html");

            assertComplete(answer);
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).as(path).contains("no-store");
        }
    }

    @Test
    void files_may_be_kept_as_long_as_they_are_asked_after() {
        var answer = new Web(port).get("/assets/console.css");

        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).doesNotContain("no-store");
        assertThat(answer.headers().firstValue("Last-Modified")).isPresent();
    }

    private static void assertComplete(HttpResponse<String> answer) {
        ResponseHeaders.EVERYWHERE.forEach((name, value) ->
                assertThat(answer.headers().allValues(name)).as(name).containsExactly(value));
    }
}
