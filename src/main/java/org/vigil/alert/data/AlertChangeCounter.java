package org.vigil.alert.data;

import static org.vigil.db.generated.Tables.ALERT;
import static org.vigil.db.generated.Tables.ALERT_CHANGE_COUNTER;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Numbers the transactions that change alerts in the order in which they commit. The number is taken by the
 * transaction's very last statements, and the counter's row stays locked until the commit: whoever reads the counter
 * therefore finds every change up to it, and a reader that goes on from there misses none. (Keys that the database gives
 * out when a row is inserted become visible out of order, and a reader who follows them loses rows for good.)
 */
@Component
public class AlertChangeCounter {

    /** After everything else that a transaction does before it commits; the audit log has 100. */
    static final int ORDER = 200;

    private static final int IDS_A_STATEMENT = 1_000;

    private final DSLContext sql;

    AlertChangeCounter(DSLContext sql) {
        this.sql = sql;
    }

    /** Notes that this transaction changed these alerts. */
    void changed(Collection<Long> alertIds) {
        if (!alertIds.isEmpty()) {
            ofThisTransaction().ids.addAll(alertIds);
        }
    }

    /** The number of the last transaction that committed. */
    long committed() {
        return sql.select(ALERT_CHANGE_COUNTER.VALUE)
                .from(ALERT_CHANGE_COUNTER)
                .where(ALERT_CHANGE_COUNTER.ID.eq((byte) 1))
                .fetchSingle()
                .value1();
    }

    private Numbering ofThisTransaction() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Numbering numbering) {
                return numbering;
            }
        }
        var numbering = new Numbering();
        TransactionSynchronizationManager.registerSynchronization(numbering);
        return numbering;
    }

    private void number(Collection<Long> ids) {
        sql.update(ALERT_CHANGE_COUNTER)
                .set(ALERT_CHANGE_COUNTER.VALUE, ALERT_CHANGE_COUNTER.VALUE.plus(1))
                .where(ALERT_CHANGE_COUNTER.ID.eq((byte) 1))
                .execute();
        var next = DSL.select(ALERT_CHANGE_COUNTER.VALUE)
                .from(ALERT_CHANGE_COUNTER)
                .where(ALERT_CHANGE_COUNTER.ID.eq((byte) 1));
        for (var part : parts(ids)) {
            sql.update(ALERT)
                    .set(ALERT.CHANGE_SEQ, DSL.field(next))
                    .where(ALERT.ID.in(part))
                    .execute();
        }
    }

    private static List<List<Long>> parts(Collection<Long> ids) {
        var all = List.copyOf(ids);
        var parts = new ArrayList<List<Long>>();
        for (var from = 0; from < all.size(); from += IDS_A_STATEMENT) {
            parts.add(all.subList(from, Math.min(all.size(), from + IDS_A_STATEMENT)));
        }
        return parts;
    }

    /** What one transaction changed. */
    private final class Numbering implements TransactionSynchronization {

        private final TreeSet<Long> ids = new TreeSet<>();

        @Override
        public int getOrder() {
            return ORDER;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            number(ids);
        }
    }
}
