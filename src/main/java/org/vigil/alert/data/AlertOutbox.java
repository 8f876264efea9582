package org.vigil.alert.data;

import static org.vigil.db.generated.Tables.ALERT_OUTBOX;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.shared.Texts;

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

    /**
     * Takes what is to be sent now, without what another node is taking; unless it is marked as sent or failed before, it
     * is to be sent again after a while.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Mail> claim(Instant now, Instant until) {
        var taken = sql.select(ALERT_OUTBOX.ID, ALERT_OUTBOX.CREATED_AT, ALERT_OUTBOX.ATTEMPTS)
                .from(ALERT_OUTBOX)
                .where(ALERT_OUTBOX.NEXT_ATTEMPT_AT.le(now))
                .orderBy(ALERT_OUTBOX.NEXT_ATTEMPT_AT, ALERT_OUTBOX.ID)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new Mail(row.value1(), row.value2(), row.value3()));
        sql.update(ALERT_OUTBOX)
                .set(ALERT_OUTBOX.ATTEMPTS, ALERT_OUTBOX.ATTEMPTS.plus(1))
                .set(ALERT_OUTBOX.NEXT_ATTEMPT_AT, until)
                .where(ALERT_OUTBOX.ID.in(taken.stream().map(Mail::id).toList()))
                .execute();
        return taken;
    }

    /** Gives up what was wanted before an instant and never tried; what was tried and failed is tried on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void expire(Instant before, String why) {
        sql.update(ALERT_OUTBOX)
                .setNull(ALERT_OUTBOX.NEXT_ATTEMPT_AT)
                .set(ALERT_OUTBOX.LAST_PROBLEM, why)
                .where(ALERT_OUTBOX.NEXT_ATTEMPT_AT.isNotNull())
                .and(ALERT_OUTBOX.ATTEMPTS.eq(0))
                .and(ALERT_OUTBOX.CREATED_AT.lt(before))
                .execute();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void sent(Collection<Long> ids, Instant now) {
        sql.update(ALERT_OUTBOX)
                .set(ALERT_OUTBOX.SENT_AT, now)
                .setNull(ALERT_OUTBOX.NEXT_ATTEMPT_AT)
                .setNull(ALERT_OUTBOX.LAST_PROBLEM)
                .where(ALERT_OUTBOX.ID.in(ids))
                .execute();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void failed(Collection<Long> ids, String problem, Instant nextAttempt) {
        sql.update(ALERT_OUTBOX)
                .set(ALERT_OUTBOX.LAST_PROBLEM, Texts.cut(problem, MOST_TEXT))
                .set(ALERT_OUTBOX.NEXT_ATTEMPT_AT, nextAttempt)
                .where(ALERT_OUTBOX.ID.in(ids))
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
