package org.vigil.custody.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.ArrestedFor;
import org.vigil.custody.CustodyAuthority;
import org.vigil.custody.CustodyEvent;
import org.vigil.custody.CustodyEvent.Details;
import org.vigil.custody.CustodyEventKind;
import org.vigil.custody.CustodyStanding;
import org.vigil.custody.ReleaseRisk;
import org.vigil.custody.VictimContact;
import org.vigil.deadline.rules.Clocks;
import org.vigil.deadline.rules.Due;
import org.vigil.deadline.rules.PublishedHolidays;
import org.vigil.deadline.rules.ShippedRules;

/** The events of one record as a test tells them, and where they leave it under the shipped rules. */
final class History {

    static final ClockTimes TIMES = (rule, at, facts) ->
            Clocks.due(ShippedRules.terms().get(rule), at, PublishedHolidays.shipped(), facts) instanceof Due due
                    ? due.at()
                    : null;

    final List<CustodyEvent> events = new ArrayList<>();

    /** Times as a person writes them: London summer or winter, "2026-06-09T13:30Z" as well. */
    static Instant at(String text) {
        return Instant.parse(text.length() == 17 ? text.replace("Z", ":00Z") : text);
    }

    History on(String at, CustodyEventKind kind) {
        return on(at, kind, details -> details);
    }

    History on(String at, CustodyEventKind kind, UnaryOperator<Details> more) {
        events.add(event(at, kind, more));
        return this;
    }

    CustodyEvent event(String at, CustodyEventKind kind, UnaryOperator<Details> more) {
        var id = events.size() + 1L;
        return new CustodyEvent(id, kind, at(at), more.apply(Details.NONE), "hash" + id, at(at), "CUSTODY", false, true);
    }

    CustodyStanding standing() {
        return StandingFold.of(events, TIMES);
    }

    static UnaryOperator<Details> arrestedFor(ArrestedFor reason, @Nullable String surrender, @Nullable String hearing, boolean murder) {
        return of -> new Details(null, null, null, List.of(), null, null, null, List.of(), null, null, reason,
                surrender == null ? null : at(surrender), hearing == null ? null : at(hearing), murder, null, null,
                VictimContact.NONE, ReleaseRisk.NONE);
    }

    static UnaryOperator<Details> by(CustodyAuthority who, @Nullable String detentionEnds, @Nullable String bailEnds) {
        return of -> new Details(null, null, null, List.of(), bailEnds == null ? null : at(bailEnds), null, null, List.of(), who,
                detentionEnds == null ? null : at(detentionEnds), null, null, null, false, null, null, VictimContact.NONE,
                ReleaseRisk.NONE);
    }

    static UnaryOperator<Details> bail(@Nullable String ends, String... conditions) {
        return of -> new Details(null, null, null, List.of(conditions), ends == null ? null : at(ends), null, null, List.of(),
                null, null, null, null, null, false, null, null, VictimContact.NONE, ReleaseRisk.NONE);
    }

    static UnaryOperator<Details> releaseAt(String when) {
        return of -> new Details(null, null, null, List.of(), null, null, null, List.of(), null, null, null, null, null, false,
                null, at(when), VictimContact.NONE, ReleaseRisk.NONE);
    }

    static UnaryOperator<Details> domesticAbuse(boolean flagged) {
        return of -> new Details(null, null, null, List.of(), null, null, null, List.of(), null, null, null, null, null, false,
                flagged, null, VictimContact.NONE, ReleaseRisk.NONE);
    }

    static UnaryOperator<Details> victim(VictimContact contact) {
        return of -> new Details(null, null, null, List.of(), null, null, null, List.of(), null, null, null, null, null, false,
                null, null, contact, ReleaseRisk.NONE);
    }
}
