package org.vigil.alert.data;

import static org.vigil.db.generated.Tables.ACCOUNT;
import static org.vigil.db.generated.Tables.ALERT;
import static org.vigil.db.generated.Tables.ALERT_AUDIENCE;
import static org.vigil.db.generated.Tables.ALERT_AUDIENCE_ACCOUNT;
import static org.vigil.db.generated.Tables.ALERT_EVENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertCounts;
import org.vigil.alert.AlertDetail;
import org.vigil.alert.AlertEvent;
import org.vigil.alert.AlertEventKind;
import org.vigil.alert.AlertFilter;
import org.vigil.alert.AlertList;
import org.vigil.alert.AlertRow;
import org.vigil.alert.AlertState;
import org.vigil.alert.Audience;
import org.vigil.alert.Severity;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** Reads alerts, always for somebody and only what they may see. */
@Component
public class AlertQueries {

    /** Lists and badges say "1,000" for this many or more: counting further would cost every screen at each change. */
    public static final int MOST_COUNTED = 1_000;

    /** The index in the live list's order: with it a page reads a page's worth of rows, however many are open. */
    private static final String LIVE = "alert_live";

    private static final List<String> OPEN =
            List.of(AlertState.RAISED.name(), AlertState.ACKNOWLEDGED.name(), AlertState.SNOOZED.name());

    private final DSLContext sql;

    AlertQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** A filter with what it needs to know beside itself. */
    public record Wanted(AlertFilter filter, Set<Long> areaIds, Instant startOfToday) {}

    /** A page of the live list: most severe first, then what is due first. Beyond {@link #MOST_COUNTED} nobody counts. */
    public AlertList list(Viewer viewer, Wanted wanted, int offset, int limit) {
        var which = matching(viewer, wanted);
        var resolved = wanted.filter().show() == AlertFilter.Show.RESOLVED_TODAY;
        var open = wanted.filter().show() == AlertFilter.Show.OPEN;
        var rows = AlertRows.select(sql, open ? ALERT.forceIndex(LIVE) : ALERT)
                .where(which)
                .orderBy(
                        resolved
                                ? List.of(ALERT.RESOLVED_AT.desc(), ALERT.ID.desc())
                                : List.of(ALERT.URGENCY.asc(), ALERT.DUE_ORDER.asc(), ALERT.ID.asc()))
                .limit(limit + 1)
                .offset(offset)
                .fetch(AlertRows::row);
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var total = offset == 0 && rows.size() <= limit
                ? rows.size()
                : sql.fetchCount(sql.selectOne()
                        .from(open ? ALERT.forceIndex(LIVE) : ALERT)
                        .where(which)
                        .limit(MOST_COUNTED));
        return new AlertList(page, offset, Math.max(total, offset + page.size()), rows.size() > limit);
    }

    private static Condition matching(Viewer viewer, Wanted wanted) {
        var filter = wanted.filter();
        var which = AlertRows.visibleTo(viewer)
                .and(switch (filter.show()) {
                    case OPEN -> ALERT.ACTIVE.eq(true);
                    case SNOOZED -> ALERT.STATE.eq(AlertState.SNOOZED.name());
                    case RESOLVED_TODAY ->
                        ALERT.STATE.eq(AlertState.RESOLVED.name()).and(ALERT.RESOLVED_AT.ge(wanted.startOfToday()));
                });
        return DSL.and(
                which,
                filter.mine() ? ALERT.ASSIGNED_TO.eq(viewer.accountId()) : DSL.noCondition(),
                filter.unacknowledged() ? ALERT.STATE.eq(AlertState.RAISED.name()) : DSL.noCondition(),
                among(ALERT.SEVERITY, filter.severities().stream().map(Severity::name).toList()),
                among(ALERT.KIND, filter.kinds()),
                filter.areaId() == null ? DSL.noCondition() : ALERT.AREA_ID.in(wanted.areaIds()));
    }

    private static Condition among(Field<String> field, Collection<String> values) {
        return values.isEmpty() ? DSL.noCondition() : field.in(values);
    }

    /** One alert with its history. */
    public Optional<AlertDetail> detail(Viewer viewer, long id) {
        return details(AlertRows.select(sql)
                        .where(ALERT.ID.eq(id), AlertRows.visibleTo(viewer))
                        .fetch(AlertRows::row))
                .stream()
                .findFirst();
    }

    /** The open alerts about these records, most severe first. */
    public List<AlertRow> about(Viewer viewer, SubjectType type, Collection<Long> subjectIds) {
        return AlertRows.select(sql)
                .where(ALERT.SUBJECT_TYPE.eq(type.name()), ALERT.SUBJECT_ID.in(subjectIds))
                .and(ALERT.STATE.in(OPEN))
                .and(AlertRows.visibleTo(viewer))
                .orderBy(ALERT.URGENCY, ALERT.DUE_ORDER, ALERT.ID)
                .fetch(AlertRows::row);
    }

    /** The kinds that the viewer's open alerts have, with the words for them. */
    public List<String> openKinds(Viewer viewer) {
        return sql.selectDistinct(ALERT.KIND)
                .from(ALERT)
                .where(ALERT.STATE.in(OPEN), AlertRows.visibleTo(viewer))
                .orderBy(ALERT.KIND)
                .fetch(ALERT.KIND);
    }

