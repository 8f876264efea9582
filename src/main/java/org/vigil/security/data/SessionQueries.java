package org.vigil.security.data;

import static org.vigil.db.generated.Tables.CONSOLE_SESSION;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads signed-in sessions of all nodes. */
@Component
public class SessionQueries {

    /** A node says every half minute that its sessions are still there; one that missed three is taken to be gone. */
    public static final Duration NODE_GONE_AFTER = Duration.ofSeconds(90);

    private final DSLContext db;
    private final Clock clock;

    SessionQueries(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public boolean anyLive(Collection<Long> accountIds) {
        return db.fetchExists(
                CONSOLE_SESSION,
                CONSOLE_SESSION
                        .ENDED_AT
                        .isNull()
                        .and(CONSOLE_SESSION.ACCOUNT_ID.in(accountIds))
                        .and(CONSOLE_SESSION.NODE_SEEN_AT.gt(clock.instant().minus(NODE_GONE_AFTER))));
    }
}
