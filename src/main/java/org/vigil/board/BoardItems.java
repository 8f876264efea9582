package org.vigil.board;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.deadline.DeadlineView;
import org.vigil.incident.CallRow;
import org.vigil.incident.Grading;
import org.vigil.security.Area;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;

/** Writes clocks and calls as lines of the board: no name and no description is in them. */
@Component
class BoardItems {

    private final AreaDirectory areas;

    BoardItems(AreaDirectory areas) {
        this.areas = areas;
    }

    BoardItem of(DeadlineView clock) {
        return new BoardItem(
                "clock-" + clock.id(),
                clock.subject(),
                href(clock.subject()),
                joined(clock.title(), place(clock.areaId())),
                null,
                List.of(joined(clock.subject().reference(), clock.basis())),
                clock.dueAt());
    }

    BoardItem of(CallRow call, Instant now) {
        var state = call.state();
        var attended = state.attendedAt() == null
                ? ""
                : ", attended in " + UkTime.span(Duration.between(call.receivedAt(), state.attendedAt()));
        return new BoardItem(
                "call-" + call.id(),
                new SubjectRef(SubjectType.INCIDENT, call.id(), call.reference()),
                "calls/" + call.id(),
                joined(Grading.words(call.grade()), place(call.areaId())),
                word(call, now),
                List.of(joined(call.reference(), "received " + UkTime.clock(call.receivedAt()) + attended)),
                null);
    }

    /** The one thing about a new call that most wants saying. */
    private static @Nullable String word(CallRow call, Instant now) {
        var state = call.state();
        if (state.timesImpossible()) {
            return "times can’t be true";
        }
        if (call.isLateAt(now)) {
            return state.waitingBy() == null ? "attended late" : "late";
        }
        if (state.lowered()) {
            return "downgraded";
        }
        if (state.flagRemoved()) {
            return "flag taken off";
        }
        if (Boolean.TRUE.equals(call.childrenPresent())) {
            return "children present";
        }
        return state.waitingBy() == null ? null : "awaited";
    }

    private static String href(SubjectRef subject) {
        return subject.type() == SubjectType.INCIDENT ? "calls/" + subject.id() : "deadlines";
    }

    /** The beat, without the district that it lies in. */
    private @Nullable String place(@Nullable Long area) {
        return area == null ? null : areas.byId(area).map(Area::name).orElse(null);
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" · "));
    }
}
