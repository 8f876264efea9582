package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.INCIDENT_CORRECTION;
import static org.vigil.db.generated.Tables.INCIDENT_FEED;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Asks, at the price of two index ends, whether anything about calls may have changed. */
@Component
public class CallFeedQueries {

    private final DSLContext sql;

    CallFeedQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Differs after each batch of any feed, which is noted once the batch is committed, and after each correction. */
    public String marker() {
        var heard = DSL.select(DSL.max(INCIDENT_FEED.LAST_HEARD_AT)).from(INCIDENT_FEED).asField("heard");
        var corrected = DSL.select(DSL.max(INCIDENT_CORRECTION.ID)).from(INCIDENT_CORRECTION).asField("corrected");
        var found = sql.select(heard, corrected).fetchSingle();
        return found.value1() + "|" + found.value2();
    }
}
