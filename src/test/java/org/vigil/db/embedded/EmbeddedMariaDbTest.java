package org.vigil.db.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbTest {

    @Test
    void what_is_stored_is_there_at_the_next_start_even_in_a_folder_below_the_temporary_one(@TempDir Path folder) throws SQLException {
        assertThat(folder.toString()).startsWith(System.getProperty("java.io.tmpdir"));
        try (var database = EmbeddedMariaDb.open(folder, "64M"); var owner = connect(database)) {
            owner.createStatement().execute("CREATE TABLE kept (id INT PRIMARY KEY)");
            owner.createStatement().execute("INSERT INTO kept VALUES (7)");
        }
        try (var database = EmbeddedMariaDb.open(folder, "64M");
                var owner = connect(database);
                var rows = owner.createStatement().executeQuery("SELECT id FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(7);
        }
    }

    private static Connection connect(EmbeddedMariaDb database) throws SQLException {
        var secrets = database.secrets();
        return DriverManager.getConnection(database.url(), secrets.ownerUser(), secrets.ownerPassword());
    }
}
