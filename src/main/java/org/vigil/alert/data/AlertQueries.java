package org.vigil.alert.data;

import static org.vigil.db.generated.Tables.ACCOUNT;
import static org.vigil.db.generated.Tables.ALERT;
import static org.vigil.db.generated.Tables.ALERT_AUDIENCE;
import static org.vigil.db.generated.Tables.ALERT_EVENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
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

    private static final List<String> ACTIVE = List.of(AlertState.RAISED.name(), AlertState.ACKNOWLEDGED.name());
    private static final List<String> OPEN =
            List.of(AlertState.RAISED.name(), AlertState.ACKNOWLEDGED.name(), AlertState.SNOOZED.name());

    private final DSLContext sql;

    AlertQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** A filter with what it needs to know beside itself. */
    public record Wanted(AlertFilter filter, Set<Long> areaIds, Instant startOfToday) {}

    /** A page of the live list: most severe first, then what is due first. */
    public AlertList list(Viewer viewer, Wanted wanted, int offset, int limit) {
        var which = matching(viewer, wanted);
        var rows = AlertRows.select(sql)
                .where(which)
                .orderBy(
                        wanted.filter().show() == AlertFilter.Show.RESOLVED_TODAY
                                ? List.of(ALERT.RESOLVED_AT.desc(), ALERT.ID.desc())
                                : List.of(ALERT.URGENCY.asc(), ALERT.DUE_ORDER.asc(), ALERT.ID.asc()))
                .limit(limit)
                .offset(offset)
                .fetch(AlertRows::row);
        var total = offset == 0 && rows.size() < limit ? rows.size() : sql.fetchCount(ALERT, which);
        return new AlertList(rows, offset, total);
    }

    private static Condition matching(Viewer viewer, Wanted wanted) {
        var filter = wanted.filter();
        var which = AlertRows.visibleTo(viewer)
                .and(switch (filter.show()) {
                    case OPEN -> ALERT.STATE.in(ACTIVE);
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

    /** Whether the viewer may see the alert. */
    public boolean sees(Viewer viewer, long id) {
        return sql.fetchExists(ALERT, ALERT.ID.eq(id).and(AlertRows.visibleTo(viewer)));
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

    /** Changes from a place on, in the order in which they were committed; one more than {@code limit} where there is more. */
    public List<AlertDetail> changes(
            Viewer viewer, @Nullable AlertState state, @Nullable Instant since, long fromSeq, long fromId, int limit) {
        return details(AlertRows.select(sql)
                .where(AlertRows.visibleTo(viewer))
                .and(state == null ? DSL.noCondition() : ALERT.STATE.eq(state.name()))
                .and(since == null ? DSL.noCondition() : ALERT.CHANGED_AT.ge(since))
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

    /** How many open alerts the viewer may see. */
    public AlertCounts counts(Viewer viewer) {
        var active = ALERT.STATE.in(ACTIVE);
        return sql.select(
                        DSL.count().filterWhere(active),
                        DSL.count().filterWhere(ALERT.STATE.eq(AlertState.RAISED.name())),
                        DSL.count().filterWhere(active.and(ALERT.SEVERITY.eq(Severity.CRITICAL.name()))),
                        DSL.count().filterWhere(active.and(ALERT.SEVERITY.eq(Severity.HIGH.name()))),
                        DSL.count().filterWhere(active.and(ALERT.ASSIGNED_TO.eq(viewer.accountId()))),
                        DSL.count().filterWhere(ALERT.STATE.eq(AlertState.SNOOZED.name())))
                .from(ALERT)
                .where(ALERT.STATE.in(OPEN), AlertRows.visibleTo(viewer))
                .fetchSingle(row -> new AlertCounts(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
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
                        row, audiences.getOrDefault(row.id(), List.of()), histories.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
