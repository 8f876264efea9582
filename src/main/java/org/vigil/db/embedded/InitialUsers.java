package org.vigil.db.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Closes the embedded server to all but its generated users, and makes the schema: statements that mariadbd runs by
 * itself before it answers anybody, on every platform and at every start, so that no half-made server is ever open.
 */
final class InitialUsers {

    static final String SCHEMA = "vigil";

    private final Path file;

    private InitialUsers(Path file) {
        this.file = file;
    }

    static InitialUsers write(Path file, EmbeddedSecrets secrets) {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.writeString(OwnerOnly.create(file), String.join(";\n", statements(secrets)) + ";\n");
            return new InitialUsers(file);
        } catch (IOException problem) {
            throw new UncheckedIOException("The embedded database's users can't be prepared at " + file, problem);
        }
    }

    String argument() {
        return "--init-file=" + file;
    }

    /** The file holds passwords: once the server is up it is not needed any more. */
    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static List<String> statements(EmbeddedSecrets secrets) {
        return List.of(
                "DELETE FROM mysql.global_priv WHERE user = '' OR (user = 'root' AND host <> '127.0.0.1')",
                "FLUSH PRIVILEGES",
                "DROP DATABASE IF EXISTS test",
                "CREATE DATABASE IF NOT EXISTS " + SCHEMA + " CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci",
                user("root", secrets.rootPassword()),
                "GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION",
                user(secrets.ownerUser(), secrets.ownerPassword()),
                "GRANT ALL PRIVILEGES ON " + SCHEMA + ".* TO '" + secrets.ownerUser() + "'@'127.0.0.1' WITH GRANT OPTION",
                user(secrets.user(), secrets.password()),
                "GRANT USAGE ON *.* TO '" + secrets.user() + "'@'127.0.0.1'");
    }

    private static String user(String name, String password) {
        return "CREATE USER IF NOT EXISTS '" + name + "'@'127.0.0.1' IDENTIFIED BY '" + password + "'";
    }
}
