package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.INCIDENT_FEED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps when each feed was last heard, and that its silence was noticed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FeedStore {

    private final DSLContext sql;

    FeedStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A feed that fell silent, or is heard again. */
    public record Feed(long id, String source, Instant lastHeardAt, int silentAfterMinutes) {

        boolean isSilentAt(Instant now) {
            return silentAfterMinutes > 0 && !now.isBefore(lastHeardAt.plus(Duration.ofMinutes(silentAfterMinutes)));
        }
    }

    /** Notes that these feeds were heard; a feed that was not known is from now on. */
    public void heard(Collection<String> sources, Instant at) {
        for (var source : new TreeSet<>(sources)) {
            sql.insertInto(INCIDENT_FEED)
                    .set(INCIDENT_FEED.SOURCE, source)
                    .set(INCIDENT_FEED.LAST_HEARD_AT, at)
                    .set(INCIDENT_FEED.BATCHES, 1L)
                    .onDuplicateKeyUpdate()
                    .set(INCIDENT_FEED.BATCHES, INCIDENT_FEED.BATCHES.plus(1))
                    .set(INCIDENT_FEED.LAST_HEARD_AT, DSL.greatest(INCIDENT_FEED.LAST_HEARD_AT, DSL.val(at, INCIDENT_FEED.LAST_HEARD_AT)))
                    .execute();
        }
    }

    /** The feeds that are silent past their limit; when each fell silent is kept, and rows are locked until the commit. */
    public List<Feed> silent(Instant now) {
        var silent = new ArrayList<>(feeds(true));
        for (var feed : feeds(false)) {
            if (feed.isSilentAt(now)) {
                mark(feed, now);
                silent.add(feed);
            }
        }
        return silent;
    }

    /** The feeds whose silence was told and that are heard again, each told once. */
    public List<Feed> heardAgain(Instant now) {
        var back = new ArrayList<Feed>();
        for (var feed : feeds(true)) {
            if (!feed.isSilentAt(now)) {
                mark(feed, null);
                back.add(feed);
            }
        }
        return back;
    }

    /** How long a feed may be silent; 0 for as long as it likes. */
    public void setSilence(long id, int minutes) {
        sql.update(INCIDENT_FEED)
                .set(INCIDENT_FEED.SILENT_AFTER_MINUTES, minutes)
                .where(INCIDENT_FEED.ID.eq(id))
                .execute();
    }

    private void mark(Feed feed, @Nullable Instant silentSince) {
        sql.update(INCIDENT_FEED)
                .set(INCIDENT_FEED.SILENT_SINCE, silentSince)
                .where(INCIDENT_FEED.ID.eq(feed.id()))
                .execute();
    }

    private List<Feed> feeds(boolean silent) {
        return sql.select(
                        INCIDENT_FEED.ID,
                        INCIDENT_FEED.SOURCE,
                        INCIDENT_FEED.LAST_HEARD_AT,
                        INCIDENT_FEED.SILENT_AFTER_MINUTES)
                .from(INCIDENT_FEED)
                .where(silent ? INCIDENT_FEED.SILENT_SINCE.isNotNull() : INCIDENT_FEED.SILENT_SINCE.isNull())
                .orderBy(INCIDENT_FEED.ID)
                .forUpdate()
                .fetch(Records.mapping(Feed::new));
    }
}
