package org.vigil.security.data;

import static org.vigil.db.generated.Tables.CONSOLE_SESSION;

import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes which sessions there are, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SessionStore {

    private final DSLContext db;

    SessionStore(DSLContext db) {
        this.db = db;
    }

    /** @param sessionKey the fingerprint of the session's id */
    public void started(String sessionKey, long accountId, String node, String address, Instant now) {
        db.insertInto(CONSOLE_SESSION)
                .set(CONSOLE_SESSION.SESSION_KEY, sessionKey)
                .set(CONSOLE_SESSION.ACCOUNT_ID, accountId)
                .set(CONSOLE_SESSION.NODE, node)
                .set(CONSOLE_SESSION.ADDRESS, address)
                .set(CONSOLE_SESSION.STARTED_AT, now)
                .set(CONSOLE_SESSION.LAST_SEEN_AT, now)
                .set(CONSOLE_SESSION.NODE_SEEN_AT, now)
                .execute();
    }

    public void active(String sessionKey, Instant now) {
        db.update(CONSOLE_SESSION)
                .set(CONSOLE_SESSION.LAST_SEEN_AT, now)
                .where(CONSOLE_SESSION.SESSION_KEY.eq(sessionKey))
                .execute();
    }

    public void ended(String sessionKey, String reason, Instant now) {
        db.update(CONSOLE_SESSION)
                .set(CONSOLE_SESSION.ENDED_AT, now)
                .set(CONSOLE_SESSION.END_REASON, reason)
                .where(CONSOLE_SESSION.SESSION_KEY.eq(sessionKey))
                .and(CONSOLE_SESSION.ENDED_AT.isNull())
                .execute();
    }

    /** The node says that its sessions are still there. */
    public void nodeSeen(String node, Instant now) {
        db.update(CONSOLE_SESSION)
                .set(CONSOLE_SESSION.NODE_SEEN_AT, now)
                .where(CONSOLE_SESSION.NODE.eq(node))
                .and(CONSOLE_SESSION.ENDED_AT.isNull())
                .execute();
    }

    /** Ends whatever a node left behind. */
    public void nodeStopped(String node, String reason, Instant now) {
        db.update(CONSOLE_SESSION)
                .set(CONSOLE_SESSION.ENDED_AT, now)
                .set(CONSOLE_SESSION.END_REASON, reason)
                .where(CONSOLE_SESSION.NODE.eq(node))
                .and(CONSOLE_SESSION.ENDED_AT.isNull())
                .execute();
    }

    /** Ends the sessions of nodes that have said nothing since this instant. */
    public void endSilentNodes(Instant silentSince, Instant now) {
        db.update(CONSOLE_SESSION)
                .set(CONSOLE_SESSION.ENDED_AT, now)
                .set(CONSOLE_SESSION.END_REASON, "node gone")
                .where(CONSOLE_SESSION.NODE_SEEN_AT.lt(silentSince))
                .and(CONSOLE_SESSION.ENDED_AT.isNull())
                .execute();
    }
}
