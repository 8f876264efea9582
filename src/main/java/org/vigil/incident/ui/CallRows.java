package org.vigil.incident.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigil.incident.CallRow;
import org.vigil.incident.Disposal;
import org.vigil.incident.Grading;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.Tone;

/** Draws a call as a row of a list. */
final class CallRows {

    private CallRows() {}

    /** @param areaNames the area in words, by its key */
    static Row row(CallRow call, LongFunction<String> areaNames, Instant now) {
        var row = Row.of(call.id(), call.reference() + " · " + Grading.words(call.grade()))
                .href("calls/" + call.id())
                .line(where(call, areaNames))
                .line("Received " + UkTime.moment(call.receivedAt()) + firstGrade(call));
        return badges(clock(row, call, now), call);
    }

    private static String where(CallRow call, LongFunction<String> areaNames) {
        var area = call.areaId() == null ? "No area: whole force" : areaNames.apply(call.areaId());
        return Stream.of(area, call.addressLine())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private static String firstGrade(CallRow call) {
        return call.firstGrade() == null || call.firstGrade().equals(call.grade())
                ? ""
                : " · first graded " + Grading.words(call.firstGrade());
    }

    private static Row clock(Row row, CallRow call, Instant now) {
        var state = call.state();
        if (call.lacksArrival()) {
            return row.pill("arrival time not given", Tone.WARN);
        }
        if (state.waitingBy() != null) {
            var tone = call.isLateAt(now) ? Tone.BAD : call.isNearlyLateAt(now) ? Tone.WARN : Tone.NEUTRAL;
            return row.tone(tone).due(state.waitingBy());
        }
        if (state.timesImpossible()) {
            return row.pill("time can’t be true", Tone.BAD);
        }
        if (state.attendedAt() == null) {
            return row.pill(call.disposal() == null ? "no target" : "not attended", Tone.NEUTRAL);
        }
        if (state.attendBy() == null) {
            return row.pill("attended", Tone.NEUTRAL);
        }
        return call.isLateAt(now)
                ? row.pill("late by " + UkTime.span(Duration.between(state.attendBy(), state.attendedAt())), Tone.BAD)
                : row.pill("in time", Tone.OK);
    }

    private static Row badges(Row row, CallRow call) {
        var state = call.state();
        var badged = row;
        if (state.lowered()) {
            badged = badged.badge("Downgraded", Tone.WARN);
        }
        if (state.flagRemoved()) {
            badged = badged.badge("Flag taken off", Tone.WARN);
        }
        if (call.disposal() == Disposal.RESOLVED_WITHOUT_DEPLOYMENT) {
            badged = badged.badge("Resolved without deployment", Tone.WARN);
        }
        if (state.timesImpossible()) {
            badged = badged.badge("Times can’t be true", Tone.BAD);
        }
        if (state.flagged() && state.crimeSettledAt() == null) {
            badged = badged.badge("No crime decision", Tone.NEUTRAL);
        }
        return Boolean.TRUE.equals(call.childrenPresent()) ? badged.badge("Children present", Tone.NEW) : badged;
    }
}
