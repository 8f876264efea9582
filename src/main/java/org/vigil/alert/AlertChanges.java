package org.vigil.alert;

import java.util.List;

/**
 * What a subscriber may see of what changed, oldest first.
 *
 * @param reread whether it comes from the minute's re-read or follows an outage: read what is shown again
 */
public record AlertChanges(List<AlertChange> changes, boolean reread) {

    public AlertChanges {
        changes = List.copyOf(changes);
    }
}
