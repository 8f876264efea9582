package org.vigil.board;

import java.time.Instant;
import java.util.List;

/**
 * The board as it stands. All instants are UTC.
 *
 * @param at when it was read
 * @param since the last meeting
 * @param until the meeting before which work is due
 * @param ground the areas it is about: "North", "Whole force"
 * @param freshAreCalls whether what is new are calls; for those who see none it is the clocks of their own work
 */
public record Board(
        Instant at,
        Instant since,
        Instant until,
        String ground,
        BoardColumn breached,
        BoardColumn due,
        BoardColumn fresh,
        boolean freshAreCalls,
        List<BoardTile> tiles) {

    public Board {
        tiles = List.copyOf(tiles);
    }

    /** The same board with its tiles. */
    Board with(List<BoardTile> figures) {
        return new Board(at, since, until, ground, breached, due, fresh, freshAreCalls, figures);
    }
}
