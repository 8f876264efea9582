package org.vigil.security.data;

import static org.jooq.Records.mapping;
import static org.vigil.db.generated.Tables.ACCOUNT;
import static org.vigil.db.generated.Tables.WALL_DISPLAY;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.vigil.security.WallDisplay;

/** Reads wall displays. */
@Component
public class WallDisplayQueries {

    private final DSLContext db;

    WallDisplayQueries(DSLContext db) {
        this.db = db;
    }

    /** Newest first. */
    public List<WallDisplay> all() {
        return displays(DSL.noCondition());
    }

    public Optional<WallDisplay> byId(long id) {
        return displays(WALL_DISPLAY.ID.eq(id)).stream().findFirst();
    }

    public Optional<WallDisplay> byTokenHash(String hash) {
        return displays(WALL_DISPLAY.TOKEN_HASH.eq(hash)).stream().findFirst();
    }

    private List<WallDisplay> displays(Condition condition) {
        return db.select(
                        WALL_DISPLAY.ID,
                        WALL_DISPLAY.NAME,
                        WALL_DISPLAY.AREA_ID,
                        WALL_DISPLAY.CREATED_AT,
                        ACCOUNT.DISPLAY_NAME,
                        WALL_DISPLAY.REVOKED_AT)
                .from(WALL_DISPLAY)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(WALL_DISPLAY.CREATED_BY))
                .where(condition)
                .orderBy(WALL_DISPLAY.CREATED_AT.desc(), WALL_DISPLAY.ID.desc())
                .fetch(mapping(WallDisplay::new));
    }
}
