package org.vigil.audit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param anchorFile where the log's ends are written down hourly, outside the database; by default
 *     {@code audit-anchors.log} in the data folder. Best on another machine's disk.
 * @param erase see {@link AuditErasure}
 */
@ConfigurationProperties("vigil.audit")
record AuditProperties(@Nullable Path anchorFile, @DefaultValue Erase erase) {

    /**
     * @param record kind and key, as in INCIDENT:4711
     * @param reason what for, as the log keeps it
     * @param by who asked for it
     */
    record Erase(@Nullable String record, @Nullable String reason, @Nullable String by) {}
}
