package org.vigil.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.util.FileSystemUtils;
import org.vigil.VigilApplication;
import org.vigil.db.DatabaseAccess;
import org.vigil.shared.Marking;
import org.vigil.testkit.Databases;
import org.vigil.testkit.Web;

/** The life of a demonstration's data folder, start by start; each a console of its own on its own database. */
class FirstStartIT {

    private static final Path FOLDER = Path.of("target", "first-start");
    private static final String EVERYWHERE = "--server.address=0.0.0.0";
    private static final String CHOSEN = "--vigil.demo.password=three random words";

    private static final SecurityContextHolderStrategy OF_THE_OTHER_TESTS = SecurityContextHolder.getContextHolderStrategy();

    @BeforeAll
    @AfterAll
    static void no_folder() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER.getParent());
    }

    /** Each console that starts puts its own in the JVM's one place. */
    @AfterAll
    static void leave_no_trace() {
        SecurityContextHolder.setContextHolderStrategy(OF_THE_OTHER_TESTS);
    }

    @Test
    void a_start_that_is_refused_or_cut_short_is_made_good_by_the_next_and_a_chosen_password_opens_the_network() throws Exception {
        assertThatThrownBy(() -> start(EVERYWHERE).close()).hasStackTraceContaining("--vigil.demo.password");

        List<String> whole;
        try (var console = start("--server.address=127.0.0.1")) {
            whole = calls(console);
            assertThat(whole).as("the refused start left nothing that stands in the story's way").hasSizeGreaterThan(600);
            assertThat(signIn(console, "vigil-demo")).isEqualTo(404);
            cutShort(console, whole.getLast());
            assertThat(calls(console)).hasSize(whole.size() - 1);
        }

        try (var console = start(EVERYWHERE, CHOSEN)) {
            assertThat(calls(console)).as("told to its end, and nothing twice").isEqualTo(whole);
            assertThat(signIn(console, "vigil-demo")).isEqualTo(401);
            assertThat(signIn(console, "three random words")).isEqualTo(404);
        }

        try (var console = start("--server.address=127.0.0.1", "--vigil.demo.data=none")) {
            assertThat(console.getBean(Marking.class).demonstration())
                    .as("what was invented stays marked; the database holds %s", accounts(console))
                    .isTrue();
            assertThat(calls(console)).isEqualTo(whole);
        }
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--vigil.data-dir=" + FOLDER, "--server.port=0", "--vigil.engine.start=false"));
        return new SpringApplicationBuilder(VigilApplication.class).run(all.toArray(String[]::new));
    }

    private static int signIn(ConfigurableApplicationContext console, String password) {
        var server = ((WebServerApplicationContext) console).getWebServer();
        return new Web(server.getPort())
                .get("/api/v1/nothing-here", "Authorization", Web.basic("feed", password))
                .statusCode();
    }

    /** Every account with its mark, so that a failure says whether they are gone or no longer marked. */
    private static List<String> accounts(ConfigurableApplicationContext console) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = databases(console).asOwner();
                var rows = connection.createStatement().executeQuery(
                        "SELECT id, username, demonstration, version, created_at FROM account ORDER BY id")) {
            while (rows.next()) {
                found.add(rows.getLong(1) + " " + rows.getString(2) + " " + rows.getString(3) + " v" + rows.getInt(4) + " "
                        + rows.getString(5));
            }
        }
        return found;
    }

    private static List<String> calls(ConfigurableApplicationContext console) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = databases(console).asOwner();
                var rows = connection.createStatement().executeQuery("SELECT reference FROM incident ORDER BY id")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** As if the console had been killed before the last call was stored. */
    private static void cutShort(ConfigurableApplicationContext console, String reference) throws SQLException {
        try (var connection = databases(console).asOwner();
                var statement = connection.createStatement()) {
            statement.execute("SET foreign_key_checks = 0");
            statement.execute("DELETE FROM incident WHERE reference = '" + reference + "'");
            statement.execute("UPDATE demonstration_story SET told_at = NULL");
        }
    }

    private static Databases databases(ConfigurableApplicationContext console) {
        return new Databases(console.getBean(DatabaseAccess.class));
    }
}
