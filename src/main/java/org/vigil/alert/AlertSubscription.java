package org.vigil.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigil.alert.rules.AlertVisibility;
import org.vigil.shared.Viewer;

/**
 * One listener of the feed. Changes wait here while the listener is busy, so that a slow one neither holds the feed up
 * nor is called twice at once; where too many wait it is told to read again instead.
 */
final class AlertSubscription {

    private static final Logger LOG = LoggerFactory.getLogger(AlertSubscription.class);
    private static final int MOST_WAITING = 2_000;

    private final Viewer viewer;
    private final Consumer<AlertChanges> listener;
    private final Executor executor;
    private List<AlertChange> waiting = new ArrayList<>();
    private boolean reread;
    private boolean busy;
    private boolean closed;

    AlertSubscription(Viewer viewer, Consumer<AlertChanges> listener, Executor executor) {
        this.viewer = viewer;
        this.listener = listener;
        this.executor = executor;
    }

    /** Takes in what the viewer may see of these changes. */
    void offer(List<AlertChange> changes, boolean andReread) {
        var visible = changes.stream()
                .filter(change -> AlertVisibility.sees(
                        viewer, change.audience(), change.people(), change.alert().areaId()))
                .toList();
        if (visible.isEmpty() && !andReread) {
            return;
        }
        synchronized (this) {
            if (closed) {
                return;
            }
            waiting.addAll(visible);
            reread |= andReread;
            if (waiting.size() > MOST_WAITING) {
                waiting = new ArrayList<>();
                reread = true;
            }
            if (busy) {
                return;
            }
            busy = true;
        }
        executor.execute(this::deliver);
    }

    synchronized void close() {
        closed = true;
        waiting = new ArrayList<>();
    }

    private void deliver() {
        while (true) {
            AlertChanges next;
            synchronized (this) {
                if (closed || waiting.isEmpty() && !reread) {
                    busy = false;
                    return;
                }
                next = new AlertChanges(waiting, reread);
                waiting = new ArrayList<>();
                reread = false;
            }
            try {
                listener.accept(next);
            } catch (RuntimeException problem) {
                LOG.warn("A listener of the alert feed failed; it hears of the next change", problem);
            }
        }
    }
}
