package org.vigil.person.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.vigil.shared.FaultReference;

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
    private final Consumer<Reading<A>> show;
    private final Runnable run;
    private @Nullable String waiting;
    private boolean running;
    private boolean closed;

    /**
     * What came of a question.
     *
     * @param answer null where the reading failed
     * @param fault under which the log holds why, or null
     */
    record Reading<A>(String question, @Nullable A answer, @Nullable String fault) {}

    /**
     * @param load reads, on a thread of its own, as the user of the screen
     * @param show shows what was read, with the session locked
     */
    LatestReading(Component screen, Function<String, A> load, Consumer<Reading<A>> show) {
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
        var reading = load(question);
        try {
            ui.access(() -> {
                if (!isClosed()) {
                    show.accept(reading);
                }
            });
        } catch (UIDetachedException gone) {
            close();
        }
    }

    private Reading<A> load(String question) {
        try {
            return new Reading<>(question, load.apply(question), null);
        } catch (RuntimeException problem) {
            var reference = FaultReference.next();
            LOG.warn("A search failed, reference {}; the screen offers to try again", reference, problem);
            return new Reading<>(question, null, reference);
        }
    }
}
