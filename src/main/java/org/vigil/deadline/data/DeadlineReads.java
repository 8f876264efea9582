package org.vigil.deadline.data;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.vigil.db.generated.Tables.DEADLINE;
import static org.vigil.db.generated.Tables.DEADLINE_RUNG;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.db.OwnRecords;
import org.vigil.deadline.DeadlineFilter;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.deadline.DeadlineState;
import org.vigil.deadline.DeadlineView.Fired;
import org.vigil.deadline.rules.Deadline;
import org.vigil.deadline.rules.RungName;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.shared.api.Cursor;

/** Reads deadlines. */
@Component
public class DeadlineReads {

    private final DSLContext sql;

    DeadlineReads(DSLContext sql) {
        this.sql = sql;
    }

    /** Every deadline of these subjects, the oldest first. */
    public List<Deadline> of(SubjectType type, Collection<Long> ids) {
        return sql.selectFrom(DEADLINE)
                .where(DEADLINE.SUBJECT_TYPE.eq(type.name()))
                .and(DEADLINE.SUBJECT_ID.in(ids))
                .orderBy(DEADLINE.ID)
                .fetch(DeadlineRows::deadline);
    }

    /** When the open clocks of these subjects are due, by subject; those that are paused are not. */
    public Map<Long, Instant> due(SubjectType type, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sql.select(DEADLINE.SUBJECT_ID, DSL.min(DEADLINE.DUE_AT))
                        .from(DEADLINE)
                        .where(DEADLINE.SUBJECT_TYPE.eq(type.name()))
                        .and(DEADLINE.SUBJECT_ID.in(ids))
                        .and(DEADLINE.CLOSED_AT.isNull())
                        .and(DEADLINE.DUE_AT.isNotNull())
                        .groupBy(DEADLINE.SUBJECT_ID)
                        .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /**
     * Deadlines of these rules and areas, from the cursor on, in the order that the filter wants; what is paused comes last.
     *
     * @param viewer what lies outside their areas, or names themselves, is left out
     */
    public List<Deadline> list(
            DeadlineFilter filter, Set<String> rules, Viewer viewer, Instant now, @Nullable Cursor from, int limit) {
        var matching = sql.selectFrom(DEADLINE).where(matching(filter, rules, viewer, now)).and(from(filter, from));
        var ordered = filter.newestFirst()
                ? matching.orderBy(DEADLINE.OPENED_AT.desc(), DEADLINE.ID.desc())
                : matching.orderBy(DEADLINE.DUE_ORDER, DEADLINE.ID);
        return ordered.limit(limit).fetch(DeadlineRows::deadline);
    }

    public int count(DeadlineFilter filter, Set<String> rules, Viewer viewer, Instant now) {
        return sql.fetchCount(DEADLINE, matching(filter, rules, viewer, now));
    }

    /** Counts no further than the limit. */
    public int countUpTo(int limit, DeadlineFilter filter, Set<String> rules, Viewer viewer, Instant now) {
        return sql.fetchCount(
                sql.selectOne().from(DEADLINE).where(matching(filter, rules, viewer, now)).limit(limit));
    }

    /** Running deadlines counted by three filters at once, with when the next of the last filter's is due. */
    public DeadlineQueries.Counts counts(
            Set<String> rules, Viewer viewer, List<DeadlineFilter> filters, Instant now) {
        var each = filters.stream().map(filter -> matching(filter, rules, viewer, now)).toList();
        return sql.select(
                        DSL.count(DSL.when(each.get(0), 1)),
                        DSL.count(DSL.when(each.get(1), 1)),
                        DSL.count(DSL.when(each.get(2), 1)),
                        DSL.min(DSL.when(each.get(2).and(DEADLINE.DUE_AT.gt(now)), DEADLINE.DUE_AT)))
                .from(DEADLINE)
                .where(DEADLINE.STATUS.eq("RUNNING"))
                .and(DEADLINE.RULE_CODE.in(rules))
                .and(within(viewer))
                .fetchSingle(Records.mapping(DeadlineQueries.Counts::new));
    }

    private static Condition from(DeadlineFilter filter, @Nullable Cursor cursor) {
        if (cursor == null) {
            return noCondition();
        }
        // Spelt out, for MariaDB finds no index for a comparison of rows.
        return filter.newestFirst()
                ? DEADLINE.OPENED_AT
                        .le(cursor.at())
                        .and(DEADLINE.OPENED_AT.lt(cursor.at()).or(DEADLINE.ID.le(cursor.id())))
                : DEADLINE.DUE_ORDER
                        .ge(cursor.at())
                        .and(DEADLINE.DUE_ORDER.gt(cursor.at()).or(DEADLINE.ID.ge(cursor.id())));
    }

    private static Condition matching(DeadlineFilter filter, Set<String> rules, Viewer viewer, Instant now) {
        var condition = DEADLINE.RULE_CODE.in(rules).and(within(viewer));
        if (!filter.states().isEmpty()) {
            condition = condition.and(or(
                    filter.states().stream().map(state -> in(state, now)).toList()));
            if (filter.states().stream().allMatch(DeadlineState::isOpen)) {
                // Says nothing new; it names the index that holds what is open in the list's order.
                condition = condition.and(DEADLINE.IS_OPEN.isTrue());
            }
        }
        if (!filter.rules().isEmpty()) {
            condition = condition.and(DEADLINE.RULE_CODE.in(filter.rules()));
        }
        if (!filter.areas().isEmpty()) {
            condition = condition.and(DEADLINE.AREA_ID.in(filter.areas()));
        }
        if (filter.subjectType() != null) {
            condition = condition.and(DEADLINE.SUBJECT_TYPE.eq(filter.subjectType().name()));
        }
        if (filter.subjectId() != null) {
            condition = condition.and(DEADLINE.SUBJECT_ID.eq(filter.subjectId()));
        }
        if (filter.subjectReference() != null) {
            condition = condition.and(DEADLINE.SUBJECT_REFERENCE.eq(filter.subjectReference()));
        }
        if (filter.dueBefore() != null) {
            condition = condition.and(DEADLINE.DUE_ORDER.lt(filter.dueBefore()));
        }
        if (filter.openedSince() != null) {
            condition = condition.and(DEADLINE.OPENED_AT.ge(filter.openedSince()));
        }
        return condition;
    }

    private static Condition within(Viewer viewer) {
        var inReach = viewer.coversWholeForce()
                ? noCondition()
                : DEADLINE.AREA_ID.isNull().or(DEADLINE.AREA_ID.in(viewer.areaIds()));
        return inReach.and(OwnRecords.notNaming(viewer, DEADLINE.SUBJECT_TYPE, DEADLINE.SUBJECT_ID));
    }

    private static Condition in(DeadlineState state, Instant now) {
        var running = DEADLINE.STATUS.eq("RUNNING");
        // What runs has a due time, so its order is that time; unlike the time itself it stands in an index.
        var past = DEADLINE.DUE_ORDER.le(now).and(DEADLINE.BREACHABLE.isTrue());
        return switch (state) {
            case OPEN -> running.and(DEADLINE.SOON_AT.gt(now)).and(DEADLINE.DUE_ORDER.gt(now).or(DEADLINE.BREACHABLE.isFalse()));
            case DUE_SOON -> running.and(DEADLINE.SOON_AT.le(now))
                    .and(DEADLINE.DUE_ORDER.gt(now).or(DEADLINE.BREACHABLE.isFalse()));
            case BREACHED -> running.and(past);
            case PAUSED, MET, MET_LATE, CANCELLED, SUPERSEDED -> DEADLINE.STATUS.eq(state.name());
        };
    }

    /** The stages that fired, by deadline. */
    public Map<Long, List<Fired>> fired(Collection<Long> deadlines) {
        return sql.select(DEADLINE_RUNG.DEADLINE_ID, DEADLINE_RUNG.NAME, DEADLINE_RUNG.DUE_AT, DEADLINE_RUNG.FIRED_AT)
                .from(DEADLINE_RUNG)
                .where(deadlines.isEmpty() ? falseCondition() : DEADLINE_RUNG.DEADLINE_ID.in(deadlines))
                .orderBy(DEADLINE_RUNG.DEADLINE_ID, DEADLINE_RUNG.RUNG)
                .fetchGroups(
                        row -> row.value1(),
                        row -> new Fired(RungName.valueOf(row.value2()), row.value3(), row.value4()));
    }
}
