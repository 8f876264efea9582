package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.person.rules.NextReview;

/** Writes group, review and hold, in the caller's transaction, and finds whose have to be worked out. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RetentionStore {

    private final DSLContext sql;

    RetentionStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A row that has to be worked out, locked, with the record that stands for it; none has to where it was erased. */
    public record Due(long id, long survivor, boolean erased) {}

    /** The next that nobody else holds, locked until the transaction ends. */
    public List<Due> lockDue(LocalDate scheduleChangedOn, Collection<Long> without, int limit) {
        return sql.select(PERSON.ID, PERSON.SURVIVOR_ID, PERSON.ERASED_AT)
                .from(PERSON)
                .where(isDue(scheduleChangedOn))
                .and(PERSON.ID.notIn(without))
                .orderBy(PERSON.RETENTION_WORKED_ON, PERSON.ID)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new Due(
                        row.value1(), row.value2() == null ? row.value1() : row.value2(), row.value3() != null));
    }

    private static Condition isDue(LocalDate scheduleChangedOn) {
        return PERSON.RETENTION_WORKED_ON.isNull().or(PERSON.RETENTION_WORKED_ON.lt(scheduleChangedOn));
    }

    /** Nothing has to be worked out of these. */
    public void passOver(Collection<Long> records, LocalDate today) {
        if (!records.isEmpty()) {
            sql.update(PERSON).set(PERSON.RETENTION_WORKED_ON, today).where(PERSON.ID.in(records)).execute();
        }
    }

    /** Writes what was worked out. */
    public void write(long record, NextReview next, LocalDate today) {
        sql.update(PERSON)
                .set(PERSON.RETENTION_GROUP, (byte) next.group())
                .set(PERSON.RETENTION_WHY, next.why())
                .set(PERSON.NEXT_REVIEW_ON, next.on())
                .set(PERSON.REVIEW_BASIS, next.basis())
                .set(PERSON.LAST_EVENT_ON, next.lastEvent())
                .set(PERSON.RETENTION_WORKED_ON, today)
                .where(PERSON.ID.eq(record))
                .execute();
    }

    /** A review kept the record. */
    public void reviewed(long record, LocalDate on) {
        sql.update(PERSON).set(PERSON.REVIEWED_ON, on).where(PERSON.ID.eq(record)).execute();
    }

    /** An officer chose the group of all records of a person; null gives the choice back to the rules. */
    public void choose(Collection<Long> records, @Nullable Integer group) {
        var update = sql.update(PERSON).set(PERSON.RETENTION_BY_HAND, group != null);
        (group == null ? update : update.set(PERSON.RETENTION_GROUP, group.byteValue()))
                .where(PERSON.ID.in(records))
                .execute();
    }

    /** Holds records whatever their review says; null lifts the hold. */
    public void hold(Collection<Long> records, @Nullable String reason, long by, Instant now) {
        sql.update(PERSON)
                .set(PERSON.HOLD_REASON, reason)
                .set(PERSON.HELD_AT, reason == null ? null : now)
                .set(PERSON.HELD_BY, reason == null ? null : by)
                .where(PERSON.ID.in(records))
                .execute();
    }
}
