package org.vigil.custody.data;

import static org.vigil.db.generated.Tables.CUSTODY_EVENT;
import static org.vigil.db.generated.Tables.CUSTODY_EVENT_LINE;
import static org.vigil.db.generated.Tables.CUSTODY_RECORD;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.vigil.custody.CustodyEvent;
import org.vigil.custody.CustodyKey;
import org.vigil.custody.CustodyRecord;
import org.vigil.custody.data.EventColumns.Line;
import org.vigil.db.OwnRecords;
import org.vigil.db.generated.tables.records.CustodyRecordRecord;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** Reads whole custody records. */
@Component
public class CustodyReads {

    private final DSLContext sql;

    CustodyReads(DSLContext sql) {
        this.sql = sql;
    }

    /** One record with all its events, if the viewer may see it. */
    public Optional<CustodyRecord> byId(Viewer viewer, long id) {
        return records(sql.selectFrom(CUSTODY_RECORD).where(CUSTODY_RECORD.ID.eq(id)).and(visibleTo(viewer)).fetch())
                .stream()
                .findFirst();
    }

    /** The same, with its row locked until the transaction ends. */
    public Optional<CustodyRecord> lock(Viewer viewer, long id) {
        return records(sql.selectFrom(CUSTODY_RECORD)
                        .where(CUSTODY_RECORD.ID.eq(id))
                        .and(visibleTo(viewer))
                        .forUpdate()
                        .fetch())
                .stream()
                .findFirst();
    }

    /** These records, whoever asks: for rules, never for a screen. */
    public List<CustodyRecord> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : records(sql.selectFrom(CUSTODY_RECORD)
                        .where(CUSTODY_RECORD.ID.in(ids))
                        .orderBy(CUSTODY_RECORD.ID)
                        .fetch());
    }

    /**
     * The records that are held under these keys, their rows locked until the transaction ends; always locked in the same
     * order, so that two batches with the same records wait for each other and do not deadlock.
     */
    public Map<CustodyKey, CustodyRecord> lock(Collection<CustodyKey> keys) {
        var bySource = new TreeMap<String, TreeSet<String>>();
        keys.forEach(key -> bySource.computeIfAbsent(key.source(), source -> new TreeSet<>()).add(key.reference()));
        var held = new LinkedHashMap<CustodyKey, CustodyRecord>();
        bySource.forEach((source, references) -> records(sql.selectFrom(CUSTODY_RECORD)
                        .where(CUSTODY_RECORD.SOURCE.eq(source))
                        .and(CUSTODY_RECORD.REFERENCE.in(references))
                        .orderBy(CUSTODY_RECORD.SOURCE, CUSTODY_RECORD.REFERENCE)
                        .forUpdate()
                        .fetch())
                .forEach(record -> held.put(record.key(), record)));
        return held;
    }

    /** A record without an area concerns the whole force, and so everybody but those whom it names. */
    static Condition visibleTo(Viewer viewer) {
        return inReachOf(viewer).and(OwnRecords.notNaming(viewer, SubjectType.CUSTODY, CUSTODY_RECORD.ID));
    }

    /** The viewer's areas cover it, or it is of none. */
    static Condition inReachOf(Viewer viewer) {
        return viewer.coversWholeForce()
                ? DSL.trueCondition()
                : CUSTODY_RECORD.AREA_ID.in(viewer.areaIds()).or(CUSTODY_RECORD.AREA_ID.isNull());
    }

    private List<CustodyRecord> records(Result<CustodyRecordRecord> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var events = events(rows.getValues(CUSTODY_RECORD.ID));
        return rows.stream()
                .map(row -> new CustodyRecord(
                        row.getId(),
                        row.getVersion(),
                        new CustodyKey(row.getSource(), row.getReference()),
                        row.getAreaId(),
                        row.getTwinKey(),
                        events.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    private Map<Long, List<CustodyEvent>> events(Collection<Long> records) {
        var rows = sql.selectFrom(CUSTODY_EVENT)
                .where(CUSTODY_EVENT.CUSTODY_ID.in(records))
                .orderBy(CUSTODY_EVENT.ID)
                .fetch();
        var lines = new HashMap<Long, Map<Line, List<String>>>();
        sql.select(CUSTODY_EVENT_LINE.EVENT_ID, CUSTODY_EVENT_LINE.KIND, CUSTODY_EVENT_LINE.TEXT)
                .from(CUSTODY_EVENT_LINE)
                .join(CUSTODY_EVENT)
                .on(CUSTODY_EVENT.ID.eq(CUSTODY_EVENT_LINE.EVENT_ID))
                .where(CUSTODY_EVENT.CUSTODY_ID.in(records))
                .orderBy(CUSTODY_EVENT_LINE.EVENT_ID, CUSTODY_EVENT_LINE.KIND, CUSTODY_EVENT_LINE.PLACE)
                .forEach(row -> lines.computeIfAbsent(row.value1(), event -> new EnumMap<>(Line.class))
                        .computeIfAbsent(Line.valueOf(row.value2()), kind -> new ArrayList<>())
                        .add(row.value3()));
        var byRecord = new HashMap<Long, List<CustodyEvent>>();
        rows.forEach(row -> byRecord.computeIfAbsent(row.getCustodyId(), record -> new ArrayList<>())
                .add(EventColumns.read(row, lines.getOrDefault(row.getId(), Map.of()))));
        return byRecord;
    }
}
