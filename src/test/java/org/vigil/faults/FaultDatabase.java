package org.vigil.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.vigil.db.embedded.EmbeddedMariaDb;
import org.vigil.db.embedded.EmbeddedSecrets;

/**
 * A MariaDB server in a process of its own, on one port for its whole life, that can be killed, stopped for a while and
 * started again. It is set up like the embedded one: grants on, one user that owns the schema and one that works.
 */
public final class FaultDatabase implements AutoCloseable {

    private final List<String> command;
    private final Path log;
    private final int port;
    private final EmbeddedSecrets secrets;
    private Process process;

    private FaultDatabase(List<String> command, Path log, EmbeddedSecrets secrets) {
        this.command = command;
        this.log = log;
        this.secrets = secrets;
        this.port = Integer.parseInt(command.stream()
                .filter(argument -> argument.startsWith("--port="))
                .findFirst()
                .orElseThrow()
                .substring("--port=".length()));
        this.process = launch();
        awaitAnswer();
    }

    /**
     * Makes a fresh server in a folder and starts it.
     *
     * @param options further options of mariadbd, such as {@code --innodb-snapshot-isolation=ON}
     */
    public static FaultDatabase start(Path folder, String bufferPool, String... options) {
        var embedded = EmbeddedMariaDb.open(folder, bufferPool);
        var command = new ArrayList<String>();
        try {
            var pid = Long.parseLong(Files.readString(folder.resolve("mariadb/mariadbd.pid")).strip());
            var info = ProcessHandle.of(pid).orElseThrow().info();
            command.add(info.command().orElseThrow());
            // The users are made; the file that made them is gone by now.
            List.of(info.arguments().orElseThrow()).stream()
                    .filter(argument -> !argument.startsWith("--init-file"))
                    .forEach(command::add);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } finally {
            embedded.close();
        }
        command.addAll(List.of(options));
        return new FaultDatabase(command, folder.resolve("mariadbd.log"), embedded.secrets());
    }

    /** What a console needs in its environment to work on this server. */
    public Map<String, String> environment() {
        return Map.of(
                "VIGIL_DB_URL", url(),
                "VIGIL_DB_USER", secrets.user(),
                "VIGIL_DB_PASSWORD", secrets.password(),
                "VIGIL_DB_OWNER_USER", secrets.ownerUser(),
                "VIGIL_DB_OWNER_PASSWORD", secrets.ownerPassword(),
                "VIGIL_ADMIN_PASSWORD", "a long enough password for tests");
    }

    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/vigil?sslMode=disable";
    }

    /** A connection of the schema's owner, in UTC, that does not wait for ever either. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                url() + "&connectTimeout=3000&socketTimeout=60000&sessionVariables=time_zone='+00:00'",
                secrets.ownerUser(),
                secrets.ownerPassword());
    }

    /** Kill -9: whatever was not on disk is lost. */
    public void kill() {
        Signals.kill(process.toHandle());
    }

    /** Starts the killed server on the same data and port, and waits until it answers. */
    public void restart() {
        process = launch();
        awaitAnswer();
    }

    /** Hangs the server: connections stay open and nothing answers. */
    public void hang() {
        Signals.pause(process.toHandle());
    }

    public void goOn() {
        Signals.resume(process.toHandle());
    }

    private Process launch() {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.directory(new File(command.getFirst()).getParentFile().getParentFile());
            return builder.start();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void awaitAnswer() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> {
                    try (var connection = connect()) {
                        return connection.isValid(1);
                    }
                });
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            Signals.resume(process.toHandle());
            Signals.kill(process.toHandle());
        }
    }
}
