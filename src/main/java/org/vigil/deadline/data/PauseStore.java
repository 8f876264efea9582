package org.vigil.deadline.data;

import static org.vigil.db.generated.Tables.DEADLINE_PAUSE;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.shared.Texts;

/** The ledger of pauses: when a clock stood still, why, and what was due when it stopped. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PauseStore {

    /** A pause that has not ended. */
    public record OpenPause(long id, Instant pausedAt, Instant dueBefore) {}

    private final DSLContext sql;

    PauseStore(DSLContext sql) {
        this.sql = sql;
    }

    public void begin(long deadlineId, Instant at, Instant dueBefore, String reason, String by) {
        sql.insertInto(DEADLINE_PAUSE)
                .set(DEADLINE_PAUSE.DEADLINE_ID, deadlineId)
                .set(DEADLINE_PAUSE.PAUSED_AT, at)
                .set(DEADLINE_PAUSE.DUE_BEFORE, dueBefore)
                .set(DEADLINE_PAUSE.REASON, Texts.cut(reason, 255))
                .set(DEADLINE_PAUSE.PAUSED_BY, by)
                .execute();
    }

    public Optional<OpenPause> open(long deadlineId) {
        return sql.select(DEADLINE_PAUSE.ID, DEADLINE_PAUSE.PAUSED_AT, DEADLINE_PAUSE.DUE_BEFORE)
                .from(DEADLINE_PAUSE)
                .where(DEADLINE_PAUSE.DEADLINE_ID.eq(deadlineId))
                .and(DEADLINE_PAUSE.RESUMED_AT.isNull())
                .orderBy(DEADLINE_PAUSE.ID.desc())
                .limit(1)
                .fetchOptional(row -> new OpenPause(row.value1(), row.value2(), row.value3()));
    }

    public void end(long pauseId, Instant at, int leastDaysLeft, String by) {
        sql.update(DEADLINE_PAUSE)
                .set(DEADLINE_PAUSE.RESUMED_AT, at)
                .set(DEADLINE_PAUSE.LEAST_DAYS_LEFT, leastDaysLeft)
                .set(DEADLINE_PAUSE.RESUMED_BY, by)
                .where(DEADLINE_PAUSE.ID.eq(pauseId))
                .execute();
    }

    /** Days that are left out after the event, as one entry that has begun and ended. */
    public void leftOut(long deadlineId, Instant from, Instant to, Instant dueBefore, String reason, String by) {
        sql.insertInto(DEADLINE_PAUSE)
                .set(DEADLINE_PAUSE.DEADLINE_ID, deadlineId)
                .set(DEADLINE_PAUSE.PAUSED_AT, from)
                .set(DEADLINE_PAUSE.RESUMED_AT, to)
                .set(DEADLINE_PAUSE.DUE_BEFORE, dueBefore)
                .set(DEADLINE_PAUSE.REASON, Texts.cut(reason, 255))
                .set(DEADLINE_PAUSE.PAUSED_BY, by)
                .set(DEADLINE_PAUSE.RESUMED_BY, by)
                .execute();
    }
}