    /**
     * Changes from a place on, in the order in which they were committed; one more than {@code limit} where there is more.
     * Their times say nothing here: a change may be committed after others that are later than it.
     */
    public List<AlertDetail> changes(
            Viewer viewer, @Nullable AlertState state, long fromSeq, long fromId, int limit) {
        return details(AlertRows.select(sql)
                .where(AlertRows.visibleTo(viewer))
                .and(state == null ? DSL.noCondition() : ALERT.STATE.eq(state.name()))
                .and(ALERT.CHANGE_SEQ.ge(fromSeq))
                .and(ALERT.CHANGE_SEQ.gt(fromSeq).or(ALERT.ID.ge(fromId)))
                .orderBy(ALERT.CHANGE_SEQ, ALERT.ID)
                .limit(limit + 1)
                .fetch(AlertRows::row));
    }

    /** The first change at or after an instant; empty where there is none. */
    public Optional<Long> firstChangeSince(Instant since) {
        return sql.select(DSL.min(ALERT.CHANGE_SEQ))
                .from(ALERT)
                .where(ALERT.CHANGED_AT.ge(since))
                .fetchOptional(DSL.min(ALERT.CHANGE_SEQ));
    }

    /** How many open alerts the viewer may see, as far as {@link #MOST_COUNTED}, the most severe counted first. */
    public AlertCounts counts(Viewer viewer) {
        var active = sql.select(ALERT.STATE, ALERT.SEVERITY, ALERT.ASSIGNED_TO)
                .from(ALERT.forceIndex(LIVE))
                .where(ALERT.ACTIVE.eq(true), AlertRows.visibleTo(viewer))
                .orderBy(ALERT.URGENCY, ALERT.DUE_ORDER, ALERT.ID)
                .limit(MOST_COUNTED)
                .fetch();
        var snoozed = sql.fetchCount(sql.selectOne()
                .from(ALERT)
                .where(ALERT.STATE.eq(AlertState.SNOOZED.name()), AlertRows.visibleTo(viewer))
                .limit(MOST_COUNTED));
        return new AlertCounts(
                active.size(),
                count(active, row -> row.value1().equals(AlertState.RAISED.name())),
                count(active, row -> row.value2().equals(Severity.CRITICAL.name())),
                count(active, row -> row.value2().equals(Severity.HIGH.name())),
                count(active, row -> Objects.equals(row.value3(), viewer.accountId())),
                snoozed);
    }

    private static int count(
            List<Record3<String, String, Long>> rows, Predicate<Record3<String, String, Long>> which) {
        return (int) rows.stream().filter(which).count();
    }

    private List<AlertDetail> details(List<AlertRow> rows) {
        var ids = rows.stream().map(AlertRow::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Audience>> audiences = new HashMap<>();
        sql.select(ALERT_AUDIENCE.ALERT_ID, ALERT_AUDIENCE.DUTY, ALERT_AUDIENCE.NOTIFIED)
                .from(ALERT_AUDIENCE)
                .where(ALERT_AUDIENCE.ALERT_ID.in(ids))
                .orderBy(ALERT_AUDIENCE.ALERT_ID, ALERT_AUDIENCE.NOTIFIED.desc(), ALERT_AUDIENCE.DUTY)
                .forEach(row -> audiences
                        .computeIfAbsent(row.value1(), id -> new ArrayList<>())
                        .add(new Audience(Duty.valueOf(row.value2()), row.value3())));
        Map<Long, List<String>> named = new HashMap<>();
        sql.select(ALERT_AUDIENCE_ACCOUNT.ALERT_ID, ACCOUNT.DISPLAY_NAME)
                .from(ALERT_AUDIENCE_ACCOUNT)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(ALERT_AUDIENCE_ACCOUNT.ACCOUNT_ID))
                .where(ALERT_AUDIENCE_ACCOUNT.ALERT_ID.in(ids), ALERT_AUDIENCE_ACCOUNT.BARRED.isFalse())
                .orderBy(ALERT_AUDIENCE_ACCOUNT.ALERT_ID, ACCOUNT.DISPLAY_NAME)
                .forEach(row -> named.computeIfAbsent(row.value1(), id -> new ArrayList<>()).add(row.value2()));
        Map<Long, List<AlertEvent>> histories = new HashMap<>();
        sql.select(
                        ALERT_EVENT.ALERT_ID, ALERT_EVENT.ID, ALERT_EVENT.AT, ALERT_EVENT.KIND, ACCOUNT.DISPLAY_NAME,
                        ALERT_EVENT.SEVERITY, ALERT_EVENT.NOTE)
                .from(ALERT_EVENT)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ID.eq(ALERT_EVENT.ACCOUNT_ID))
                .where(ALERT_EVENT.ALERT_ID.in(ids))
                .orderBy(ALERT_EVENT.ALERT_ID, ALERT_EVENT.ID)
                .forEach(row -> histories
                        .computeIfAbsent(row.value1(), id -> new ArrayList<>())
                        .add(new AlertEvent(
                                row.value2(),
                                row.value3(),
                                AlertEventKind.valueOf(row.value4()),
                                row.value5(),
                                row.value6() == null ? null : Severity.valueOf(row.value6()),
                                row.value7())));
        return rows.stream()
                .map(row -> new AlertDetail(
                        row,
                        audiences.getOrDefault(row.id(), List.of()),
                        named.getOrDefault(row.id(), List.of()),
                        histories.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
