package org.vigil.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mariadbd that outlived a console that was killed: it holds our data folder and would stop the next start. */
final class OrphanedServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final long POLITE_SECONDS = 30;

    private OrphanedServer() {}

    /** Ends what the pid file names, if it is alive and really works on this data folder. */
    static void end(Path pidFile, Path dataFolder) {
        find(pidFile, dataFolder).ifPresent(orphan -> {
            LOG.warn("A database server of an earlier console (process {}) still holds {}: ending it", orphan.pid(), dataFolder);
            orphan.destroy();
            if (!gone(orphan)) {
                LOG.warn("Process {} did not end within {} s: killing it", orphan.pid(), POLITE_SECONDS);
                orphan.destroyForcibly();
                gone(orphan);
            }
        });
    }

    private static Optional<ProcessHandle> find(Path pidFile, Path dataFolder) {
        try {
            return Files.exists(pidFile)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                            .filter(ProcessHandle::isAlive)
                            .filter(process -> worksOn(process, dataFolder))
                    : Optional.empty();
        } catch (IOException | NumberFormatException unreadable) {
            LOG.warn("The pid file {} can't be read: {}", pidFile, unreadable.toString());
            return Optional.empty();
        }
    }

    private static boolean worksOn(ProcessHandle process, Path dataFolder) {
        return process.info().commandLine().or(() -> process.info().command()).orElse("").contains(dataFolder.toString())
                || process.info().arguments().stream()
                        .flatMap(java.util.Arrays::stream)
                        .anyMatch(argument -> argument.contains(dataFolder.toString()));
    }

    private static boolean gone(ProcessHandle process) {
        try {
            process.onExit().get(POLITE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
