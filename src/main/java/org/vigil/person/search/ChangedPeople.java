package org.vigil.person.search;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The people whom one transaction changed: the index follows once, for all of them, when it is about to commit. */
final class ChangedPeople implements TransactionSynchronization {

    /** Before the audit log, which must be almost the last (100). */
    private static final int ORDER = 50;

    private final PersonIndex index;
    private Set<Long> people = new LinkedHashSet<>();

    private ChangedPeople(PersonIndex index) {
        this.index = index;
    }

    /** Those of the running transaction. */
    static ChangedPeople ofThisTransaction(PersonIndex index) {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof ChangedPeople changed) {
                return changed;
            }
        }
        var changed = new ChangedPeople(index);
        TransactionSynchronizationManager.registerSynchronization(changed);
        return changed;
    }

    void add(long person) {
        people.add(person);
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        var due = people;
        people = new LinkedHashSet<>();
        index.follow(due);
    }
}
