package org.vigil.db;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The one time on which all nodes agree: the database's, in UTC, with the console's offset added. */
@Component
public class DatabaseClock {

    private final DSLContext sql;
    private final DatabaseProperties properties;

    DatabaseClock(DSLContext sql, DatabaseProperties properties) {
        this.sql = sql;
        this.properties = properties;
    }

    /** The instant at which the sweep decides what is due, to the microsecond. */
    public Instant now() {
        return serverTime().plus(properties.clock().offset());
    }

    /** The database's own UTC time, to compare a node's clock with. */
    public Instant serverTime() {
        return sql.select(DSL.field("utc_timestamp(6)", SQLDataType.LOCALDATETIME(6).asConvertedDataType(new InstantConverter())))
                .fetchSingle()
                .value1();
    }
}
