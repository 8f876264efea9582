package org.vigil.alert.data;

import static org.vigil.db.generated.Tables.ALERT;
import static org.vigil.db.generated.Tables.ALERT_AUDIENCE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.alert.AlertState;
import org.vigil.alert.NamedPeople;
import org.vigil.alert.Severity;
import org.vigil.alert.data.AlertRecords.ChangedAlert;
import org.vigil.alert.data.AlertRecords.NewAlert;
import org.vigil.alert.data.AlertRecords.Opened;
import org.vigil.alert.rules.AlertStanding;
import org.vigil.db.OwnRecords;
import org.vigil.db.OwnRecords.Subject;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** Locks, opens and changes alerts, in bulk. Every change takes part in the order that {@link AlertChangeCounter} keeps. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AlertStore {

    private final DSLContext sql;
    private final AlertChangeCounter changes;

    AlertStore(DSLContext sql, AlertChangeCounter changes) {
        this.sql = sql;
        this.changes = changes;
    }

    /** The open alerts with these keys, locked in the order of the keys, so that two batches don't wait for each other. */
    public Map<String, HeldAlert> lockOpen(Collection<String> dedupKeys) {
        var found = new HashMap<String, HeldAlert>();
        for (var held : held(ALERT.DEDUP_KEY.in(dedupKeys))) {
            found.put(Objects.requireNonNull(held.dedupKey()), held);
        }
        return found;
    }

    /** One alert, locked. */
    public Optional<HeldAlert> lock(long id) {
        return held(ALERT.ID.eq(id)).stream().findFirst();
    }

    /** These alerts, locked. */
    public List<HeldAlert> lock(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : held(ALERT.ID.in(ids));
    }

    /** Locks alerts whose time has come, without those that another transaction holds. */
    public List<Long> lockDue(Instant now, Collection<Long> except, int limit) {
        return sql.select(ALERT.ID)
                .from(ALERT)
                .where(ALERT.WAKE_AT.le(now))
                .and(except.isEmpty() ? DSL.noCondition() : ALERT.ID.notIn(except))
                .orderBy(ALERT.WAKE_AT, ALERT.ID)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(ALERT.ID);
    }

    /** The accounts that what these alerts would be about concerns, who are not to see them. */
    public Map<SubjectRef, Set<Long>> concerned(Collection<SubjectRef> subjects) {
        var keys = subjects.stream()
                .distinct()
                .collect(Collectors.toMap(subject -> subject, subject -> new Subject(subject.type(), subject.id())));
        var concerned = OwnRecords.accountsConcerned(sql, keys.values());
        keys.values().retainAll(concerned.keySet());
        return keys.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, subject -> concerned.get(subject.getValue())));
    }

    private List<HeldAlert> held(Condition which) {
        var rows = sql.select(ALERT.fields())
                .from(ALERT)
                .where(which)
                .orderBy(ALERT.DEDUP_KEY, ALERT.ID)
                .forUpdate()
                .fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        var audiences = new HashMap<Long, Map<Duty, Boolean>>();
        sql.select(ALERT_AUDIENCE.ALERT_ID, ALERT_AUDIENCE.DUTY, ALERT_AUDIENCE.NOTIFIED)
                .from(ALERT_AUDIENCE)
                .where(ALERT_AUDIENCE.ALERT_ID.in(rows.getValues(ALERT.ID)))
                .forEach(row -> audiences
                        .computeIfAbsent(row.value1(), id -> new EnumMap<>(Duty.class))
                        .put(Duty.valueOf(row.value2()), row.value3()));
        var named = NamedPeopleReads.of(sql, rows.intoMap(
                row -> row.get(ALERT.ID),
                row -> new Subject(SubjectType.valueOf(row.get(ALERT.SUBJECT_TYPE)), row.get(ALERT.SUBJECT_ID))));
        return rows.map(row -> held(
                row,
                audiences.getOrDefault(row.get(ALERT.ID), Map.of()),
                named.getOrDefault(row.get(ALERT.ID), NamedPeople.NONE)));
    }

    private static HeldAlert held(Record row, Map<Duty, Boolean> audience, NamedPeople people) {
        return new HeldAlert(
                row.get(ALERT.ID),
                row.get(ALERT.VERSION),
                row.get(ALERT.DEDUP_KEY),
                row.get(ALERT.KIND),
                new SubjectRef(
                        SubjectType.valueOf(row.get(ALERT.SUBJECT_TYPE)),
                        row.get(ALERT.SUBJECT_ID),
                        row.get(ALERT.SUBJECT_REFERENCE)),
                row.get(ALERT.TITLE),
                row.get(ALERT.DETAIL),
                row.get(ALERT.AREA_ID),
                standing(row),
                audience,
                people);
    }

    private static AlertStanding standing(Record row) {
        var escalateTo = row.get(ALERT.ESCALATE_TO);
        return new AlertStanding(
                AlertState.valueOf(row.get(ALERT.STATE)),
                Severity.valueOf(row.get(ALERT.SEVERITY)),
                row.get(ALERT.DUE_AT),
                row.get(ALERT.ACKNOWLEDGED_AT),
                row.get(ALERT.ACKNOWLEDGED_BY),
                row.get(ALERT.ASSIGNED_TO),
                row.get(ALERT.SNOOZED_UNTIL),
                row.get(ALERT.ESCALATE_AT),
                escalateTo == null ? null : Duty.valueOf(escalateTo),
                row.get(ALERT.ESCALATE_AFTER_MINUTES),
                row.get(ALERT.STALE_AFTER_MINUTES));
    }

    /**
     * Opens alerts. A key that another transaction took first is left to it; that transaction is waited for. Ids are read
     * back by key, one statement for all.
     */
    public Opened open(List<NewAlert> alerts, Instant now) {
        var insert = sql.batch(sql.insertInto(
                        ALERT,
                        ALERT.KIND, ALERT.DEDUP_KEY, ALERT.STATE, ALERT.SEVERITY, ALERT.SUBJECT_TYPE, ALERT.SUBJECT_ID,
                        ALERT.SUBJECT_REFERENCE, ALERT.TITLE, ALERT.DETAIL, ALERT.AREA_ID, ALERT.DUE_AT, ALERT.RAISED_AT,
                        ALERT.CHANGED_AT, ALERT.WAKE_AT, ALERT.ESCALATE_AT, ALERT.ESCALATE_TO,
                        ALERT.ESCALATE_AFTER_MINUTES, ALERT.STALE_AFTER_MINUTES)
                .values(
                        (String) null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                        null, null, null)
                .onDuplicateKeyUpdate()
                .set(ALERT.ID, ALERT.ID));
        var keys = new ArrayList<String>(alerts.size());
        for (var alert : alerts) {
            var about = alert.about();
            var standing = alert.standing();
            keys.add(about.dedupKey());
            insert.bind(
                    about.kind(), about.dedupKey(), standing.state().name(), standing.severity().name(),
                    about.subject().type().name(), about.subject().id(), about.subject().reference(), about.title(),
                    about.detail(), about.areaId(), standing.dueAt(), now, now, standing.wakeAt().orElse(null),
                    standing.escalateAt(), name(standing.escalateTo()), standing.escalateAfterMinutes(),
                    standing.staleAfterMinutes());
        }
        insert.execute();
        return readBack(keys);
    }

    /** A row whose change was never counted can only be this transaction's own. */
    private Opened readBack(List<String> keys) {
        var ids = new HashMap<String, Long>();
        var taken = new HashSet<>(keys);
        sql.select(ALERT.DEDUP_KEY, ALERT.ID)
                .from(ALERT)
                .where(ALERT.DEDUP_KEY.in(keys), ALERT.CHANGE_SEQ.eq(0L))
                .forEach(row -> {
                    ids.put(row.value1(), row.value2());
                    taken.remove(row.value1());
                });
        changes.changed(ids.values());
        return new Opened(ids, taken);
    }

    /**
     * Writes how alerts stand now.
     *
     * @throws ChangedMeanwhileException when one has another version than it was read with
     */
    public void save(List<ChangedAlert> alerts, Instant now) {
        if (alerts.isEmpty()) {
            return;
        }
        var update = sql.batch(sql.update(ALERT)
                .set(ALERT.TITLE, (String) null)
                .set(ALERT.DETAIL, (String) null)
                .set(ALERT.AREA_ID, (Long) null)
                .set(ALERT.DEDUP_KEY, (String) null)
                .set(ALERT.STATE, (String) null)
                .set(ALERT.SEVERITY, (String) null)
                .set(ALERT.DUE_AT, (Instant) null)
                .set(ALERT.ACKNOWLEDGED_AT, (Instant) null)
                .set(ALERT.ACKNOWLEDGED_BY, (Long) null)
                .set(ALERT.ASSIGNED_TO, (Long) null)
                .set(ALERT.SNOOZED_UNTIL, (Instant) null)
                .set(ALERT.ESCALATE_AT, (Instant) null)
                .set(ALERT.ESCALATE_TO, (String) null)
                .set(ALERT.WAKE_AT, (Instant) null)
                .set(ALERT.RESOLVED_AT, (Instant) null)
                .set(ALERT.RESOLVED_BY, (Long) null)
                .set(ALERT.RESOLUTION, (String) null)
                .set(ALERT.CHANGED_AT, (Instant) null)
                .set(ALERT.VERSION, ALERT.VERSION.plus(DSL.inline(1)))
                .where(ALERT.ID.eq((Long) null), ALERT.VERSION.eq((Integer) null)));
        for (var alert : alerts) {
            var standing = alert.standing();
            var resolved = standing.state() == AlertState.RESOLVED;
            update.bind(
                    alert.title(), alert.detail(), alert.areaId(), resolved ? null : alert.dedupKey(),
                    standing.state().name(), standing.severity().name(), standing.dueAt(), standing.acknowledgedAt(), standing.acknowledgedBy(),
                    standing.assignedTo(), standing.snoozedUntil(), standing.escalateAt(), name(standing.escalateTo()),
                    standing.wakeAt().orElse(null), resolved ? now : null, alert.resolvedBy(), alert.resolution(), now,
                    alert.id(), alert.version());
        }
        var counts = update.execute();
        for (var count : counts) {
            if (count == 0) {
                throw new ChangedMeanwhileException("This alert");
            }
        }
        changes.changed(alerts.stream().map(ChangedAlert::id).toList());
    }

    private static @Nullable String name(@Nullable Duty duty) {
        return duty == null ? null : duty.name();
    }
}
