package org.vigil.db;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data lives.
 *
 * @param dataDir the embedded server, its secrets and the audit anchors
 * @param db a server of the force's own (VIGIL_DB_URL and its companions); then nothing embedded starts
 * @param clock shifts the console's clock, for demonstrations and tests
 */
@ConfigurationProperties("vigil")
public record DatabaseProperties(
        Path dataDir, @DefaultValue Server db, @DefaultValue ClockShift clock) {

    /** A MariaDB server, 10.11 or newer, with the console's user and the schema's owner. */
    public record Server(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue Owner owner,
            @DefaultValue("256M") String embeddedBufferPool) {}

    public record Owner(@Nullable String user, @Nullable String password) {}

    public record ClockShift(@DefaultValue("PT0S") Duration offset) {}

    /** Whether a server of the force's own is named. */
    public boolean ownServer() {
        return db.url() != null && !db.url().isBlank();
    }
}
