package org.vigil.alert.data;

import static org.vigil.db.generated.Tables.ALERT;
import static org.vigil.db.generated.Tables.ALERT_AUDIENCE;
import static org.vigil.db.generated.Tables.ALERT_NOTIFICATION;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertChange;
import org.vigil.alert.AlertRow;
import org.vigil.alert.AlertState;
import org.vigil.alert.NamedPeople;
import org.vigil.db.OwnRecords.Subject;
import org.vigil.shared.Duty;

/** What a node's feed reads, on the node's behalf and for all of its screens at once. */
@Component
public class AlertFeedQueries {

    private final DSLContext sql;
    private final AlertChangeCounter counter;

    AlertFeedQueries(DSLContext sql, AlertChangeCounter counter) {
        this.sql = sql;
        this.counter = counter;
    }

    /** A place in the order of changes. */
    public record Place(long seq, long id) {}

    /** The number of the last change: everything up to it can be read. */
    public long last() {
        return counter.committed();
    }

    /** Alerts whose last change lies after a place and not after {@code upTo}, oldest first. */
    public List<AlertChange> between(Place after, long upTo, int limit) {
        return changes(AlertRows.select(sql)
                .where(ALERT.CHANGE_SEQ.ge(after.seq()), ALERT.CHANGE_SEQ.le(upTo))
                .and(ALERT.CHANGE_SEQ.gt(after.seq()).or(ALERT.ID.gt(after.id())))
                .orderBy(ALERT.CHANGE_SEQ, ALERT.ID)
                .limit(limit)
                .fetch(AlertRows::row));
    }

    /** Alerts as they stand now. */
    public List<AlertChange> byId(Collection<Long> ids) {
        return changes(AlertRows.select(sql).where(ALERT.ID.in(ids)).fetch(AlertRows::row));
    }

    /** Every open alert with the number of its last change. */
    public Map<Long, Long> open() {
        Condition open = ALERT.STATE.in(
                AlertState.RAISED.name(), AlertState.ACKNOWLEDGED.name(), AlertState.SNOOZED.name());
        return sql.select(ALERT.ID, ALERT.CHANGE_SEQ).from(ALERT).where(open).fetchMap(ALERT.ID, ALERT.CHANGE_SEQ);
    }

    private List<AlertChange> changes(List<AlertRow> rows) {
        var ids = rows.stream().map(AlertRow::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Set<Duty>> audiences = new HashMap<>();
        sql.select(ALERT_AUDIENCE.ALERT_ID, ALERT_AUDIENCE.DUTY)
                .from(ALERT_AUDIENCE)
                .where(ALERT_AUDIENCE.ALERT_ID.in(ids))
                .forEach(row -> audiences
                        .computeIfAbsent(row.value1(), id -> EnumSet.noneOf(Duty.class))
                        .add(Duty.valueOf(row.value2())));
        var named = NamedPeopleReads.of(sql, rows.stream()
                .collect(Collectors.toMap(AlertRow::id, row -> new Subject(row.subject().type(), row.subject().id()))));
        Map<Long, Set<Long>> called = new HashMap<>();
        sql.select(ALERT_NOTIFICATION.ALERT_ID, ALERT_NOTIFICATION.ACCOUNT_ID)
                .from(ALERT_NOTIFICATION)
                .join(ALERT)
                .on(ALERT.ID.eq(ALERT_NOTIFICATION.ALERT_ID))
                .where(ALERT_NOTIFICATION.ALERT_ID.in(ids))
                .and(ALERT_NOTIFICATION.AT.eq(ALERT.CHANGED_AT))
                .forEach(row -> called.computeIfAbsent(row.value1(), id -> new HashSet<>()).add(row.value2()));
        return rows.stream()
                .map(row -> new AlertChange(
                        row,
                        audiences.getOrDefault(row.id(), Set.of()),
                        named.getOrDefault(row.id(), NamedPeople.NONE),
                        called.getOrDefault(row.id(), Set.of())))
                .toList();
    }
}
