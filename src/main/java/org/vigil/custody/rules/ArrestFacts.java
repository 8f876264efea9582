package org.vigil.custody.rules;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.ArrestedFor;
import org.vigil.custody.CustodyEvent;
import org.vigil.custody.CustodyEventKind;
import org.vigil.custody.CustodyStanding.Arrest;

/** What the events of a record say of its arrest. */
final class ArrestFacts {

    private ArrestFacts() {}

    static Arrest of(List<CustodyEvent> events) {
        var arrested = first(events, CustodyEventKind.ARRESTED);
        var authorised = first(events, CustodyEventKind.DETENTION_AUTHORISED);
        return new Arrest(
                arrested.map(CustodyEvent::at).orElse(null),
                Objects.requireNonNullElse(said(events, CustodyEvent.Details::arrestedFor), ArrestedFor.OFFENCE),
                first(events, CustodyEventKind.ARRIVED).map(CustodyEvent::at).orElse(null),
                authorised.map(CustodyEvent::at).orElse(null),
                authorised.map(event -> event.details().officer()).orElse(null),
                said(events, CustodyEvent.Details::surrenderAt),
                said(events, CustodyEvent.Details::orderHearingAt),
                events.stream().anyMatch(event -> event.details().murder()));
    }

    private static Optional<CustodyEvent> first(List<CustodyEvent> events, CustodyEventKind kind) {
        return events.stream().filter(event -> event.kind() == kind).findFirst();
    }

    private static <T> @Nullable T said(List<CustodyEvent> events, Function<CustodyEvent.Details, @Nullable T> what) {
        return events.stream().map(event -> what.apply(event.details())).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
