package org.vigil.alert.data;

import static org.vigil.db.generated.Tables.ALERT_OUTBOX;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The e-mails that are wanted and not sent yet. */
@Component
public class AlertOutbox {

    /** @param attempts how often it was tried before */
    public record Mail(long id, Instant createdAt, int attempts) {}

    /** @param oldest when the oldest was asked for */
    public record Waiting(int count, Instant oldest) {}

    private static final int MOST_TEXT = 255;

    private final DSLContext sql;

    AlertOutbox(DSLContext sql) {
        this.sql = sql;
    }

    /** Locks what is to be sent now, without what another node is sending. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Mail> lockDue(Instant now, int limit) {
        return sql.select(ALERT_OUTBOX.ID, ALERT_OUTBOX.CREATED_AT, ALERT_OUTBOX.ATTEMPTS)
                .from(ALERT_OUTBOX)
                .where(ALERT_OUTBOX.NEXT_ATTEMPT_AT.le(now))
                .orderBy(ALERT_OUTBOX.NEXT_ATTEMPT_AT, ALERT_OUTBOX.ID)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new Mail(row.value1(), row.value2(), row.value3()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void sent(long id, Instant now) {
        sql.update(ALERT_OUTBOX)
                .set(ALERT_OUTBOX.ATTEMPTS, ALERT_OUTBOX.ATTEMPTS.plus(1))
                .set(ALERT_OUTBOX.SENT_AT, now)
                .setNull(ALERT_OUTBOX.NEXT_ATTEMPT_AT)
                .setNull(ALERT_OUTBOX.LAST_PROBLEM)
                .where(ALERT_OUTBOX.ID.eq(id))
                .execute();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void failed(long id, String problem, Instant nextAttempt) {
        sql.update(ALERT_OUTBOX)
                .set(ALERT_OUTBOX.ATTEMPTS, ALERT_OUTBOX.ATTEMPTS.plus(1))
                .set(ALERT_OUTBOX.LAST_PROBLEM, problem.substring(0, Math.min(problem.length(), MOST_TEXT)))
                .set(ALERT_OUTBOX.NEXT_ATTEMPT_AT, nextAttempt)
                .where(ALERT_OUTBOX.ID.eq(id))
                .execute();
    }

    /** What waits to be sent; empty when nothing does. */
    public Optional<Waiting> waiting() {
        return sql.select(DSL.count(), DSL.min(ALERT_OUTBOX.CREATED_AT))
                .from(ALERT_OUTBOX)
                .where(ALERT_OUTBOX.NEXT_ATTEMPT_AT.isNotNull())
                .fetchSingle(row -> Optional.ofNullable(row.value2()).map(oldest -> new Waiting(row.value1(), oldest)));
    }
}
