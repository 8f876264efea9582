package org.vigil.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.testkit.VigilTest;

/** With the driver's own failures, wrapped as a start would wrap them. */
@VigilTest
class DatabaseFailureAnalyzerTest {

    @Autowired
    private DatabaseAccess access;

    @Test
    void a_server_that_does_not_answer_is_named_and_the_variable_to_look_at() throws Exception {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        assertThat(said("jdbc:mariadb://127.0.0.1:" + nobody + "/vigil?connectTimeout=500", "vigil", "x"))
                .contains("could not open its database")
                .contains("VIGIL_DB_URL");
    }

    @Test
    void a_wrong_password_is_told_as_one_and_is_not_repeated() {
        assertThat(said(access.url(), access.user(), "not the password"))
                .contains("Access denied")
                .contains("VIGIL_DB_PASSWORD")
                .doesNotContain("not the password");
    }

    private static String said(String url, String user, String password) {
        var failure = catchThrowableOfType(
                SQLException.class, () -> DriverManager.getConnection(url, user, password).close());
        var analysis = new DatabaseFailureAnalyzer().analyze(new IllegalStateException("start failed", failure));
        return analysis.getDescription() + " " + analysis.getAction();
    }
}
