package org.vigil.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigil.audit.data.AnchorFile;
import org.vigil.audit.data.AuditReader;
import org.vigil.audit.data.ChainCheck;

/** Writes down outside the database where the log's streams end, so that not even its owner can rewrite the past. */
@Component
public class AuditAnchor {

    private static final Logger LOG = LoggerFactory.getLogger(AuditAnchor.class);

    private final AuditReader reader;
    private final AnchorFile file;

    AuditAnchor(AuditReader reader, AnchorFile file) {
        this.reader = reader;
        this.file = file;
    }

    /**
     * Takes an anchor now; the console's own log gets it as well.
     *
     * @throws java.io.UncheckedIOException when the file can't be written
     */
    public void take() {
        var line = ChainCheck.anchor(reader);
        file.append(line);
        LOG.info("Audit anchor: {}", line.text());
    }
}
