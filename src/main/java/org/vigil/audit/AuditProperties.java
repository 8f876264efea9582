package org.vigil.audit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param anchorFile where the log's ends are written down hourly, outside the database; by default
 *     {@code audit-anchors.log} in the data folder. Best on another machine's disk.
 */
@ConfigurationProperties("vigil.audit")
record AuditProperties(@Nullable Path anchorFile) {}
