package org.vigil.incident.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.deadline.DeadlineView;
import org.vigil.incident.Call;
import org.vigil.incident.CallPage;
import org.vigil.incident.Identifier;
import org.vigil.incident.Party;
import org.vigil.incident.TimelineEntry;
import org.vigil.shared.Postcodes;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Facts;
import org.vigil.shared.ui.Pill;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.Tone;

/** The parts of a call's page that only show. */
final class CallPanels {

    private CallPanels() {}

    static List<Row> clocks(CallPage page) {
        return page.clocks().stream().map(CallPanels::clock).toList();
    }

    private static Row clock(DeadlineView view) {
        var row = Row.of(view.id(), view.title())
                .line("Due " + (view.dueAt() == null ? "when it runs on" : UkTime.momentWithSeconds(view.dueAt())))
                .line("Counted from " + UkTime.momentWithSeconds(view.startedAt()) + ", " + view.startEvidence())
                .line("Basis: " + view.basis());
        if (view.breached()) {
            row = row.badge("Breached", Tone.BAD);
        }
        return switch (view.state()) {
            case OPEN -> row.tone(Tone.NEUTRAL).due(view.dueAt());
            case DUE_SOON -> row.tone(Tone.WARN).due(view.dueAt());
            case BREACHED -> row.tone(Tone.BAD).due(view.dueAt());
            case PAUSED -> row.pausedClock();
            case MET -> met(row, view).pill(view.recordedLate() ? "met, recorded late" : "met", Tone.OK);
            case MET_LATE -> met(row, view).pill("met late", Tone.BAD);
            case CANCELLED -> row.line(view.reason()).pill("ended", Tone.NEUTRAL);
            case SUPERSEDED -> row.line(view.reason()).pill("replaced", Tone.NEUTRAL);
        };
    }

    private static Row met(Row row, DeadlineView view) {
        return row.line(view.metEvidence());
    }

    static List<Row> timeline(CallPage page) {
        var rows = new java.util.ArrayList<Row>();
        for (var entry : page.timeline()) {
            rows.add(Row.of(rows.size(), entry.what())
                    .lead(UkTime.momentWithSeconds(entry.at()))
                    .tone(tone(entry.kind()))
                    .line(entry.detail()));
        }
        return rows;
    }

    private static Tone tone(TimelineEntry.Kind kind) {
        return switch (kind) {
            case FEED -> Tone.NEUTRAL;
            case DOUBTFUL -> Tone.WARN;
            case PERSON -> Tone.NEW;
            case CONSOLE -> Tone.BAD;
        };
    }

    /** Each party as given; who is known to be somebody leads to their page, and who is restricted to whom to ask. */
    static void parties(Div into, CallPage page) {
        var call = page.call();
        var held = page.heldBack();
        into.removeAll();
        if (call.parties().isEmpty() && held.words().isEmpty()) {
            var none = new Paragraph("Nobody is named. Parties appear here as command and control gives them.");
            none.addClassName("quiet");
            into.add(none);
        }
        for (var place = 0; place < call.parties().size(); place++) {
            var party = call.parties().get(place);
            var restricted = held.restricted().get(place);
            var person = page.people().getOrDefault(place, restricted);
            var words = restricted == null ? party.name() : "Restricted: ask";
            var name = new H3();
            name.add(person == null ? new Span(words) : new Anchor("people/" + person, words));
            name.add(new Span(" "), new Pill(party.role().label(), Tone.NEUTRAL));
            into.add(name, facts(party));
        }
    }

    private static Facts facts(Party party) {
        var facts = new Facts();
        var address = party.address();
        facts.with("Date of birth", party.dateOfBirth() == null ? null : UkTime.day(party.dateOfBirth()));
        facts.with("Sex", party.sex());
        facts.with("Telephone", party.phone());
        facts.with("Address", address == null ? null : joined(address.line(), postcode(address.postcode())));
        for (Identifier identifier : party.identifiers()) {
            facts.with(identifier.scheme().label() + " number", identifier.value());
        }
        return facts;
    }

    static Facts details(CallPage page, String area) {
        var call = page.call();
        var details = call.details();
        var place = call.place();
        var facts = new Facts();
        var where = joined(place.line(), postcode(place.postcode()));
        facts.with("Address", where == null && page.heldBack().place() ? "held back" : where);
        facts.with("Area", area);
        facts.with("Urban or rural", place.locality() == null ? null : place.locality().label());
        facts.with("Caller", details.callerType() == null ? null : details.callerType().label());
        facts.with("Children present", details.childrenPresent() == null ? null : details.childrenPresent() ? "Yes" : "No");
        facts.with("Opening code", details.openingCode());
        facts.with("Closing code", details.closingCode());
        facts.with("Disposal", details.disposal() == null ? null : details.disposal().label());
        facts.with("Call taker’s team", details.callTakerTeam());
        facts.with("Units", call.units().isEmpty() ? null : String.join(", ", call.units()));
        facts.with("Risk", risk(call));
        facts.with("Feed", call.source() + ", last heard of " + UkTime.moment(call.takenInAt()));
        return facts;
    }

    private static @Nullable String risk(Call call) {
        var risk = call.details().risk();
        return risk == null
                ? null
                : joined(
                        risk.grade() == null ? null : risk.grade().label(),
                        risk.tool() == null ? null : risk.tool().label()
                                + (risk.version() == null ? "" : " " + risk.version()));
    }

    private static @Nullable String postcode(@Nullable String postcode) {
        return postcode != null && Postcodes.isDoubtful(postcode) ? postcode + " (doubtful postcode)" : postcode;
    }

    private static @Nullable String joined(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one + ", " + other;
    }
}
