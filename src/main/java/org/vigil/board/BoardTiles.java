package org.vigil.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertService;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.incident.Grading;
import org.vigil.incident.IncidentQueries;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;

/** The figures below the board's columns. */
@Component
class BoardTiles {

    private static final List<Duty> WATCHED = List.of(Duty.SUPERVISOR, Duty.CALLS, Duty.CUSTODY);

    private final AlertService alerts;
    private final IncidentQueries calls;
    private final StaffDirectory staff;

    BoardTiles(AlertService alerts, IncidentQueries calls, StaffDirectory staff) {
        this.alerts = alerts;
        this.calls = calls;
        this.staff = staff;
    }

    List<BoardTile> of(Viewer viewer, Instant now, DeadlineQueries.Counts clocks) {
        var tiles = new ArrayList<BoardTile>();
        tiles.add(alerts());
        if (viewer.hasAny(BoardReading.SEE_CALLS)) {
            tiles.add(lateCalls(viewer, now));
        }
        tiles.add(clocks(clocks, now));
        tiles.add(onDuty(viewer));
        return tiles;
    }

    private BoardTile alerts() {
        var counts = alerts.counts();
        return new BoardTile(
                "Alerts not acknowledged",
                "%d of %d".formatted(counts.unacknowledged(), counts.open()),
                "critical %d, high %d, snoozed %d".formatted(counts.critical(), counts.high(), counts.snoozed()),
                "alerts");
    }

    private BoardTile lateCalls(Viewer viewer, Instant now) {
        var late = calls.lateCalls(viewer, now);
        var byGrade = late.lateByGrade().entrySet().stream()
                .map(grade -> Grading.words(grade.getKey()) + " " + grade.getValue())
                .collect(Collectors.joining(", "));
        return new BoardTile(
                "Late calls, last 24 h",
                "%d of %d".formatted(late.late(), late.measured()),
                byGrade.isEmpty() ? "all that have a target, in time" : byGrade,
                "calls?show=LATE");
    }

    private static BoardTile clocks(DeadlineQueries.Counts clocks, Instant now) {
        var next = clocks.nextDueAt();
        var note = next == null ? "none is running" : "next due in " + UkTime.span(Duration.between(now, next));
        return new BoardTile("Clocks running", "%,d".formatted(clocks.due()), note, "deadlines");
    }

    private BoardTile onDuty(Viewer viewer) {
        var counts = staff.countSignedOn(WATCHED, viewer.areaIds());
        var each = WATCHED.stream()
                .map(duty -> duty.label().toLowerCase(Locale.UK) + " " + counts.getOrDefault(Optional.of(duty), 0))
                .collect(Collectors.joining(", "));
        return new BoardTile("On duty now", Integer.toString(counts.getOrDefault(Optional.empty(), 0)), each, null);
    }
}
