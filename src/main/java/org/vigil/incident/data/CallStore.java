package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.INCIDENT;
import static org.vigil.db.generated.Tables.INCIDENT_CORRECTION;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.incident.CallKey;
import org.vigil.incident.Correction;

/** Writes calls, many at a time, within the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CallStore {

    private final DSLContext sql;

    CallStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Adds new calls and answers their keys in the database. */
    public Map<CallKey, Long> insert(Collection<StoredCall> fresh) {
        if (fresh.isEmpty()) {
            return Map.of();
        }
        var columns = CallColumns.ALL.keySet();
        var statement = sql.batch(sql.insertInto(INCIDENT)
                .columns(columns)
                .values(new @Nullable Object[columns.size()]));
        for (var stored : fresh) {
            statement.bind(CallColumns.values(stored.call(), stored.state()));
        }
        statement.execute();
        var ids = ids(fresh.stream().map(stored -> CallKey.of(stored.call())).toList());
        var parts = new CallPartsWriter(sql);
        fresh.forEach(stored -> parts.add(ids.get(CallKey.of(stored.call())), stored.call()));
        parts.write();
        return ids;
    }

    /** Replaces what the feed said of calls whose rows the caller has locked; people's corrections stay. */
    public void update(Collection<StoredCall> changed) {
        if (changed.isEmpty()) {
            return;
        }
        writeRows(changed, 1);
        var parts = new CallPartsWriter(sql);
        parts.remove(changed.stream().map(stored -> stored.call().id()).toList());
        changed.forEach(stored -> parts.add(stored.call().id(), stored.call()));
        parts.write();
    }

    /** Writes what follows from a call after a correction. */
    public void updateState(StoredCall corrected) {
        writeRows(List.of(corrected), 1);
    }

    /** Keeps that the sender spoke of these calls later than was known, though it said nothing new of them. */
    public void updateTimes(Collection<StoredCall> same) {
        if (!same.isEmpty()) {
            writeRows(same, 0);
        }
    }

    /** Keeps what a person put right. */
    public void addCorrection(long call, Correction correction) {
        sql.insertInto(INCIDENT_CORRECTION)
                .set(INCIDENT_CORRECTION.INCIDENT_ID, call)
                .set(INCIDENT_CORRECTION.FIELD, correction.field().name())
                .set(INCIDENT_CORRECTION.FLAG_VALUE, correction.flag())
                .set(INCIDENT_CORRECTION.TIME_VALUE, correction.time())
                .set(INCIDENT_CORRECTION.TEXT_VALUE, correction.text())
                .set(INCIDENT_CORRECTION.EVIDENCE, correction.evidence())
                .set(INCIDENT_CORRECTION.CORRECTED_BY, correction.correctedBy())
                .set(INCIDENT_CORRECTION.CORRECTED_AT, correction.correctedAt())
                .execute();
    }

    private void writeRows(Collection<StoredCall> changed, int versions) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        CallColumns.ALL.keySet().forEach(column -> values.put(column, null));
        var statement = sql.batch(sql.update(INCIDENT)
                .set(values)
                .set(INCIDENT.VERSION, INCIDENT.VERSION.plus(versions))
                .where(INCIDENT.ID.eq((Long) null)));
        for (var stored : changed) {
            var row = CallColumns.values(stored.call(), stored.state());
            var bound = java.util.Arrays.copyOf(row, row.length + 2);
            bound[row.length] = versions;
            bound[row.length + 1] = stored.call().id();
            statement.bind(bound);
        }
        statement.execute();
    }

    private Map<CallKey, Long> ids(List<CallKey> keys) {
        var ids = new HashMap<CallKey, Long>();
        CallKey.bySource(keys).forEach((source, references) -> sql.select(INCIDENT.REFERENCE, INCIDENT.ID)
                .from(INCIDENT)
                .where(INCIDENT.SOURCE.eq(source))
                .and(INCIDENT.REFERENCE.in(references))
                .forEach(row -> ids.put(new CallKey(source, row.value1()), row.value2())));
        return ids;
    }
}
