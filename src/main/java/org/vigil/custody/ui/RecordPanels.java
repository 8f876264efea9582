package org.vigil.custody.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.CustodyEvent;
import org.vigil.custody.CustodyPage;
import org.vigil.deadline.DeadlineView;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Facts;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.Tone;

/** The parts of a custody record's page that only show. */
final class RecordPanels {

    private RecordPanels() {}

    static List<Row> clocks(CustodyPage page) {
        return page.clocks().reversed().stream().map(RecordPanels::clock).toList();
    }

    private static Row clock(DeadlineView view) {
        var row = Row.of(view.id(), view.title())
                .line("Due " + (view.dueAt() == null ? "when it runs on" : UkTime.moment(view.dueAt())))
                .line("Counted from " + UkTime.moment(view.startedAt()) + ", " + view.startEvidence())
                .line("Basis: " + view.basis());
        if (view.breached()) {
            row = row.badge("Breached", Tone.BAD);
        }
        return switch (view.state()) {
            case OPEN -> row.tone(Tone.NEUTRAL).due(view.dueAt());
            case DUE_SOON -> row.tone(Tone.WARN).due(view.dueAt());
            case BREACHED -> row.tone(Tone.BAD).due(view.dueAt());
            case PAUSED -> row.pausedClock();
            case MET -> row.line(view.metEvidence()).pill(view.recordedLate() ? "met, recorded late" : "met", Tone.OK);
            case MET_LATE -> row.line(view.metEvidence()).pill("met late", Tone.BAD);
            case CANCELLED -> row.line(view.reason()).pill("ended", Tone.NEUTRAL);
            case SUPERSEDED -> row.line(view.reason()).pill("replaced", Tone.NEUTRAL);
        };
    }

    static List<Row> timeline(CustodyPage page) {
        var rows = new ArrayList<Row>();
        page.record().events().stream().sorted(CustodyEvent.IN_TIME).forEach(event -> {
            var row = Row.of(event.id(), event.kind().label())
                    .lead(UkTime.moment(event.at()))
                    .tone(event.byHand() ? Tone.NEW : Tone.NEUTRAL);
            if (!page.heldBack()) {
                for (var line : lines(event)) {
                    row = row.line(line);
                }
            }
            row = row.line("Told by " + event.recordedBy() + ", " + UkTime.moment(event.recordedAt()));
            rows.add(event.current() ? row : row.badge("Put right since", Tone.NEUTRAL));
        });
        return rows;
    }

    private static List<String> lines(CustodyEvent event) {
        var details = event.details();
        var risk = details.risk();
        return Stream.of(
                        said("Station: ", details.station()),
                        said("By ", details.officer()),
                        said("On the authority of ", details.authority() == null ? null : details.authority().label()),
                        said("For: ", details.arrestedFor() == null ? null : details.arrestedFor().label()),
                        said("Offences: ", joined(details.offences())),
                        said("Extended to ", details.detentionEndsAt() == null ? null : UkTime.moment(details.detentionEndsAt())),
                        said("Release ", details.releaseAt() == null ? null : UkTime.moment(details.releaseAt())),
                        said("Conditions: ", joined(details.conditions())),
                        said("To answer bail ", details.bailEndsAt() == null ? null : UkTime.moment(details.bailEndsAt())),
                        said("Court: ", details.court()),
                        said("Hearing ", details.hearingAt() == null ? null : UkTime.moment(details.hearingAt())),
                        said("Risk to the victim: ", risk.risk()),
                        said("Considered: ", joined(risk.considered())),
                        said("The victim’s views: ", risk.victimViews()),
                        said("The victim could not be asked: ", risk.notAskedWhy()),
                        said("Told by ", details.victim().how()),
                        said("", Boolean.TRUE.equals(details.victim().conditionsIncluded()) ? "Conditions told as well" : null),
                        said("Tried: ", details.victim().attempts()),
                        said("Safeguarding: ", details.victim().safeguarding()),
                        said("", details.reason()))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String said(String label, @Nullable String value) {
        return value == null ? "" : label + value;
    }

    private static @Nullable String joined(List<String> lines) {
        return lines.isEmpty() ? null : String.join("; ", lines);
    }

    /** The suspect as given, leading to whom they were found to be. */
    static void suspect(Div into, CustodyPage page) {
        into.removeAll();
        var suspect = page.suspect();
        if (suspect == null) {
            var none = new Paragraph("Nobody is named in this record yet.");
            none.addClassName("quiet");
            into.add(none);
            return;
        }
        var name = new H3();
        name.add(suspect.person() == null ? new Span(suspect.name()) : new Anchor("people/" + suspect.person(), suspect.name()));
        into.add(name);
        var said = suspect.said();
        if (said != null) {
            var facts = new Facts();
            facts.with("Date of birth", said.dateOfBirth() == null ? null : UkTime.day(said.dateOfBirth()));
            facts.with("Sex", said.sex());
            facts.with("Telephone", said.phone());
            facts.with("Address", said.address() == null ? null : said.address().line());
            said.identifiers().forEach(number -> facts.with(number.scheme().label() + " number", number.value()));
            into.add(facts);
        }
        if (suspect.person() == null && !suspect.heldBack()) {
            var pending = new Paragraph("Who this is, is being found out.");
            pending.addClassName("quiet");
            into.add(pending);
        }
    }
}
