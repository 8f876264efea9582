package org.vigil.security.session;

import jakarta.servlet.http.HttpSession;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.security.Account;
import org.vigil.security.Fingerprint;
import org.vigil.security.SecurityProperties;
import org.vigil.security.data.SessionStore;
import org.vigil.security.rules.SessionEnd;
import org.vigil.security.rules.SessionLimits;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** The signed-in sessions of this node, and their traces in the database for the other nodes. */
@Component
public class LiveSessions {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSessions.class);

    private final Set<LiveSession> sessions = ConcurrentHashMap.newKeySet();
    private final String node = hostName() + "/" + UUID.randomUUID().toString().substring(0, 8);
    private final SessionLimits limits;
    private final SessionStore store;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    LiveSessions(
            SecurityProperties properties,
            SessionStore store,
            Transactions transactions,
            AuditLog audit,
            Clock clock) {
        limits = new SessionLimits(
                properties.session().idle(), properties.session().absolute());
        this.store = store;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes up a session in which somebody has just signed in. */
    public void started(HttpSession http, Account account, String address) {
        var now = clock.instant();
        var session = new LiveSession(
                http,
                Fingerprint.of(http.getId()),
                account.id(),
                account.username(),
                account.securityVersion(),
                address,
                now,
                this::gone);
        // The console counts keys and touches, not requests: the container's own limit only catches what is left over.
        http.setMaxInactiveInterval((int) limits.absolute().toSeconds());
        http.setAttribute(LiveSession.ATTRIBUTE, session);
        sessions.add(session);
        transactions.run(() -> store.started(session.key(), account.id(), node, address, now));
        audit.record(viewer(session), AuditNote.login(ref(session), "Signed in"));
    }

    /** The person signed out. */
    public void signedOut(@Nullable HttpSession http) {
        var session = LiveSession.of(http);
        if (session != null) {
            session.markEnd(SessionEnd.SIGNED_OUT);
        }
    }

    /** Counts a key or a touch of the person, unless the session is over. */
    void active(LiveSession session) {
        var now = clock.instant();
        session.active(now);
        transactions.run(() -> store.active(session.key(), now));
    }

    SessionLimits.Left left(LiveSession session) {
        return limits.left(session.startedAt(), session.lastActiveAt(), clock.instant());
    }

    /** Why the session is over, or null while it lasts. */
    @Nullable SessionEnd end(LiveSession session) {
        var marked = session.end();
        return marked != null
                ? marked
                : limits.over(session.startedAt(), session.lastActiveAt(), clock.instant())
                        .orElse(null);
    }

    List<LiveSession> all() {
        return List.copyOf(sessions);
    }

    String node() {
        return node;
    }

    private void gone(LiveSession session) {
        session.markEnd(SessionEnd.EXPIRED);
        if (!sessions.remove(session)) {
            return;
        }
        var why = session.end() == null ? SessionEnd.EXPIRED : session.end();
        try {
            transactions.run(() -> {
                store.ended(session.key(), why.code(), clock.instant());
                audit.record(viewer(session), AuditNote.logout(ref(session), why.words()));
            });
        } catch (RuntimeException problem) {
            // The session is gone whatever the database says; another node notes it as left behind.
            LOG.warn("The end of a session could not be recorded", problem);
        }
    }

    /** Lets go of everything at once, when the node stops. */
    void stopped() {
        sessions.clear();
        transactions.run(() -> store.nodeStopped(node, SessionEnd.STOPPED.code(), clock.instant()));
    }

    private static Viewer viewer(LiveSession session) {
        return new Viewer(
                session.accountId(), session.username(), session.username(), Set.of(), null, Set.of(), session.address());
    }

    private static SubjectRef ref(LiveSession session) {
        return new SubjectRef(SubjectType.ACCOUNT, session.accountId(), session.username());
    }

    private static String hostName() {
        try {
            var name = InetAddress.getLocalHost().getHostName();
            return name.length() > 64 ? name.substring(0, 64) : name;
        } catch (UnknownHostException unnamed) {
            return "node";
        }
    }
}
