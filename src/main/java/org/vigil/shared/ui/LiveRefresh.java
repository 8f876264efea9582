package org.vigil.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Reads what a live screen shows without holding its session, and shows it: at once, and then at most once a second,
 * however often it is asked. Make one in {@code onAttach} (on the UI's thread, whose viewer it keeps), call
 * {@link #request} from any thread, {@link #close} it in {@code onDetach}.
 */
public final class LiveRefresh<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRefresh.class);
    private static final long QUIET_MS = 1_000;
    private static final ScheduledExecutorService DELAY = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("screen-delay").factory());
    private static final Executor READERS = Executors.newFixedThreadPool(
            4, Thread.ofPlatform().daemon().name("screen-reader-", 0).factory());

    private final UI ui;
    private final Supplier<T> load;
    private final Consumer<T> show;
    private final SecurityContext user;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final AtomicLong readAt = new AtomicLong(System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(QUIET_MS));
    private final AtomicLong turns = new AtomicLong();
    private volatile boolean closed;
    /** The latest reading on screen; only touched with the session locked. */
    private long shown;

    /**
     * @param load reads, on a thread of its own, as the user of the screen
     * @param show shows what was read, with the session locked
     */
    public LiveRefresh(Component screen, Supplier<T> load, Consumer<T> show) {
        ui = screen.getUI().orElseThrow(() -> new IllegalStateException("the screen is not attached yet"));
        this.load = load;
        this.show = show;
        user = SecurityContextHolder.getContext();
    }

    /** Asks for a refresh, from any thread; several within a second make one. */
    public void request() {
        if (!closed && waiting.compareAndSet(false, true)) {
            var quiet = readAt.get() + TimeUnit.MILLISECONDS.toNanos(QUIET_MS) - System.nanoTime();
            DELAY.schedule(this::now, Math.max(0, quiet), TimeUnit.NANOSECONDS);
        }
    }

    /** Asks for a refresh once so much time is over, beside all others. */
    public void after(Duration wait) {
        DELAY.schedule(this::now, Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
    }

    /** Asks for a refresh without the wait: for the first reading, or after the user did something. */
    public void now() {
        waiting.set(false);
        if (!closed) {
            // A wrapper for each run: it keeps the thread's own context in a field, and two runs may overlap.
            READERS.execute(new DelegatingSecurityContextRunnable(this::refresh, user));
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void refresh() {
        readAt.set(System.nanoTime());
        if (closed) {
            return;
        }
        // A slow reading must not be shown over one that began, with newer filters, after it.
        var turn = turns.incrementAndGet();
        try {
            var found = load.get();
            ui.access(() -> {
                if (!closed && turn > shown) {
                    shown = turn;
                    show.accept(found);
                }
            });
        } catch (UIDetachedException gone) {
            close();
        } catch (RuntimeException problem) {
            LOG.warn("A live screen could not be refreshed; the next change tries again", problem);
        }
    }
}
