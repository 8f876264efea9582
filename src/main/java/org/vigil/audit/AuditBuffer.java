package org.vigil.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.vigil.audit.data.AuditStore;
import org.vigil.audit.data.SignedNote;
import org.vigil.audit.data.StreamHead;

/** The notes of one transaction, written when it is about to commit. */
final class AuditBuffer implements TransactionSynchronization {

    /** Before anything that must be a transaction's very last statement (the alert change counter has 200). */
    static final int ORDER = 100;

    private final AuditStore store;
    private final Map<Object, Integer> savepoints = new HashMap<>();
    private List<SignedNote> notes = new ArrayList<>();
    private @Nullable StreamHead held;
    private boolean committing;

    private AuditBuffer(AuditStore store) {
        this.store = store;
    }

    /** The buffer of the running transaction; a suspended outer transaction keeps its own. */
    static AuditBuffer ofThisTransaction(AuditStore store) {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof AuditBuffer buffer) {
                return buffer;
            }
        }
        var buffer = new AuditBuffer(store);
        TransactionSynchronizationManager.registerSynchronization(buffer);
        return buffer;
    }

    void add(List<SignedNote> more) {
        notes.addAll(more);
        if (committing) {
            // Somebody's own commit-tail work recorded something after ours had run.
            writeOut();
        }
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        committing = true;
        writeOut();
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.put(savepoint, notes.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
        // A savepoint older than the buffer knew no notes.
        var kept = savepoints.getOrDefault(savepoint, 0);
        if (kept < notes.size()) {
            notes.subList(kept, notes.size()).clear();
        }
    }

    private void writeOut() {
        var ready = notes;
        notes = new ArrayList<>();
        if (!ready.isEmpty()) {
            held = store.write(ready, held);
        }
    }
}
