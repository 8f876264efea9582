package org.vigil.security.session;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigil.security.rules.SessionEnd;

/** A signed-in session of this node, for as long as the servlet container keeps it. */
final class LiveSession implements HttpSessionBindingListener {

    static final String ATTRIBUTE = LiveSession.class.getName();

    private final HttpSession http;
    private final String key;
    private final long accountId;
    private final String username;
    private final int securityVersion;
    private final String address;
    private final Instant startedAt;
    private final Consumer<LiveSession> gone;
    private final AtomicReference<@Nullable SessionEnd> end = new AtomicReference<>();
    private volatile Instant lastActiveAt;

    LiveSession(
            HttpSession http,
            String key,
            long accountId,
            String username,
            int securityVersion,
            String address,
            Instant startedAt,
            Consumer<LiveSession> gone) {
        this.http = http;
        this.key = key;
        this.accountId = accountId;
        this.username = username;
        this.securityVersion = securityVersion;
        this.address = address;
        this.startedAt = startedAt;
        this.gone = gone;
        lastActiveAt = startedAt;
    }

    /** The live session that belongs to the container's, if somebody signed in. */
    static @Nullable LiveSession of(@Nullable HttpSession http) {
        try {
            return http == null ? null : (LiveSession) http.getAttribute(ATTRIBUTE);
        } catch (IllegalStateException invalidated) {
            return null;
        }
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        gone.accept(this);
    }

    /** Marks why the session ends; whether it was not ending already. */
    boolean markEnd(SessionEnd why) {
        return end.compareAndSet(null, why);
    }

    void invalidate() {
        try {
            http.invalidate();
        } catch (IllegalStateException already) {
            // Somebody was quicker, which is all that was wanted.
        }
    }

    void active(Instant now) {
        lastActiveAt = now;
    }

    @Nullable SessionEnd end() {
        return end.get();
    }

    HttpSession http() {
        return http;
    }

    String key() {
        return key;
    }

    long accountId() {
        return accountId;
    }

    String username() {
        return username;
    }

    int securityVersion() {
        return securityVersion;
    }

    String address() {
        return address;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant lastActiveAt() {
        return lastActiveAt;
    }
}
