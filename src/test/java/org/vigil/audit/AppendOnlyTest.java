package org.vigil.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.testkit.Databases;
import org.vigil.testkit.VigilTest;

@VigilTest
class AppendOnlyTest {

    @Autowired
    private AuditLog log;

    @Autowired
    private Databases databases;

    @BeforeEach
    void there_is_something_to_tamper_with() {
        var viewer = new Viewer(null, "append-only", "A tester", Set.of(), null, Set.of(), "test");
        log.record(
                viewer,
                AuditNote.change(new SubjectRef(SubjectType.INCIDENT, 1, "C-1"), "Changed")
                        .withField("grade", "a", "b")
                        .shown(new SubjectRef(SubjectType.INCIDENT, 2, "C-2")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET what = 'x'",
                "UPDATE audit_shown SET subject_id = 1",
                "UPDATE audit_value SET after_value = 'x'",
                "UPDATE audit_verification SET intact = TRUE",
                "DELETE FROM audit_entry",
                "DELETE FROM audit_shown",
                "DELETE FROM audit_value",
                "TRUNCATE TABLE audit_entry",
                "TRUNCATE TABLE audit_shown",
                "TRUNCATE TABLE audit_value",
                "REPLACE INTO audit_entry SELECT * FROM audit_entry LIMIT 1",
                "REPLACE INTO audit_shown SELECT * FROM audit_shown LIMIT 1",
                "REPLACE INTO audit_value SELECT * FROM audit_value LIMIT 1",
                "INSERT INTO audit_entry SELECT * FROM audit_entry LIMIT 1 ON DUPLICATE KEY UPDATE what = 'x'",
                "INSERT INTO audit_shown SELECT * FROM audit_shown LIMIT 1 ON DUPLICATE KEY UPDATE subject_id = 1",
                "INSERT INTO audit_value SELECT * FROM audit_value LIMIT 1 ON DUPLICATE KEY UPDATE salt = 'x'",
                "DROP TABLE audit_value",
                "ALTER TABLE audit_entry DROP COLUMN hash"
            })
    void the_database_refuses_the_console_itself(String statement) throws SQLException {
        try (var console = databases.asConsole();
                var sql = console.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("command denied");
        }
    }

    @Test
    void the_console_may_read_and_append() throws SQLException {
        try (var console = databases.asConsole();
                var sql = console.createStatement();
                var found = sql.executeQuery("SELECT COUNT(*) FROM audit_entry WHERE username = 'append-only'")) {
            found.next();
            assertThat(found.getLong(1)).isPositive();
        }
    }
}
