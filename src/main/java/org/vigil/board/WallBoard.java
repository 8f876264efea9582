package org.vigil.board;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.vigil.security.AreaDirectory;
import org.vigil.security.WallDisplays;
import org.vigil.shared.Duty;
import org.vigil.shared.Viewer;

/** The board's counts for a wall screen, for whoever holds its secret link: never a name, never a record. */
@Component
public class WallBoard {

    private final WallDisplays displays;
    private final AreaDirectory areas;
    private final BoardReading reading;

    WallBoard(WallDisplays displays, AreaDirectory areas, BoardReading reading) {
        this.displays = displays;
        this.areas = areas;
        this.reading = reading;
    }

    /**
     * @param since the last meeting, UTC
     * @param until the meeting before which work is due, UTC
     */
    public record Counts(
            String display, String ground, Instant at, Instant since, Instant until, int breached, int due, int fresh) {}

    /** The counts of the display with this secret; nothing where there is none, or it was taken back. */
    public Optional<Counts> counts(String token) {
        return displays.byToken(token).map(display -> {
            var area = display.areaId();
            var covered = area == null ? Set.<Long>of() : areas.withDescendants(area);
            var nobody = new Viewer(null, "wall", display.name(), Set.of(Duty.SUPERVISOR), null, covered, "wall");
            var board = reading.read(nobody, BoardDepth.counts()).board();
            return new Counts(
                    display.name(),
                    board.ground(),
                    board.at(),
                    board.since(),
                    board.until(),
                    board.breached().count(),
                    board.due().count(),
                    board.fresh().count());
        });
    }
}
