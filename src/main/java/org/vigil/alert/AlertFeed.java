package org.vigil.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.vigil.alert.data.AlertFeedQueries;
import org.vigil.alert.data.AlertFeedQueries.Place;
import org.vigil.shared.Viewer;

/**
 * Tells this node's screens what changed, on whichever node it happened: the database is polled twice a second for
 * the whole node, and all open alerts are read again once a minute. An outage of the database is waited out, and what
 * changed meanwhile is told after it.
 */
@Component
public class AlertFeed implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AlertFeed.class);
    private static final Duration POLL_EVERY = Duration.ofMillis(500);
    private static final Duration REREAD_EVERY = Duration.ofMinutes(1);
    private static final int BATCH = 1_000;
    private static final int CALLBACK_THREADS = 4;

    private final AlertFeedQueries queries;
    private final Set<AlertSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final Map<Long, Long> open = new HashMap<>();
    private @Nullable ScheduledExecutorService poller;
    private @Nullable ExecutorService callbacks;
    private volatile boolean running;
    private boolean failing;
    private volatile long last = -1;
    private volatile long rereadAt;

    AlertFeed(AlertFeedQueries queries) {
        this.queries = queries;
    }

    /**
     * Calls the listener, on a thread of the feed and never twice at once, with the changes that the viewer may see.
     *
     * @return ends the subscription; a subscription that is not ended leaks
     */
    public Registration subscribe(Viewer viewer, Consumer<AlertChanges> listener) {
        var subscription = new AlertSubscription(viewer, listener, this::execute);
        subscriptions.add(subscription);
        return () -> {
            subscription.close();
            subscriptions.remove(subscription);
        };
    }

    /** Ends a subscription; more than once does nothing. */
    @FunctionalInterface
    public interface Registration {
        void remove();
    }

    /** How many subscriptions there are on this node. */
    public int subscribers() {
        return subscriptions.size();
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        callbacks = Executors.newFixedThreadPool(
                CALLBACK_THREADS,
                Thread.ofPlatform().daemon().name("alert-feed-callback-", 0).factory());
        poller = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("alert-feed").factory());
        poller.scheduleWithFixedDelay(this::pollSafely, 0, POLL_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (poller != null) {
            poller.shutdownNow();
        }
        if (callbacks != null) {
            callbacks.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void execute(Runnable work) {
        var to = callbacks;
        if (to != null && running) {
            to.execute(work);
        }
    }

    /** Whatever happens, the next poll goes on from the same place. */
    private void pollSafely() {
        try {
            poll();
            if (failing) {
                failing = false;
                LOG.info("The alert feed reads again");
                publish(List.of(), true);
            }
        } catch (RuntimeException | Error problem) {
            if (!failing && running) {
                LOG.warn("The alert feed can't read; it goes on trying and will miss nothing", problem);
            }
            failing = true;
        }
    }

    private void poll() {
        var now = System.nanoTime();
        if (last < 0) {
            // The counter first: what changes between the two reads is then told once more rather than not at all.
            var from = committed();
            open.putAll(queries.open());
            last = from;
            rereadAt = now + REREAD_EVERY.toNanos();
            return;
        }
        var committed = committed();
        if (committed < last) {
            // The database was put back to an earlier state: nothing that is held can be relied on.
            LOG.warn("The alerts' change number went back from {} to {}", last, committed);
            open.clear();
            open.putAll(queries.open());
            last = committed;
            publish(List.of(), true);
        } else if (committed > last) {
            read(committed);
        }
        if (now - rereadAt >= 0) {
            rereadAt = now + REREAD_EVERY.toNanos();
            reread();
        }
    }

    /** The number of the last change that anyone committed. */
    long committed() {
        return queries.last();
    }

    /** Whether the feed knows where it stands, so that from here on nothing is missed. */
    boolean isListening() {
        return last >= 0;
    }

    /** Has the next poll read everything open again, without waiting for the minute. */
    void rereadSoon() {
        rereadAt = System.nanoTime();
    }

    private void read(long committed) {
        var after = new Place(last, Long.MAX_VALUE);
        while (true) {
            var changes = queries.between(after, committed, BATCH);
            changes.forEach(this::remember);
            publish(changes, false);
            if (changes.size() < BATCH) {
                break;
            }
            var end = changes.getLast().alert();
            after = new Place(end.changeSeq(), end.id());
        }
        last = committed;
    }

    /** Compares what is open with what was told, and tells the difference, though there should never be one. */
    private void reread() {
        var upTo = last;
        var now = queries.open();
        var missed = new ArrayList<Long>();
        now.forEach((id, seq) -> {
            if (seq <= upTo && !seq.equals(open.get(id))) {
                missed.add(id);
            }
        });
        open.keySet().stream().filter(id -> !now.containsKey(id)).forEach(missed::add);
        var found = missed.isEmpty() ? List.<AlertChange>of() : queries.byId(missed);
        var lost = found.stream().filter(change -> change.alert().changeSeq() <= upTo).toList();
        if (!lost.isEmpty()) {
            LOG.warn("The minute's re-read found {} alerts whose change had not been told", lost.size());
            lost.forEach(this::remember);
        }
        publish(lost, true);
    }

    private void remember(AlertChange change) {
        var alert = change.alert();
        if (alert.state().isOpen()) {
            open.put(alert.id(), alert.changeSeq());
        } else {
            open.remove(alert.id());
        }
    }

    private void publish(List<AlertChange> changes, boolean reread) {
        if (!changes.isEmpty() || reread) {
            subscriptions.forEach(subscription -> subscription.offer(changes, reread));
        }
    }
}
