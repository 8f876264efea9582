package org.vigil.board;

import static org.vigil.shared.Duty.CALLS;
import static org.vigil.shared.Duty.COURT;
import static org.vigil.shared.Duty.CUSTODY;
import static org.vigil.shared.Duty.DECIDER;
import static org.vigil.shared.Duty.DVDS;
import static org.vigil.shared.Duty.LEADER;
import static org.vigil.shared.Duty.MARAC;
import static org.vigil.shared.Duty.NPT;
import static org.vigil.shared.Duty.RESPONSE;
import static org.vigil.shared.Duty.SPECIALIST;
import static org.vigil.shared.Duty.SUPERVISOR;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.audit.LiveLook;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** The daily board for the areas of whoever looks. */
@Service
@Requires({SUPERVISOR, SPECIALIST, NPT, RESPONSE, DVDS, DECIDER, CALLS, CUSTODY, MARAC, COURT, LEADER})
public class BoardService {

    private static final SubjectRef BOARD = new SubjectRef(SubjectType.BOARD, 0, "Daily board");

    private final BoardReading reading;
    private final BoardTiles tiles;
    private final CurrentViewer viewer;
    private final AuditLog audit;
    private final Map<String, LiveLook> looks = new ConcurrentHashMap<>();

    BoardService(BoardReading reading, BoardTiles tiles, CurrentViewer viewer, AuditLog audit) {
        this.reading = reading;
        this.tiles = tiles;
        this.viewer = viewer;
        this.audit = audit;
    }

    /** The board as somebody opens it, or a column of it; always in the audit log. */
    public Board open(BoardDepth depth) {
        var who = viewer.get();
        var board = read(who, depth);
        log(who, board);
        return board;
    }

    /** The board as it moves on an open screen; in the audit log once in fifteen minutes. */
    public Board refresh(BoardDepth depth) {
        var who = viewer.get();
        var board = read(who, depth);
        if (look(who).isDue(board.at())) {
            log(who, board);
        }
        return board;
    }

    private Board read(Viewer who, BoardDepth depth) {
        var read = reading.read(who, depth);
        return read.board().with(tiles.of(who, read.board().at(), read.clocks()));
    }

    private void log(Viewer who, Board board) {
        var shown = Stream.of(board.breached(), board.due(), board.fresh())
                .flatMap(column -> column.items().stream())
                .map(BoardItem::subject)
                .distinct()
                .toList();
        audit.record(AuditNote.view(BOARD, "Daily board, " + board.ground()).shown(shown));
        look(who).logged(board.at());
    }

    private LiveLook look(Viewer who) {
        return looks.computeIfAbsent(who.username(), name -> new LiveLook());
    }
}
