package org.vigil.board;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.vigil.board.data.MeetingQueries;
import org.vigil.shared.Viewer;

/** Puts the board together from the modules that know its parts. */
@Component
class BoardReading {

    private final MeetingQueries meetings;
    private final BoardGround ground;
    private final Clock clock;

    BoardReading(MeetingQueries meetings, BoardGround ground, Clock clock) {
        this.meetings = meetings;
        this.ground = ground;
        this.clock = clock;
    }

    Board read(Viewer viewer, BoardDepth depth) {
        var now = clock.instant();
        var covered = viewer.areaIds();
        var span = meetings.schedule().around(now, ground.nearestFirst(covered));
        return new Board(
                now,
                span.last(),
                span.horizon(),
                ground.name(covered),
                BoardColumn.none(),
                BoardColumn.none(),
                BoardColumn.none(),
                List.of());
    }
}
