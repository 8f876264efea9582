package org.vigil.db;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in a transaction, and runs it again when the database asked for that: a deadlock (1213), a lock wait that
 * timed out (1205) or, from MariaDB 11.6.2 on, a row that changed under the snapshot (1020). Work joins a transaction
 * that is already open, and is then repeated only with the whole of it.
 */
@Component
public class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int ATTEMPTS = 8;

    private final TransactionTemplate template;

    Transactions(PlatformTransactionManager manager) {
        template = new TransactionTemplate(manager);
    }

    /** Runs work that answers nothing; see {@link #call}. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Runs the work in a transaction, repeating it up to eight times; the work must bear being repeated.
     *
     * @throws org.springframework.dao.DataAccessException what the last attempt threw
     */
    public <T> T call(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        for (var attempt = 1; ; attempt++) {
            try {
                return template.execute(status -> work.get());
            } catch (RuntimeException problem) {
                if (attempt == ATTEMPTS || !isWorthRepeating(problem)) {
                    throw problem;
                }
                LOG.debug("Transaction repeated after attempt {}", attempt, problem);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(5_000_000L, 20_000_000L) * attempt);
            }
        }
    }

    static boolean isWorthRepeating(Throwable problem) {
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (sql.getErrorCode() == 1213 || sql.getErrorCode() == 1205 || sql.getErrorCode() == 1020)) {
                return true;
            }
        }
        return false;
    }
}
