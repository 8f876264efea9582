package org.vigil.custody;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.vigil.custody.data.CustodyListQueries;

/**
 * Tells this node's open screens that something happened in custody, on whichever node: one cheap question a second for
 * the whole node while anybody looks, and a nudge every half minute for what changes by the hour alone.
 */
@Component
public class CustodyFeed implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CustodyFeed.class);
    private static final int NUDGE_EVERY_POLLS = 30;

    private final CustodyListQueries queries;
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService poller;
    private String known = "";
    private int polls;

    CustodyFeed(CustodyListQueries queries) {
        this.queries = queries;
    }

    /** Ends a subscription; more than once does nothing. */
    @FunctionalInterface
    public interface Registration {
        void remove();
    }

    /**
     * Calls the listener, on a thread of the feed, whenever custody may have changed; it must not block.
     *
     * @return ends the subscription; a subscription that is not ended leaks
     */
    public Registration subscribe(Runnable listener) {
        // Wrapped, so that the same listener may be subscribed twice.
        Runnable own = () -> listener.run();
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    @Override
    public synchronized void start() {
        poller = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("custody-feed").factory());
        poller.scheduleWithFixedDelay(this::poll, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        if (poller != null) {
            poller.shutdownNow();
            poller = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return poller != null;
    }

    private void poll() {
        if (listeners.isEmpty()) {
            return;
        }
        try {
            var marker = queries.marker();
            if (!marker.equals(known) || ++polls >= NUDGE_EVERY_POLLS) {
                known = marker;
                polls = 0;
                listeners.forEach(Runnable::run);
            }
        } catch (RuntimeException problem) {
            LOG.debug("Custody could not be asked for changes; asked again in a second", problem);
        }
    }
}
