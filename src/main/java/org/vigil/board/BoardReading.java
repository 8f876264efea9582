package org.vigil.board;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.vigil.board.data.MeetingQueries;
import org.vigil.deadline.DeadlineFilter;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.incident.IncidentQueries;
import org.vigil.shared.Duty;
import org.vigil.shared.Viewer;

/** Puts the three questions' answers together from the modules that know them. */
@Component
class BoardReading {

    /** The duties that see calls; for the others what is new are the clocks of their own work. */
    static final Set<Duty> SEE_CALLS =
            Set.of(Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.CALLS, Duty.LEADER);

    private final MeetingQueries meetings;
    private final DeadlineQueries deadlines;
    private final IncidentQueries calls;
    private final BoardGround ground;
    private final BoardItems items;
    private final Clock clock;

    BoardReading(
            MeetingQueries meetings,
            DeadlineQueries deadlines,
            IncidentQueries calls,
            BoardGround ground,
            BoardItems items,
            Clock clock) {
        this.meetings = meetings;
        this.deadlines = deadlines;
        this.calls = calls;
        this.ground = ground;
        this.items = items;
        this.clock = clock;
    }

    /** The board without its tiles. */
    Board read(Viewer viewer, BoardDepth depth) {
        var now = clock.instant();
        var covered = viewer.areaIds();
        var span = meetings.schedule().around(now, ground.nearestFirst(covered));
        return new Board(
                now,
                span.last(),
                span.horizon(),
                ground.name(covered),
                clocks(DeadlineQueries.BREACHED, viewer, now, depth.breached()),
                clocks(DeadlineQueries.DUE.dueBefore(span.horizon()), viewer, now, depth.due()),
                fresh(viewer, now, span.last(), depth.fresh()),
                List.of());
    }

    private BoardColumn fresh(Viewer viewer, Instant now, Instant since, int depth) {
        if (!viewer.hasAny(SEE_CALLS)) {
            return clocks(DeadlineQueries.newSince(since), viewer, now, depth);
        }
        var found = calls.newCalls(viewer, since, depth);
        return new BoardColumn(
                found.count(), found.newest().stream().map(call -> items.of(call, now)).toList());
    }

    private BoardColumn clocks(DeadlineFilter filter, Viewer viewer, Instant now, int depth) {
        var count = deadlines.count(filter, viewer, now);
        return depth == 0 || count == 0
                ? new BoardColumn(count, List.of())
                : new BoardColumn(
                        count,
                        deadlines.list(filter, viewer, now, null, depth).items().stream()
                                .map(items::of)
                                .toList());
    }
}
