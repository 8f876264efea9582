package org.vigil.incident.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.Call;
import org.vigil.incident.CallFacts;
import org.vigil.incident.Correction;
import org.vigil.incident.GradeStep;
import org.vigil.incident.Grading;
import org.vigil.incident.TimelineEntry;
import org.vigil.incident.TimelineEntry.Kind;
import org.vigil.shared.UkTime;

/** A call's own history, told from what the feed said and what people put right. */
public final class Timeline {

    private final List<TimelineEntry> entries = new ArrayList<>();

    private Timeline() {}

    /** The call's history, oldest first. */
    public static List<TimelineEntry> of(Call call, GradePolicy policy) {
        var timeline = new Timeline();
        timeline.times(call);
        timeline.grading(call, policy);
        timeline.outcome(call);
        call.corrections().forEach(timeline::correction);
        timeline.entries.sort(Comparator.comparing(TimelineEntry::at));
        return List.copyOf(timeline.entries);
    }

    private void times(Call call) {
        var times = call.times();
        var caller = call.details().callerType();
        add(times.receivedAt(), Kind.FEED, "Call received", caller == null ? null : "Caller: " + caller.label());
        add(times.createdAt(), Kind.FEED, "Incident created", null);
        add(times.dispatchedAt(), Kind.FEED, "Officers dispatched",
                call.units().isEmpty() ? null : String.join(", ", call.units()));
        var impossible = ImpossibleTimes.of(CallFacts.of(call));
        add(times.arrivedAt(), impossible.isEmpty() ? Kind.FEED : Kind.DOUBTFUL, "First officers at the scene",
                impossible.isEmpty() ? null : "Can't be true: " + String.join("; ", impossible) + ".");
        var disposal = call.details().disposal();
        add(times.closedAt(), Kind.FEED, "Call closed", disposal == null ? null : disposal.label());
    }

    private void grading(Call call, GradePolicy policy) {
        String grade = null;
        var flagged = false;
        for (GradeStep step : call.grading().steps()) {
            var lowered = policy.isLower(grade, step.grade());
            if (step.grade() != null && !step.grade().equals(grade)) {
                var what = grade == null
                        ? "Graded " + Grading.words(step.grade())
                        : (lowered ? "Lowered" : "Regraded") + " from " + Grading.words(grade) + " to "
                                + Grading.words(step.grade());
                add(step.at(), lowered ? Kind.DOUBTFUL : Kind.FEED, what, why(step, lowered));
                grade = step.grade();
            }
            if (step.domesticAbuse() != null && step.domesticAbuse() != flagged) {
                flagged = step.domesticAbuse();
                add(step.at(), flagged ? Kind.FEED : Kind.DOUBTFUL,
                        flagged ? "Flagged as domestic abuse" : "Domestic abuse flag taken off", why(step, !flagged));
            }
        }
    }

    private static @Nullable String why(GradeStep step, boolean needsReason) {
        var parts = Stream.of(
                        step.by() == null ? null : "By " + step.by() + ".",
                        step.reason() == null
                                ? (needsReason ? "No reason given." : null)
                                : "Reason: " + step.reason() + ".",
                        step.authority() == null
                                ? (needsReason ? "No authority given." : null)
                                : "Authority: " + step.authority() + ".")
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        return parts.isEmpty() ? null : parts;
    }

    private void outcome(Call call) {
        for (var arrest : call.arrests()) {
            var who = arrest.party() == null ? null : call.parties().get(arrest.party()).name();
            if (arrest.reasonForNone() != null) {
                add(arrest.at() == null ? call.changedAt() : arrest.at(), Kind.FEED, "No arrest",
                        "Reason: " + arrest.reasonForNone() + ".");
            } else {
                add(arrest.at() == null ? call.changedAt() : arrest.at(), Kind.FEED,
                        "Arrest" + (who == null ? "" : ": " + who), arrest.at() == null ? "Time not given." : null);
            }
        }
        for (var crime : call.crimes()) {
            var given = crime.recordedAt();
            var what = crime.noCrimeReason() != null
                    ? "Decided that there was no crime"
                    : "Crime recorded" + (crime.reference() == null ? "" : ": " + crime.reference());
            var when = given == null ? "Time not given; not later than shown." : null;
            var heard = crime.heardAt() != null ? crime.heardAt() : call.changedAt();
            add(given == null ? heard : given, Kind.FEED, what,
                    crime.noCrimeReason() == null ? when : "Reason: " + crime.noCrimeReason() + "."
                            + (when == null ? "" : " " + when));
        }
        var risk = call.details().risk();
        if (risk != null && risk.at() != null) {
            add(risk.at(), Kind.FEED, "Risk assessed",
                    (risk.tool() == null ? "" : risk.tool().label() + " ")
                            + (risk.grade() == null ? "grade not given" : risk.grade().label()));
        }
    }

    private void correction(Correction correction) {
        var what = switch (correction.field()) {
            case DOMESTIC_ABUSE -> Boolean.TRUE.equals(correction.flag())
                    ? "Domestic abuse flag set by hand"
                    : "Domestic abuse flag taken off by hand";
            case ARRIVED_AT -> "Arrival entered by hand: " + moment(correction.time());
            case CRIME_RECORDED_AT -> "Crime entered by hand"
                    + (correction.text() == null ? "" : ": " + correction.text()) + ", recorded "
                    + moment(correction.time());
            case NO_CRIME -> "No-crime decision entered by hand: " + correction.text() + ", decided "
                    + moment(correction.time());
        };
        add(correction.correctedAt(), Kind.PERSON, what,
                "By " + correction.name() + ". Evidence: " + correction.evidence());
    }

    private static String moment(@Nullable Instant at) {
        return at == null ? "time not given" : UkTime.momentWithSeconds(at);
    }

    private void add(@Nullable Instant at, Kind kind, String what, @Nullable String detail) {
        if (at != null) {
            entries.add(new TimelineEntry(at, kind, what, detail));
        }
    }
}
