package org.vigil.custody.data;

import static org.vigil.db.generated.Tables.CUSTODY_EVENT;
import static org.vigil.db.generated.Tables.CUSTODY_EVENT_LINE;
import static org.vigil.db.generated.Tables.CUSTODY_NUMBER;
import static org.vigil.db.generated.Tables.CUSTODY_RECORD;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.custody.CustodyEvent;
import org.vigil.custody.CustodyKey;
import org.vigil.custody.CustodyStanding;
import org.vigil.custody.data.EventColumns.Line;
import org.vigil.db.generated.tables.records.CustodyRecordRecord;
import org.vigil.shared.Texts;

/** Writes custody records and what happened in them, within the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CustodyStore {

    private static final int OFFENCES = 255;

    private final DSLContext sql;

    CustodyStore(DSLContext sql) {
        this.sql = sql;
    }

    /** The next number of a year for records that are made here. */
    public int nextNumber(int year) {
        sql.insertInto(CUSTODY_NUMBER)
                .set(CUSTODY_NUMBER.YEAR, (short) year)
                .set(CUSTODY_NUMBER.LAST_NUMBER, 1)
                .onDuplicateKeyUpdate()
                .set(CUSTODY_NUMBER.LAST_NUMBER, CUSTODY_NUMBER.LAST_NUMBER.plus(1))
                .execute();
        return sql.select(CUSTODY_NUMBER.LAST_NUMBER)
                .from(CUSTODY_NUMBER)
                .where(CUSTODY_NUMBER.YEAR.eq((short) year))
                .fetchSingle()
                .value1();
    }

    /** Adds a record and answers its key in the database. */
    public long insert(CustodyKey key, @Nullable Long areaId, CustodyStanding standing, Instant now) {
        var row = sql.newRecord(CUSTODY_RECORD);
        row.setSource(key.source());
        row.setReference(key.reference());
        row.setTakenInAt(now);
        fill(row, areaId, standing, now);
        row.insert();
        return row.getId();
    }

    /**
     * Writes where a record stands now.
     *
     * @param version as the caller read it
     * @return false where somebody else changed it meanwhile
     */
    public boolean update(long id, int version, @Nullable Long areaId, CustodyStanding standing, Instant now) {
        var row = sql.newRecord(CUSTODY_RECORD);
        fill(row, areaId, standing, now);
        row.setVersion(version + 1);
        return sql.update(CUSTODY_RECORD)
                        .set(row)
                        .where(CUSTODY_RECORD.ID.eq(id))
                        .and(CUSTODY_RECORD.VERSION.eq(version))
                        .execute()
                == 1;
    }

    private static void fill(CustodyRecordRecord row, @Nullable Long areaId, CustodyStanding standing, Instant now) {
        row.setAreaId(areaId);
        row.setStation(standing.station());
        row.setDomesticAbuse(standing.domesticAbuse());
        row.setState(standing.state().name());
        row.setInCell(standing.inCell());
        row.setSince(standing.since());
        row.setArrestedAt(standing.arrest().at());
        row.setLimitAt(standing.limitAt());
        row.setVictimDue(standing.victim().isDue());
        row.setOffences(
                standing.offences().isEmpty() ? null : Texts.cut(String.join(", ", standing.offences()), OFFENCES));
        row.setChangedAt(now);
    }

    /** Keeps an event; answers its key. */
    public long add(long record, CustodyEvent event) {
        var row = sql.newRecord(CUSTODY_EVENT);
        row.setCustodyId(record);
        EventColumns.write(event, row);
        row.insert();
        for (var kind : Line.values()) {
            var lines = EventColumns.lines(event, kind);
            for (var place = 0; place < lines.size(); place++) {
                sql.insertInto(CUSTODY_EVENT_LINE)
                        .set(CUSTODY_EVENT_LINE.EVENT_ID, row.getId())
                        .set(CUSTODY_EVENT_LINE.KIND, kind.name())
                        .set(CUSTODY_EVENT_LINE.PLACE, (short) place)
                        .set(CUSTODY_EVENT_LINE.TEXT, lines.get(place))
                        .execute();
            }
        }
        return row.getId();
    }

    /** These tellings were put right: they stay, and count no more. */
    public void replaced(Collection<Long> events) {
        if (!events.isEmpty()) {
            sql.update(CUSTODY_EVENT)
                    .setNull(CUSTODY_EVENT.IS_CURRENT)
                    .where(CUSTODY_EVENT.ID.in(events))
                    .execute();
        }
    }

    /** The alert that these records share, or none. */
    public void twins(Collection<Long> records, @Nullable String key) {
        sql.update(CUSTODY_RECORD)
                .set(CUSTODY_RECORD.TWIN_KEY, key)
                .where(CUSTODY_RECORD.ID.in(List.copyOf(records)))
                .execute();
    }
}
