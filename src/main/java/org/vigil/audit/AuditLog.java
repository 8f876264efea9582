package org.vigil.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigil.audit.data.AuditStore;
import org.vigil.audit.data.SignedNote;
import org.vigil.db.Transactions;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Viewer;

/**
 * Where every module says what was done, seen or refused. Inside a transaction notes are gathered and written in one go
 * just before the commit, so that the stream's lock is held for the commit's tail only, and nothing is remembered of
 * what was rolled back; outside one they get a transaction of their own. Refusals are always written at once in their
 * own transaction and so survive the rollback that follows them. When the log can't be written, the action fails.
 */
@Component
public class AuditLog {

    private static final Viewer NOBODY =
            new Viewer(null, "nobody", "Nobody signed in", Set.of(), null, Set.of(), "unknown");

    private final AuditStore store;
    private final Transactions transactions;
    private final TransactionTemplate separately;
    private final ObjectProvider<CurrentViewer> current;

    AuditLog(
            AuditStore store,
            Transactions transactions,
            PlatformTransactionManager manager,
            ObjectProvider<CurrentViewer> current) {
        this.store = store;
        this.transactions = transactions;
        this.current = current;
        separately = new TransactionTemplate(manager);
        separately.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Records a note of whoever is behind the running request, UI event or job. */
    public void record(AuditNote note) {
        record(viewer(), note);
    }

    /** Records a note of a viewer whom the caller knows. */
    public void record(Viewer viewer, AuditNote note) {
        recordAll(viewer, List.of(note));
    }

    /** Records many notes of one viewer at the price of one. */
    public void recordAll(Viewer viewer, List<AuditNote> notes) {
        var refusals = new ArrayList<SignedNote>();
        var others = new ArrayList<SignedNote>();
        for (var note : notes) {
            (note.action() == Action.REFUSED ? refusals : others).add(new SignedNote(viewer, note));
        }
        if (!refusals.isEmpty()) {
            writeSeparately(refusals);
        }
        if (others.isEmpty()) {
            return;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            transactions.run(() -> store.write(others, null));
        } else if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            writeSeparately(others);
        } else {
            AuditBuffer.ofThisTransaction(store).add(others);
        }
    }

    private void writeSeparately(List<SignedNote> notes) {
        separately.executeWithoutResult(status -> store.write(notes, null));
    }

    private Viewer viewer() {
        var known = current.getIfAvailable();
        return known == null ? Viewer.engine() : known.find().orElse(NOBODY);
    }
}
