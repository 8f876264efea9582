package org.vigil.security.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.vigil.db.Transactions;
import org.vigil.security.data.AccountQueries;
import org.vigil.security.data.LoginFailureStore;
import org.vigil.security.data.SessionQueries;
import org.vigil.security.data.SessionStore;
import org.vigil.security.rules.SessionEnd;

/**
 * Ends sessions that are over: past a limit, or of an account that was disabled or changed. A thread of its own looks
 * every two seconds, whether or not a screen asks for anything.
 */
@Component
class SessionWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);
    private static final long LOOK_EVERY_SECONDS = 2;
    private static final long NODE_SAYS_EVERY_SECONDS = 30;
    private static final Duration FAILURES_KEPT = Duration.ofDays(1);
    /** Long enough for an open screen to hear where it is to go, before the session closes behind it. */
    private static final long CLOSE_AFTER_MILLIS = 800;

    private final LiveSessions sessions;
    private final AccountQueries accounts;
    private final SessionStore store;
    private final LoginFailureStore failures;
    private final ObjectProvider<Screens> screens;
    private final Transactions transactions;
    private final Clock clock;
    private @Nullable ScheduledExecutorService thread;

    SessionWatch(
            LiveSessions sessions,
            AccountQueries accounts,
            SessionStore store,
            LoginFailureStore failures,
            ObjectProvider<Screens> screens,
            Transactions transactions,
            Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.store = store;
        this.failures = failures;
        this.screens = screens;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One look at every session of this node. */
    void look() {
        var live = sessions.all();
        if (live.isEmpty()) {
            return;
        }
        var standing = accounts.securityVersions(
                live.stream().map(LiveSession::accountId).collect(Collectors.toSet()));
        for (var session : live) {
            var why = end(session, standing);
            if (why != null && session.markEnd(why)) {
                close(session, why);
            }
        }
    }

    private @Nullable SessionEnd end(LiveSession session, Map<Long, Integer> standing) {
        var version = standing.get(session.accountId());
        if (version == null) {
            return SessionEnd.DISABLED;
        }
        return version != session.securityVersion() ? SessionEnd.CHANGED : sessions.end(session);
    }

    private void close(LiveSession session, SessionEnd why) {
        screens.ifAvailable(open -> open.leave(session.http(), why));
        var later = thread;
        if (later == null || later.isShutdown()) {
            session.invalidate();
        } else {
            later.schedule(session::invalidate, CLOSE_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void say() {
        var now = clock.instant();
        transactions.run(() -> {
            store.nodeSeen(sessions.node(), now);
            store.endSilentNodes(now.minus(SessionQueries.NODE_GONE_AFTER), now);
            failures.forgetBefore(now.minus(FAILURES_KEPT));
        });
    }

    private static Runnable whatever(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException problem) {
                LOG.warn("Sessions could not be looked at; the next look comes by itself", problem);
            }
        };
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("session-watch").daemon().factory());
        started.scheduleWithFixedDelay(
                whatever(this::look), LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
        started.scheduleWithFixedDelay(
                whatever(this::say), NODE_SAYS_EVERY_SECONDS, NODE_SAYS_EVERY_SECONDS, TimeUnit.SECONDS);
        thread = started;
    }

    @Override
    public void stop() {
        var running = thread;
        if (running != null) {
            running.shutdownNow();
            thread = null;
        }
        whatever(sessions::stopped).run();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
