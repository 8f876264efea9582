package org.vigil.security.data;

import static org.vigil.db.generated.Tables.WALL_DISPLAY;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes wall displays, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class WallDisplayStore {

    private final DSLContext db;

    WallDisplayStore(DSLContext db) {
        this.db = db;
    }

    /** Adds a display and answers its key. */
    public long insert(String name, String tokenHash, @Nullable Long areaId, long createdBy, Instant now) {
        return db.insertInto(WALL_DISPLAY)
                .set(WALL_DISPLAY.NAME, name)
                .set(WALL_DISPLAY.TOKEN_HASH, tokenHash)
                .set(WALL_DISPLAY.AREA_ID, areaId)
                .set(WALL_DISPLAY.CREATED_BY, createdBy)
                .set(WALL_DISPLAY.CREATED_AT, now)
                .returningResult(WALL_DISPLAY.ID)
                .fetchSingle()
                .value1();
    }

    /** Whether the display was still open before. */
    public boolean revoke(long id, Instant now) {
        return db.update(WALL_DISPLAY)
                        .set(WALL_DISPLAY.REVOKED_AT, now)
                        .where(WALL_DISPLAY.ID.eq(id))
                        .and(WALL_DISPLAY.REVOKED_AT.isNull())
                        .execute()
                > 0;
    }
}
