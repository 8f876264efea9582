package org.vigil.deadline.data;

import static org.vigil.db.generated.Tables.DEADLINE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.deadline.rules.Deadline;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Texts;

/** Writes deadlines and their pauses, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DeadlineStore {

    private static final int ROWS_A_STATEMENT = 500;

    private static final List<String> STILL_OF_INTEREST = List.of("RUNNING", "PAUSED", "MET", "MET_LATE");

    private final DSLContext sql;

    DeadlineStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * The deadlines of these subjects and rules that are open or were met, locked until the transaction ends; ascending
     * by key, so that a subject's latest comes last.
     */
    public List<Deadline> lock(SubjectType type, Collection<Long> subjects, Collection<String> rules) {
        return sql.selectFrom(DEADLINE)
                .where(DEADLINE.SUBJECT_TYPE.eq(type.name()))
                .and(DEADLINE.SUBJECT_ID.in(subjects))
                .and(DEADLINE.RULE_CODE.in(rules))
                .and(DEADLINE.STATUS.in(STILL_OF_INTEREST))
                .orderBy(DEADLINE.ID)
                .forUpdate()
                .fetch(DeadlineRows::deadline);
    }

    /** One deadline, locked. */
    public Optional<Deadline> lock(long id) {
        return sql.selectFrom(DEADLINE).where(DEADLINE.ID.eq(id)).forUpdate().fetchOptional(DeadlineRows::deadline);
    }

    /** The next open deadlines of a rule in the order of their keys, locked. */
    public List<Deadline> lockOpen(String rule, long afterId, int limit) {
        return sql.selectFrom(DEADLINE)
                .where(DEADLINE.RULE_CODE.eq(rule))
                .and(DEADLINE.IS_OPEN.isTrue())
                .and(DEADLINE.ID.gt(afterId))
                .orderBy(DEADLINE.ID)
                .limit(limit)
                .forUpdate()
                .fetch(DeadlineRows::deadline);
    }

    /** Writes new deadlines, a few hundred rows a statement. */
    public void insert(List<Deadline> deadlines) {
        for (var from = 0; from < deadlines.size(); from += ROWS_A_STATEMENT) {
            var rows = deadlines.subList(from, Math.min(from + ROWS_A_STATEMENT, deadlines.size()));
            var columns = columns();
            var markers = new Object[columns.size()];
            var batch = sql.batch(sql.insertInto(DEADLINE, columns).values(markers));
            for (var row : rows) {
                batch = batch.bind(values(row));
            }
            batch.execute();
        }
    }

    private static List<Field<?>> columns() {
        return List.of(
                DEADLINE.RULE_ID,
                DEADLINE.RULE_CODE,
                DEADLINE.SUBJECT_TYPE,
                DEADLINE.SUBJECT_ID,
                DEADLINE.SUBJECT_REFERENCE,
                DEADLINE.TITLE,
                DEADLINE.AREA_ID,
                DEADLINE.STARTED_AT,
                DEADLINE.START_EVIDENCE,
                DEADLINE.GIVEN_MINUTES,
                DEADLINE.GIVEN_END,
                DEADLINE.NOT_LATER_THAN,
                DEADLINE.CIRCUMSTANCES,
                DEADLINE.STATUS,
                DEADLINE.DUE_AT,
                DEADLINE.FIRST_DUE_AT,
                DEADLINE.SOON_AT,
                DEADLINE.BREACHABLE,
                DEADLINE.CONSUMED_MICROS,
                DEADLINE.RUNNING_SINCE,
                DEADLINE.NEXT_RUNG,
                DEADLINE.NEXT_RUNG_AT,
                DEADLINE.OPENED_AT,
                DEADLINE.CLOSED_AT,
                DEADLINE.MET_AT,
                DEADLINE.MET_EVIDENCE,
                DEADLINE.RECORDED_LATE,
                DEADLINE.CLOSE_REASON,
                DEADLINE.CLOSED_BY,
                DEADLINE.CALENDAR_EDITION_ID,
                DEADLINE.SUPERSEDES_ID);
    }

    private static @Nullable Object[] values(Deadline row) {
        var start = row.start();
        var timing = row.timing();
        var closing = row.closing();
        return new @Nullable Object[] {
            row.ruleId(),
            row.rule(),
            row.subject().type().name(),
            row.subject().id(),
            Texts.cutOrNull(row.subject().reference(), 80),
            Texts.cutOrNull(row.title(), 160),
            row.areaId(),
            start.at(),
            Texts.cutOrNull(start.evidence(), 160),
            start.givenMinutes(),
            start.givenEnd(),
            start.notLaterThan(),
            DeadlineRows.text(start.circumstances()),
            row.standing().name(),
            timing.dueAt(),
            timing.firstDueAt(),
            timing.soonAt(),
            timing.breachable(),
            timing.consumedMicros(),
            timing.runningSince(),
            asShort(timing.nextRung()),
            timing.nextRungAt(),
            row.openedAt(),
            closing == null ? null : closing.closedAt(),
            closing == null ? null : closing.metAt(),
            closing == null ? null : Texts.cutOrNull(closing.evidence(), 255),
            closing != null && closing.recordedLate(),
            closing == null ? null : Texts.cutOrNull(closing.reason(), 255),
            closing == null ? null : closing.by(),
            row.calendarId(),
            row.supersedesId()
        };
    }

    /** Writes what changed of stored deadlines that this transaction holds locked. */
    public void update(Collection<Deadline> deadlines) {
        if (deadlines.isEmpty()) {
            return;
        }
        var batch = sql.batch(sql.update(DEADLINE)
                .set(DEADLINE.SUBJECT_REFERENCE, "")
                .set(DEADLINE.TITLE, "")
                .set(DEADLINE.AREA_ID, 0L)
                .set(DEADLINE.STATUS, "")
                .set(DEADLINE.DUE_AT, Instant.EPOCH)
                .set(DEADLINE.SOON_AT, Instant.EPOCH)
                .set(DEADLINE.CONSUMED_MICROS, 0L)
                .set(DEADLINE.RUNNING_SINCE, Instant.EPOCH)
                .set(DEADLINE.NEXT_RUNG, (short) 0)
                .set(DEADLINE.NEXT_RUNG_AT, Instant.EPOCH)
                .set(DEADLINE.CLOSED_AT, Instant.EPOCH)
                .set(DEADLINE.MET_AT, Instant.EPOCH)
                .set(DEADLINE.MET_EVIDENCE, "")
                .set(DEADLINE.RECORDED_LATE, false)
                .set(DEADLINE.CLOSE_REASON, "")
                .set(DEADLINE.CLOSED_BY, "")
                .set(DEADLINE.VERSION, DEADLINE.VERSION.plus(1))
                .where(DEADLINE.ID.eq(0L)));
        for (var row : deadlines) {
            batch = batch.bind(changed(row));
        }
        batch.execute();
    }

    private static @Nullable Object[] changed(Deadline row) {
        var timing = row.timing();
        var closing = row.closing();
        var values = new ArrayList<@Nullable Object>();
        values.add(Texts.cutOrNull(row.subject().reference(), 80));
        values.add(Texts.cutOrNull(row.title(), 160));
        values.add(row.areaId());
        values.add(row.standing().name());
        values.add(timing.dueAt());
        values.add(timing.soonAt());
        values.add(timing.consumedMicros());
        values.add(timing.runningSince());
        values.add(asShort(timing.nextRung()));
        values.add(timing.nextRungAt());
        values.add(closing == null ? null : closing.closedAt());
        values.add(closing == null ? null : closing.metAt());
        values.add(closing == null ? null : Texts.cutOrNull(closing.evidence(), 255));
        values.add(closing != null && closing.recordedLate());
        values.add(closing == null ? null : Texts.cutOrNull(closing.reason(), 255));
        values.add(closing == null ? null : closing.by());
        values.add(1);
        values.add(row.id());
        return values.toArray();
    }

    private static @Nullable Short asShort(@Nullable Integer position) {
        return position == null ? null : position.shortValue();
    }
}
