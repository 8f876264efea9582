package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.INCIDENT_FEED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;
import org.vigil.incident.Feed;

/** Reads which feeds there are and how they stand. */
@Component
public class FeedQueries {

    private final DSLContext sql;

    FeedQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Every feed that was ever heard, by name. */
    public List<Feed> all() {
        return sql.select(
                        INCIDENT_FEED.ID,
                        INCIDENT_FEED.SOURCE,
                        INCIDENT_FEED.LAST_HEARD_AT,
                        INCIDENT_FEED.SILENT_AFTER_MINUTES,
                        INCIDENT_FEED.SILENT_SINCE)
                .from(INCIDENT_FEED)
                .orderBy(INCIDENT_FEED.SOURCE, INCIDENT_FEED.ID)
                .fetch(Records.mapping(Feed::new));
    }

    /** Since when a feed's silence is told; empty where it is heard or is none. */
    public Optional<Instant> silentSince(long id) {
        return sql.select(INCIDENT_FEED.SILENT_SINCE)
                .from(INCIDENT_FEED)
                .where(INCIDENT_FEED.ID.eq(id))
                .fetchOptional(INCIDENT_FEED.SILENT_SINCE);
    }
}
