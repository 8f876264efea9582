package org.vigil.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigil.deadline.DeadlineView;
import org.vigil.incident.rules.AttendanceTimes;
import org.vigil.incident.rules.GradePolicy;

/**
 * One call with all that its page shows.
 *
 * @param policy the grade policy in force when it was received
 * @param times how long officers took, at the instant of reading
 * @param clocks oldest first, replaced ones included
 * @param timeline oldest first
 * @param people who the parties are, by their place in the call; those the viewer may not see in full are left out
 * @param heldBack what of the call does not show because of them
 * @param readAt when it was read
 */
public record CallPage(
        Call call,
        CallFacts facts,
        CallState state,
        GradePolicy policy,
        AttendanceTimes times,
        List<DeadlineView> clocks,
        List<TimelineEntry> timeline,
        Map<Integer, Long> people,
        HeldBack heldBack,
        Instant readAt) {

    public CallPage {
        clocks = List.copyOf(clocks);
        timeline = List.copyOf(timeline);
        people = Map.copyOf(people);
    }
}
