package org.vigil.person.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Answers what somebody types without holding their session: one reading at a time, and after it only the newest that was
 * asked for, so that no answer can stand over a newer one.
 */
final class LatestReading<A> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LatestReading.class);
    private static final Executor READERS = Executors.newFixedThreadPool(
            4, Thread.ofPlatform().daemon().name("search-reader-", 0).factory());

    private final UI ui;
    private final Function<String, A> load;
    private final BiConsumer<String, @Nullable A> show;
    private final Runnable run;
    private @Nullable String waiting;
    private boolean running;
    private boolean closed;

    /**
     * @param load reads, on a thread of its own, as the user of the screen
     * @param show shows what was read, with the session locked; null where the reading failed
     */
    LatestReading(Component screen, Function<String, A> load, BiConsumer<String, @Nullable A> show) {
        ui = screen.getUI().orElseThrow(() -> new IllegalStateException("the screen is not attached yet"));
        this.load = load;
        this.show = show;
        run = new DelegatingSecurityContextRunnable(this::readAll, SecurityContextHolder.getContext());
    }

    synchronized void ask(String question) {
        waiting = question;
        if (!running && !closed) {
            running = true;
            READERS.execute(run);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        waiting = null;
    }

    private synchronized @Nullable String next() {
        var question = waiting;
        waiting = null;
        running = question != null;
        return question;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void readAll() {
        for (var question = next(); question != null; question = next()) {
            read(question);
        }
    }

    private void read(String question) {
        A found = null;
        try {
            found = load.apply(question);
        } catch (RuntimeException problem) {
            LOG.warn("A search failed; the screen offers to try again", problem);
        }
        var answer = found;
        try {
            ui.access(() -> {
                if (!isClosed()) {
                    show.accept(question, answer);
                }
            });
        } catch (UIDetachedException gone) {
            close();
        }
    }
}
