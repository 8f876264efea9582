package org.vigil.alert;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.vigil.shared.Viewer;

/**
 * Tells this node's screens what changed, on whichever node it happened: the database is polled twice a second for
 * the whole node, and all open alerts are read again once a minute.
 */
@Component
public class AlertFeed {

    /**
     * Calls the listener, on a thread of the feed, with the changes that the viewer may see.
     *
     * @return ends the subscription; a subscription that is not ended leaks
     */
    public Registration subscribe(Viewer viewer, Consumer<AlertChanges> listener) {
        throw new UnsupportedOperationException();
    }

    /** Ends a subscription; more than once does nothing. */
    @FunctionalInterface
    public interface Registration {
        void remove();
    }
}
