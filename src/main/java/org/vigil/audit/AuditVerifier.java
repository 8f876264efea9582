package org.vigil.audit;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.vigil.audit.data.AnchorFile;
import org.vigil.audit.data.AuditReader;
import org.vigil.audit.data.ChainCheck;
import org.vigil.audit.data.VerificationStore;
import org.vigil.db.Transactions;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/**
 * Checks the whole log: every hash recomputed, positions without gaps, ends against the streams' heads and the outside
 * record, times, records shown, and values against their salted hashes. The result is kept, and a log that does not fit
 * is made known as {@link ChainBroken}.
 */
@Component
public class AuditVerifier {

    static final SubjectRef LOG_ITSELF = new SubjectRef(SubjectType.AUDIT, 0, "Audit log");

    private static final Logger LOG = LoggerFactory.getLogger(AuditVerifier.class);

    private final AuditReader reader;
    private final AnchorFile anchors;
    private final VerificationStore store;
    private final AuditLog log;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    AuditVerifier(
            AuditReader reader,
            AnchorFile anchors,
            VerificationStore store,
            AuditLog log,
            Transactions transactions,
            ApplicationEventPublisher events) {
        this.reader = reader;
        this.anchors = anchors;
        this.store = store;
        this.log = log;
        this.transactions = transactions;
        this.events = events;
    }

    /** Checks the log, on the caller's thread and outside any transaction; a million entries take a minute or two. */
    public Verification verify(Viewer askedBy, VerificationProgress progress) {
        var check = new ChainCheck(reader, anchors, progress);
        var found = check.run();
        var first = found.misfits().isEmpty() ? null : found.misfits().getFirst();
        var elsewhere = found.misfits().size() - 1;
        var result = new Verification(
                check.startedAt(),
                reader.now(),
                askedBy.username(),
                found.entries(),
                found.anchors(),
                first == null ? null : first.place().id(),
                first == null ? null : first.place().stream(),
                first == null ? null : first.place().position(),
                first == null
                        ? found.problem()
                        : first.problem() + (elsewhere > 0 ? "; and " + elsewhere + " more streams do not fit" : ""));
        transactions.run(() -> {
            store.add(result);
            log.record(askedBy, AuditNote.system(LOG_ITSELF, "Verified the audit log: " + result.words()));
        });
        if (result.intact()) {
            LOG.info("Audit log: {}", result.words());
        } else {
            LOG.error("Audit log: {}", result.words());
            makeKnown(new ChainBroken(result.words(), result.finishedAt()));
        }
        return result;
    }

    /** Whoever asked gets the verdict even where nobody can be told. */
    private void makeKnown(ChainBroken broken) {
        try {
            events.publishEvent(broken);
        } catch (RuntimeException problem) {
            LOG.error("The broken audit log could not be made known", problem);
        }
    }

    /** The latest verification of all nodes, or empty where there was none. */
    public Optional<Verification> last() {
        return store.last();
    }
}
