package org.vigil.security.data;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;
import static org.vigil.db.generated.Tables.ACCOUNT;
import static org.vigil.db.generated.Tables.ACCOUNT_AREA;
import static org.vigil.db.generated.Tables.AREA;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.vigil.security.Area;
import org.vigil.security.AreaKind;

/** Reads areas. */
@Component
public class AreaQueries {

    private final DSLContext db;

    AreaQueries(DSLContext db) {
        this.db = db;
    }

    public List<Area> all() {
        return db.selectFrom(AREA).orderBy(AREA.CODE, AREA.ID).fetch(AreaQueries::area);
    }

    public Optional<Area> byId(long id) {
        return db.selectFrom(AREA).where(AREA.ID.eq(id)).fetchOptional(AreaQueries::area);
    }

    public Optional<Area> byCode(String code) {
        return db.selectFrom(AREA).where(AREA.CODE.eq(code)).fetchOptional(AreaQueries::area);
    }

    /** Moves with every change: areas are never deleted, and each change raises a version. */
    public long edition() {
        return db.select(count(), sum(AREA.VERSION)).from(AREA).fetchSingle(row -> {
            var versions = row.value2() == null ? 0 : row.value2().longValue();
            return versions * 1_000_003L + row.value1();
        });
    }

    /** The areas in use that lie directly in this one. */
    public List<Area> activeInside(long id) {
        return db.selectFrom(AREA)
                .where(AREA.PARENT_ID.eq(id))
                .and(AREA.ACTIVE)
                .orderBy(AREA.CODE, AREA.ID)
                .fetch(AreaQueries::area);
    }

    /** The names of those whose enabled account is limited to this area, in alphabetical order. */
    public List<String> accountsLimitedTo(long id) {
        return db.select(ACCOUNT.DISPLAY_NAME)
                .from(ACCOUNT_AREA)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(ACCOUNT_AREA.ACCOUNT_ID))
                .where(ACCOUNT_AREA.AREA_ID.eq(id))
                .and(ACCOUNT.ENABLED)
                .orderBy(ACCOUNT.DISPLAY_NAME, ACCOUNT.ID)
                .fetch(ACCOUNT.DISPLAY_NAME);
    }

    private static Area area(Record row) {
        return new Area(
                row.get(AREA.ID),
                row.get(AREA.PARENT_ID),
                AreaKind.valueOf(row.get(AREA.KIND)),
                row.get(AREA.CODE),
                row.get(AREA.NAME),
                row.get(AREA.ACTIVE),
                row.get(AREA.VERSION));
    }
}
