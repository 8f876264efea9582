package org.vigil.custody;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.deadline.DeadlineView;
import org.vigil.person.ShownParty;

/**
 * All that is shown of one custody record, as the viewer may see it.
 *
 * @param suspect who it is, or null where nobody is named
 * @param heldBack whether what was written in words is held back with the name
 * @param clocks every clock of it, the oldest first
 */
public record CustodyPage(
        CustodyRecord record,
        CustodyStanding standing,
        @Nullable ShownParty suspect,
        boolean heldBack,
        List<DeadlineView> clocks,
        Instant readAt) {

    public CustodyPage {
        clocks = List.copyOf(clocks);
    }
}
