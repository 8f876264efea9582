package org.vigil.casework.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.vigil.casework.ActionKind;
import org.vigil.casework.CaseAction;
import org.vigil.casework.CasePage;
import org.vigil.casework.CaseRole;
import org.vigil.casework.Suspect;
import org.vigil.casework.SuspectStatus;
import org.vigil.casework.rules.CaseHealth;
import org.vigil.deadline.DeadlineView;
import org.vigil.person.ShownParty;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Facts;
import org.vigil.shared.ui.Pill;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.Tone;

/** The parts of a case's page that only show. */
final class CasePanels {

    private CasePanels() {}

    /** @param mayChange whether each line carries the button that mends it */
    static List<Row> health(CasePage page, boolean mayChange) {
        var rows = new ArrayList<Row>();
        for (var line : page.health()) {
            var row = Row.of(line.kind() + "-" + rows.size(), line.words())
                    .line("Basis: " + line.basis())
                    .pill(line.urgent() ? "now" : "to do", line.urgent() ? Tone.BAD : Tone.WARN);
            var form = CaseWords.form(line.kind());
            rows.add(mayChange && form != null ? row.mainAction(form, CaseWords.mends(line.kind())) : row);
        }
        return rows;
    }

    static List<Row> clocks(CasePage page) {
        return page.clocks().stream().map(CasePanels::clock).toList().reversed();
    }

    private static Row clock(DeadlineView view) {
        var row = Row.of(view.id(), view.title())
                .line("Due " + (view.dueAt() == null ? "when it runs on" : UkTime.moment(view.dueAt())))
                .line("Counted from " + UkTime.moment(view.startedAt()) + ", " + view.startEvidence())
                .line("Basis: " + view.basis());
        return switch (view.state()) {
            case OPEN -> row.tone(Tone.NEUTRAL).due(view.dueAt());
            case DUE_SOON -> row.tone(Tone.WARN).due(view.dueAt());
            case BREACHED -> row.tone(Tone.BAD).due(view.dueAt()).badge("Breached", Tone.BAD);
            case PAUSED -> row.pausedClock();
            case MET -> row.line(view.metEvidence()).pill(view.recordedLate() ? "met, recorded late" : "met", Tone.OK);
            case MET_LATE -> row.line(view.metEvidence()).pill("met late", Tone.BAD);
            case CANCELLED -> row.line(view.reason()).pill("ended", Tone.NEUTRAL);
            case SUPERSEDED -> row.line(view.reason()).pill("replaced", Tone.NEUTRAL);
        };
    }

    /** Everybody in the case as the viewer may see them, suspects with where they stand. */
    static void people(Div into, CasePage page) {
        into.removeAll();
        if (page.people().isEmpty()) {
            var none = new Paragraph("Nobody is named yet.");
            none.addClassName("quiet");
            into.add(none);
        }
        page.people().stream()
                .sorted(Comparator.comparing((ShownParty party) -> CaseRole.valueOf(party.role()))
                        .thenComparing(ShownParty::place))
                .forEach(party -> {
                    var name = new H3();
                    name.add(party.person() == null
                            ? new Span(party.name())
                            : new Anchor("people/" + party.person(), party.name()));
                    name.add(new Span(" "), new Pill(CaseRole.valueOf(party.role()).label(), Tone.NEUTRAL));
                    page.file().suspect(party.place()).ifPresent(suspect -> name.add(
                            new Span(" "), new Pill(suspect.status().label(), CaseRows.tone(suspect.status()))));
                    into.add(name, facts(page, party));
                });
    }

    private static Facts facts(CasePage page, ShownParty party) {
        var facts = new Facts();
        var said = party.said();
        if (said != null && said.dateOfBirth() != null) {
            facts.with("Date of birth", UkTime.day(said.dateOfBirth()));
        }
        if (said != null && said.address() != null) {
            facts.with("Address", CaseRows.joined(Stream.of(said.address().line(), said.address().postcode())));
        }
        page.file().parties().stream()
                .filter(each -> each.place() == party.place() && each.school() != null && !party.heldBack())
                .forEach(each -> facts.with("School", each.school()));
        page.file().suspect(party.place()).ifPresent(suspect -> suspect(facts, suspect, page.readAt()));
        return facts;
    }

