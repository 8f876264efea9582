package org.vigil.deadline.data;

import static org.vigil.db.generated.Tables.DEADLINE;
import static org.vigil.db.generated.Tables.DEADLINE_RUNG;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.deadline.rules.Deadline;
import org.vigil.shared.Texts;

/** Takes what is due, claims its stages and moves it on, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SweepStore {

    private static final int LONGEST_WAIT_SECONDS = 300;
    private static final int FIRST_WAIT_SECONDS = 5;

    /**
     * A deadline that was taken, and how often it failed in a row before.
     *
     * @param row the deadline, or null where what is stored can't be read
     * @param unreadable why it can't be read, or null
     */
    public record Taken(long id, int failures, @Nullable Deadline row, @Nullable RuntimeException unreadable) {

        /** @throws RuntimeException where what is stored can't be read */
        public Deadline deadline() {
            if (row == null) {
                throw new IllegalStateException("deadline " + id + " can't be read", unreadable);
            }
            return row;
        }
    }

    /** A stage that fires. */
    public record Fired(long deadlineId, int position, String name, Instant at) {}

    /** Where a deadline goes on; nothing follows where both are null. */
    public record Next(long deadlineId, @Nullable Integer position, @Nullable Instant at) {}

    private final DSLContext sql;

    SweepStore(DSLContext sql) {
        this.sql = sql;
    }

    /** The next deadlines whose stage has come, locked; what another node holds is skipped. */
    public List<Taken> take(Instant now, int limit) {
        return sql.selectFrom(DEADLINE)
                .where(DEADLINE.NEXT_RUNG_AT.le(now))
                .orderBy(DEADLINE.NEXT_RUNG_AT, DEADLINE.ID)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(SweepStore::taken);
    }

    /** One deadline if its stage has still come and nobody else holds it. */
    public Optional<Taken> takeOne(long id, Instant now) {
        return sql.selectFrom(DEADLINE)
                .where(DEADLINE.ID.eq(id))
                .and(DEADLINE.NEXT_RUNG_AT.le(now))
                .forUpdate()
                .skipLocked()
                .fetchOptional(SweepStore::taken);
    }

    /** The stages of a deadline that fired already. */
    public Set<Integer> fired(long deadlineId) {
        return sql.select(DEADLINE_RUNG.RUNG)
                .from(DEADLINE_RUNG)
                .where(DEADLINE_RUNG.DEADLINE_ID.eq(deadlineId))
                .fetchSet(row -> row.value1().intValue());
    }

    /**
     * Claims stages: each can be inserted once, for ever.
     *
     * @throws org.springframework.dao.DuplicateKeyException when one of them fired already
     */
    public void claim(List<Fired> stages, Instant now, String node) {
        if (stages.isEmpty()) {
            return;
        }
        var batch = sql.batch(sql.insertInto(
                        DEADLINE_RUNG,
                        DEADLINE_RUNG.DEADLINE_ID,
                        DEADLINE_RUNG.RUNG,
                        DEADLINE_RUNG.NAME,
                        DEADLINE_RUNG.DUE_AT,
                        DEADLINE_RUNG.FIRED_AT,
                        DEADLINE_RUNG.NODE)
                .values((Long) null, null, null, null, null, null));
        for (var stage : stages) {
            batch = batch.bind(
                    stage.deadlineId(), (short) stage.position(), stage.name(), stage.at(), now, Texts.cut(node, 80));
        }
        batch.execute();
    }

    /** Moves deadlines to their next stage. */
    public void moveOn(Collection<Next> deadlines) {
        if (deadlines.isEmpty()) {
            return;
        }
        var batch = sql.batch(sql.update(DEADLINE)
                .set(DEADLINE.NEXT_RUNG, (Short) null)
                .set(DEADLINE.NEXT_RUNG_AT, (Instant) null)
                .set(DEADLINE.SWEEP_FAILURES, 0)
                .where(DEADLINE.ID.eq(0L)));
        for (var next : deadlines) {
            batch = batch.bind(
                    next.position() == null ? null : next.position().shortValue(), next.at(), 0, next.deadlineId());
        }
        batch.execute();
    }

    /**
     * Puts a deadline that failed aside for a while, longer each time; one that another node has moved on meanwhile is
     * left alone.
     *
     * @return how often it failed in a row, or nothing where its stage is no longer due
     */
    public Optional<Integer> pushBack(long deadlineId, Instant now) {
        return sql.select(DEADLINE.SWEEP_FAILURES)
                .from(DEADLINE)
                .where(DEADLINE.ID.eq(deadlineId))
                .and(DEADLINE.NEXT_RUNG_AT.le(now))
                .forUpdate()
                .fetchOptional(DEADLINE.SWEEP_FAILURES)
                .map(earlier -> {
                    var failures = earlier + 1;
                    var wait = Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * (1L << Math.min(failures - 1, 6)));
                    sql.update(DEADLINE)
                            .set(DEADLINE.SWEEP_FAILURES, failures)
                            .set(DEADLINE.NEXT_RUNG_AT, now.plus(Duration.ofSeconds(wait)))
                            .where(DEADLINE.ID.eq(deadlineId))
                            .execute();
                    return failures;
                });
    }

    private static Taken taken(Record row) {
        var id = row.get(DEADLINE.ID);
        var failures = row.get(DEADLINE.SWEEP_FAILURES);
        try {
            return new Taken(id, failures, DeadlineRows.deadline(row), null);
        } catch (RuntimeException unreadable) {
            // One row that makes no sense must not keep the sweep from reading the others.
            return new Taken(id, failures, null, unreadable);
        }
    }
}
