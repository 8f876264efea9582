package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.INCIDENT_CORRECTION;
import static org.vigil.db.generated.Tables.INCIDENT_FEED;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Asks, at the price of a few rows, whether anything about calls may have changed. */
@Component
public class CallFeedQueries {

    private static final int LATELY = 500;

    private final DSLContext sql;

    CallFeedQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Differs after each batch of any feed, which is noted once the batch is committed, and after each correction. */
    public String marker() {
        var heard = DSL.select(DSL.sum(INCIDENT_FEED.BATCHES)).from(INCIDENT_FEED).asField("heard");
        var last = DSL.select(DSL.max(INCIDENT_CORRECTION.ID)).from(INCIDENT_CORRECTION).asField("corrected");
        // Keys are not committed in their order: one that comes late shows in the number of the latest.
        var newest = INCIDENT_CORRECTION.as("newest");
        var lately = DSL.selectCount()
                .from(INCIDENT_CORRECTION)
                .where(INCIDENT_CORRECTION.ID.gt(
                        DSL.select(DSL.max(newest.ID).minus(LATELY)).from(newest)))
                .asField("lately");
        var found = sql.select(heard, last, lately).fetchSingle();
        return found.value1() + "|" + found.value2() + "|" + found.value3();
    }
}