    private static void suspect(Facts facts, Suspect suspect, Instant now) {
        facts.with("Since", UkTime.moment(suspect.since()) + ", " + suspect.source().label());
        if (suspect.reason() != null) {
            facts.with("Why", suspect.reason());
        }
        if (suspect.status() == SuspectStatus.OUTSTANDING) {
            facts.with("Wanted", CaseHealth.outstandingWords(suspect, now));
        }
        if (suspect.releaseOn() != null) {
            facts.with("To be released", UkTime.day(suspect.releaseOn())
                    + (suspect.releaseFrom() == null ? "" : " from " + suspect.releaseFrom().label()));
        }
    }

    static List<Row> risk(CasePage page) {
        return page.file().assessments().reversed().stream()
                .map(risk -> Row.of(risk.id(), risk.words())
                        .line(CaseRows.joined(Stream.of(
                                (risk.atSaid() ? "" : "told ") + UkTime.moment(risk.at()), risk.assessor(),
                                risk.reviewOn() == null ? "" : "review by " + UkTime.day(risk.reviewOn()))))
                        .line(risk.note())
                        .tone(CaseRows.tone(risk.grade())))
                .toList();
    }

    static List<Row> calls(CasePage page) {
        var rows = new ArrayList<Row>();
        for (var call : page.calls()) {
            var row = Row.of("call" + rows.size(), "Call " + call.reference());
            rows.add(call.id() != null
                    ? row.href("calls/" + call.id())
                    : row.line(call.isHeld() ? "Not in your areas" : "Not held yet; found by itself when it arrives"));
        }
        for (var crime : page.file().crimes()) {
            rows.add(Row.of("crime" + rows.size(), "Crime " + crime.reference())
                    .line(crime.offence())
                    .line(crime.recordedAt() == null ? null : "Recorded " + UkTime.moment(crime.recordedAt())));
        }
        for (var counter : page.counters()) {
            rows.add(Row.of("counter" + counter.caseId(), "Case " + counter.reference())
                    .href("cases/key/" + counter.caseId())
                    .line("The same two people the other way about")
                    .pill(counter.decided() ? "primary perpetrator decided" : "undecided",
                            counter.decided() ? Tone.OK : Tone.WARN));
        }
        for (var other : page.sameName()) {
            rows.add(Row.of("same" + other.id(), "Case " + other.reference() + " of " + other.source())
                    .href("cases/key/" + other.id())
                    .line("Another system's case of the same reference"));
        }
        return rows;
    }

    /** What happened to the case, latest first. */
    static List<Row> story(CasePage page) {
        record Told(Instant at, String what, String detail, String by, Tone tone) {}
        var all = new ArrayList<Told>();
        var file = page.file();
        all.add(new Told(file.reportedAt(), "Reported", "", "", Tone.NEUTRAL));
        file.actions().forEach(action -> all.add(new Told(action.at(), what(action),
                action.note() == null ? "" : action.note(), "entered by " + action.recordedBy(), tone(action))));
        file.assessments().forEach(risk -> all.add(new Told(
                risk.at(), "Risk assessed: " + risk.words(), "", "told by " + risk.recordedBy(), Tone.NEW)));
        file.suspects().forEach(suspect -> {
            var name = page.person(suspect.place()).map(ShownParty::name).orElse("A suspect named before");
            suspect.history().forEach(step -> all.add(new Told(step.since(), name + ": " + step.status().label(),
                    CaseRows.joined(Stream.of(step.reason(), step.counted() ? "" : "told too late to count")),
                    step.source().label() + ", " + step.recordedBy(), CaseRows.tone(step.status()))));
            suspect.attempts().forEach(attempt -> all.add(new Told(attempt.at(), name + ": attempt to arrest",
                    attempt.note(), attempt.by(), Tone.NEW)));
        });
        all.sort(Comparator.comparing(Told::at).reversed());
        var rows = new ArrayList<Row>();
        for (var told : all) {
            rows.add(Row.of(rows.size(), told.what())
                    .lead(UkTime.moment(told.at()))
                    .tone(told.tone())
                    .line(told.detail())
                    .line(told.by()));
        }
        return rows;
    }

    private static String what(CaseAction action) {
        return action.kind().label() + (action.detailLabel() == null ? "" : ": " + action.detailLabel());
    }

    private static Tone tone(CaseAction action) {
        return action.kind() == ActionKind.REOPENED ? Tone.BAD : Tone.NEUTRAL;
    }
}
