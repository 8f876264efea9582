package org.vigil.board.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.vigil.alert.AlertFeed;
import org.vigil.board.Board;
import org.vigil.board.BoardDepth;
import org.vigil.board.BoardService;
import org.vigil.board.rules.MeetingWords;
import org.vigil.incident.CallFeed;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.LiveRefresh;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.Tone;

/** What is breached, what will be before the next meeting, what is new since the last; nothing to configure. */
@Route("")
@PageTitle("Daily board · Vigil")
@Menu(title = "Daily board", order = 0)
@RolesAllowed({
    "SUPERVISOR", "SPECIALIST", "NPT", "RESPONSE", "DVDS", "DECIDER", "CALLS", "CUSTODY", "MARAC", "COURT", "LEADER"
})
class BoardView extends Div {

    private final BoardService boards;
    private final AlertFeed alerts;
    private final CallFeed calls;
    private final CurrentViewer viewer;
    private final PageHeader header = new PageHeader("Daily board", "Reading the board…");
    private final BoardColumnPanel breached;
    private final BoardColumnPanel due;
    private final BoardColumnPanel fresh;
    private final Div tiles = new Div();
    private final Map<String, BoardTilePanel> tilePanels = new HashMap<>();
    /** Whether the look that is under way was logged; another for each thing that the viewer asks for. */
    private volatile AtomicBoolean logged = new AtomicBoolean();
    private @Nullable LiveRefresh<Board> refresh;
    private AlertFeed.@Nullable Registration alertChanges;
    private CallFeed.@Nullable Registration callChanges;

    BoardView(BoardService boards, AlertFeed alerts, CallFeed calls, CurrentViewer viewer) {
        this.boards = boards;
        this.alerts = alerts;
        this.calls = calls;
        this.viewer = viewer;
        breached = new BoardColumnPanel("breached", Tone.BAD, this::readNow);
        due = new BoardColumnPanel("due before the next meeting", Tone.WARN, this::readNow);
        fresh = new BoardColumnPanel("new since the last meeting", Tone.NEW, this::readNow);
        var columns = new Div(breached, due, fresh);
        columns.addClassName("board-columns");
        tiles.addClassName("board-tiles");
        add(header, columns, tiles);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var reading = new LiveRefresh<>(this, this::read, this::show);
        refresh = reading;
        alertChanges = alerts.subscribe(viewer.get(), changes -> reading.request());
        callChanges = calls.subscribe(reading::request);
        reading.now();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (alertChanges != null) {
            alertChanges.remove();
        }
        if (callChanges != null) {
            callChanges.remove();
        }
        if (refresh != null) {
            refresh.close();
        }
    }

    private void readNow() {
        if (refresh != null) {
            logged = new AtomicBoolean();
            refresh.now();
        }
    }

    private Board read() {
        var depth = new BoardDepth(breached.depth(), due.depth(), fresh.depth());
        var reading = logged;
        if (reading.get()) {
            return boards.refresh(depth);
        }
        var board = boards.open(depth);
        reading.set(true);
        return board;
    }

    private void show(Board board) {
        var since = MeetingWords.full(board.since());
        var until = MeetingWords.full(board.until());
        header.setSub(UkTime.moment(board.at()) + " · since the meeting of " + since + " · " + board.ground());
        breached.show(
                "breached",
                "Clocks that have run out and are still open",
                board.breached(),
                "No clock that has run out.",
                "deadlines?state=BREACHED");
        due.show(
                "due before " + possessive(MeetingWords.day(board.until(), board.at())) + " meeting",
                "Due by " + until,
                board.due(),
                "Nothing falls due before " + until + ".",
                "deadlines?state=OPEN");
        fresh.show(
                "new since " + MeetingWords.day(board.since(), board.at()) + "’s meeting",
                "Since " + since,
                board.fresh(),
                board.freshAreCalls()
                        ? "No domestic abuse call since " + since + "."
                        : "No clock of your work has started since " + since + ".",
                board.freshAreCalls() ? "calls" : "deadlines");
        for (var tile : board.tiles()) {
            var panel = tilePanels.get(tile.name());
            if (panel == null) {
                panel = new BoardTilePanel(tile);
                tilePanels.put(tile.name(), panel);
                tiles.add(panel);
            } else {
                panel.show(tile);
            }
        }
    }

    private static String possessive(String day) {
        return day + "’s";
    }
}
