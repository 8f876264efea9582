package org.vigil.security.data;

import static org.vigil.db.generated.Tables.AREA;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.security.AreaKind;
import org.vigil.shared.ChangedMeanwhileException;

/** Writes areas, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AreaStore {

    private final DSLContext db;

    AreaStore(DSLContext db) {
        this.db = db;
    }

    /** Adds an area and answers its key. */
    public long insert(@Nullable Long parentId, AreaKind kind, String code, String name) {
        return db.insertInto(AREA)
                .set(AREA.PARENT_ID, parentId)
                .set(AREA.KIND, kind.name())
                .set(AREA.CODE, code)
                .set(AREA.NAME, name)
                .returningResult(AREA.ID)
                .fetchSingle()
                .value1();
    }

    /** @throws ChangedMeanwhileException when the area is no longer at this version */
    public void rename(long id, int version, String code, String name) {
        requireChanged(db.update(AREA)
                .set(AREA.CODE, code)
                .set(AREA.NAME, name)
                .set(AREA.VERSION, AREA.VERSION.plus(1))
                .where(AREA.ID.eq(id))
                .and(AREA.VERSION.eq(version))
                .execute());
    }

    /** @throws ChangedMeanwhileException when the area is no longer at this version */
    public void setActive(long id, int version, boolean active) {
        requireChanged(db.update(AREA)
                .set(AREA.ACTIVE, active)
                .set(AREA.VERSION, AREA.VERSION.plus(1))
                .where(AREA.ID.eq(id))
                .and(AREA.VERSION.eq(version))
                .execute());
    }

    private static void requireChanged(int rows) {
        if (rows == 0) {
            throw new ChangedMeanwhileException("The area");
        }
    }
}
