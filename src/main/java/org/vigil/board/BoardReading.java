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

    /** The board without its tiles, and the clocks that it counted on the way. */
    record Reading(Board board, DeadlineQueries.Counts clocks) {}

    Reading read(Viewer viewer, BoardDepth depth) {
        var now = clock.instant();
        var covered = viewer.areaIds();
        var span = meetings.schedule().around(now, ground.nearestFirst(covered));
        var counts = deadlines.counts(viewer, now, span.horizon());
        var seesCalls = viewer.hasAny(SEE_CALLS);
        var board = new Board(
                now,
                span.last(),
                span.horizon(),
                ground.name(covered),
                clocks(DeadlineQueries.BREACHED, counts.breached(), viewer, now, depth.breached()),
                clocks(DeadlineQueries.DUE.dueBefore(span.horizon()), counts.dueBefore(), viewer, now, depth.due()),
                seesCalls
                        ? newCalls(viewer, now, span.last(), depth.fresh())
                        : newClocks(viewer, now, span.last(), depth.fresh()),
                seesCalls,
                List.of());
        return new Reading(board, counts);
    }

    private BoardColumn newClocks(Viewer viewer, Instant now, Instant since, int depth) {
        var filter = DeadlineQueries.newSince(since);
        return clocks(filter, deadlines.count(filter, viewer, now), viewer, now, depth);
    }

    private BoardColumn newCalls(Viewer viewer, Instant now, Instant since, int depth) {
        var found = calls.newCalls(viewer, since, depth);
        return new BoardColumn(
                found.count(), found.newest().stream().map(call -> items.of(call, now)).toList());
    }

    private BoardColumn clocks(DeadlineFilter filter, int count, Viewer viewer, Instant now, int depth) {
        return depth == 0 || count == 0
                ? new BoardColumn(count, List.of())
                : new BoardColumn(
                        count,
                        deadlines.list(filter, viewer, now, null, depth).items().stream()
                                .map(items::of)
                                .toList());
    }
}
