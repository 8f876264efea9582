package org.vigil.custody.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.CustodyEvent;
import org.vigil.custody.CustodyEventKind;
import org.vigil.custody.CustodyStanding;
import org.vigil.custody.CustodyStanding.Arrest;
import org.vigil.custody.CustodyStanding.Court;
import org.vigil.custody.CustodyStanding.Detention;
import org.vigil.custody.CustodyStanding.End;
import org.vigil.custody.CustodyStanding.Extension;
import org.vigil.custody.CustodyState;
import org.vigil.shared.UkTime;

/**
 * Where a record stands: all its events that count, read in the order in which they happened, whatever order they came
 * in. The same events always give the same standing.
 */
public final class StandingFold {

    private final List<CustodyEvent> events;
    private final ClockTimes times;
    private final List<String> doubts = new ArrayList<>();
    private final List<Extension> extensions = new ArrayList<>();
    private final Arrest arrest;
    private final DetentionTimes.@Nullable Start start;
    private final BailFold bail;
    private CustodyState state = CustodyState.NOT_ARRESTED;
    private Instant since;
    private boolean inCell;
    private boolean released;
    private @Nullable Instant detentionEndsAt;
    private @Nullable End detentionEnd;
    private @Nullable End courtEnd;
    private @Nullable String courtName;
    private @Nullable Instant hearingAt;

    private StandingFold(List<CustodyEvent> events, ClockTimes times) {
        this.events = events;
        this.times = times;
        since = events.getFirst().at();
        arrest = ArrestFacts.of(events);
        var forOffence = arrest.reason().isForOffence() || events.stream().anyMatch(event -> !event.details().offences().isEmpty());
        start = forOffence ? DetentionTimes.start(arrest) : null;
        detentionEndsAt = start == null
                ? null
                : times.due(DetentionTimes.RULE, start.at(), DetentionTimes.facts(arrest));
        bail = new BailFold(arrest.at(), times, doubts);
    }

    /** @param events what was told of one record, at least one; what was put right is left out */
    public static CustodyStanding of(Collection<CustodyEvent> events, ClockTimes times) {
        var current = events.stream().filter(CustodyEvent::current).sorted(CustodyEvent.IN_TIME).toList();
        var fold = new StandingFold(current, times);
        current.forEach(fold::take);
        return fold.standing();
    }

    private void take(CustodyEvent event) {
        switch (event.kind()) {
            case ARRESTED, ARRIVED, DETENTION_AUTHORISED -> held(event);
            case REVIEWED, INTERVIEWED, RELEASE_DECIDED, VICTIM_TOLD -> {
                // They change nothing of where the suspect is.
            }
            case EXTENDED -> extended(event);
            case CHARGING_DECISION_SOUGHT -> bail.sought(event);
            case CHARGING_DECISION_RETURNED -> bail.returned(event);
            case BAIL_EXTENDED -> bail.extended(event);
            case BAIL_CONDITIONS_CHANGED -> bail.conditionsChanged(event);
            case CHARGED -> charged(event);
            case RELEASED_BAIL, RELEASED_UNDER_INVESTIGATION, RELEASED_NO_ACTION -> released(event);
            case REMANDED, COURT_RESULT -> byCourt(event);
        }
    }

    private void held(CustodyEvent event) {
        if (state == CustodyState.NOT_ARRESTED) {
            to(CustodyState.IN_CUSTODY, event.at());
            inCell = true;
        }
    }

    private void extended(CustodyEvent event) {
        if (start == null || detentionEnd != null) {
            return;
        }
        var by = DetentionTimes.authority(event);
        var until = DetentionTimes.until(event, start.at());
        if (detentionEndsAt != null && !event.at().isBefore(detentionEndsAt)) {
            doubts.add("The detention was extended " + UkTime.moment(event.at()) + ", after it had ended "
                    + UkTime.moment(detentionEndsAt) + ": its clock runs on.");
            return;
        }
        extensions.add(new Extension(event.at(), by, until));
        detentionEndsAt = until;
    }

    private void charged(CustodyEvent event) {
        var end = end(event);
        endDetention(end);
        bail.end(end);
        court(event);
        to(CustodyState.CHARGED, event.at());
    }

    private void released(CustodyEvent event) {
        var end = end(event);
        if (!inCell && !released && arrest.at() == null && arrest.arrivedAt() == null) {
            doubts.add("The release was reported, but no arrest: its clocks start once the arrest is told.");
        }
        endDetention(end);
        inCell = false;
        released = true;
        court(event);
        if (event.kind() == CustodyEventKind.RELEASED_BAIL && state != CustodyState.CHARGED) {
            bail.begin(event);
            to(CustodyState.ON_BAIL, event.at());
            return;
        }
        if (event.kind() == CustodyEventKind.RELEASED_BAIL) {
            return;
        }
        bail.end(end);
        to(event.kind() == CustodyEventKind.RELEASED_NO_ACTION
                ? CustodyState.NO_ACTION
                : CustodyState.UNDER_INVESTIGATION, event.at());
    }

    private void byCourt(CustodyEvent event) {
        var end = end(event);
        endDetention(end);
        bail.end(end);
        court(event);
        if (courtEnd == null) {
            courtEnd = end;
        }
        inCell = false;
        to(event.kind() == CustodyEventKind.REMANDED ? CustodyState.REMANDED : CustodyState.AT_COURT, event.at());
    }

    private void endDetention(End end) {
        if (detentionEnd == null && start != null) {
            detentionEnd = end;
        }
    }

    private void court(CustodyEvent event) {
        courtName = event.details().court() == null ? courtName : event.details().court();
        hearingAt = event.details().hearingAt() == null ? hearingAt : event.details().hearingAt();
    }

    private void to(CustodyState next, Instant at) {
        if (state != next) {
            state = next;
            since = at;
        }
    }

    static End end(CustodyEvent event) {
        return new End(event.at(), event.kind().label() + " " + UkTime.moment(event.at()));
    }

    private CustodyStanding standing() {
        var detention = start == null || state == CustodyState.NOT_ARRESTED
                ? null
                : new Detention(
                        start.at(),
                        start.evidence(),
                        !DetentionTimes.circumstances(arrest).isEmpty(),
                        detentionEndsAt,
                        extensions,
                        detentionEnd);
        var onBail = bail.bail();
        var court = courtName == null && hearingAt == null && courtEnd == null
                ? null
                : new Court(courtName, hearingAt, courtEnd);
        var domesticAbuse = latest(event -> event.details().domesticAbuse(), Boolean.TRUE);
        return new CustodyStanding(
                state,
                inCell,
                domesticAbuse,
                arrest,
                latest(event -> event.details().station(), null),
                Objects.requireNonNullElse(
                        latest(event -> event.details().offences().isEmpty() ? null : event.details().offences(), null),
                        List.of()),
                detention,
                onBail,
                court,
                VictimFold.of(events, domesticAbuse),
                since,
                limit(detention),
                doubts);
    }

    private @Nullable Instant limit(@Nullable Detention detention) {
        if (inCell) {
            var held = detention == null || detention.end() != null ? null : detention.endsAt();
            var court = courtEnd == null ? CourtTimes.due(arrest, times) : null;
            return Stream.of(held, court).filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
        }
        var onBail = bail.bail();
        return state == CustodyState.ON_BAIL && onBail != null ? onBail.endsFirst() : null;
    }

    private <T> @Nullable T latest(java.util.function.Function<CustodyEvent, @Nullable T> what, @Nullable T otherwise) {
        return events.reversed().stream().map(what).filter(Objects::nonNull).findFirst().orElse(otherwise);
    }
}
