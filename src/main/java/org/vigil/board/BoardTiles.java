package org.vigil.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertService;
import org.vigil.incident.Grading;
import org.vigil.deadline.DeadlineQueries;
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
    private final DeadlineQueries deadlines;
    private final StaffDirectory staff;

    BoardTiles(AlertService alerts, IncidentQueries calls, DeadlineQueries deadlines, StaffDirectory staff) {
        this.alerts = alerts;
        this.calls = calls;
        this.deadlines = deadlines;
        this.staff = staff;
    }

    List<BoardTile> of(Viewer viewer, Instant now) {
        var tiles = new ArrayList<BoardTile>();
        tiles.add(alerts());
        if (viewer.hasAny(BoardReading.SEE_CALLS)) {
            tiles.add(lateCalls(viewer, now));
        }
        tiles.add(clocks(viewer, now));
        tiles.add(onDuty());
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

    private BoardTile clocks(Viewer viewer, Instant now) {
        var running = deadlines.count(DeadlineQueries.DUE, viewer, now);
        var next = deadlines.list(DeadlineQueries.DUE, viewer, now, null, 1).items().stream().findFirst();
        var note = next.map(clock -> clock.dueAt())
                .map(due -> "next due in " + UkTime.span(Duration.between(now, due)))
                .orElse("none is running");
        return new BoardTile("Clocks running", "%,d".formatted(running), note, "deadlines");
    }

    private BoardTile onDuty() {
        var people = new HashSet<Long>();
        var each = new ArrayList<String>();
        for (var duty : WATCHED) {
            var signedOn = staff.signedOn(duty, null);
            signedOn.forEach(person -> people.add(person.accountId()));
            each.add(duty.label().toLowerCase(Locale.UK) + " " + signedOn.size());
        }
        return new BoardTile("On duty now", Integer.toString(people.size()), String.join(", ", each), null);
    }
}
