package org.vigil.person.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vigil.person.ExternalKind;
import org.jspecify.annotations.Nullable;
import org.vigil.person.FlagState;
import org.vigil.person.FlagSystem;
import org.vigil.person.MarkerType;
import org.vigil.person.NewExternalRecord;
import org.vigil.person.NewFlag;
import org.vigil.person.NewMarker;
import org.vigil.person.PartState;
import org.vigil.person.Person;
import org.vigil.person.PersonPage;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.DayField;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.ReasonField;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** Warning markers, flags that must stand elsewhere, and what other systems hold, shown as theirs. */
final class MarkPanels extends Div {

    private final Editor editor;
    private final RowList markers = new RowList("Markers");
    private final RowList flags = new RowList("Flags in other systems");
    private final RowList external = new RowList("Held by other systems");
    private final InPlace markerPlace = new InPlace();
    private final InPlace flagPlace = new InPlace();
    private final InPlace externalPlace = new InPlace();

    MarkPanels(Editor editor) {
        this.editor = editor;
        markers.setEmptyText("No warning or other marker is set.");
        flags.setEmptyText("No flag was asked for on PNC, PND or the local system.");
        external.setEmptyText("No conviction, intelligence or risk of another system has been entered or imported.");
        var markerPanel = new Panel("Markers", markers, markerPlace);
        var flagPanel = new Panel("Flags in other systems", flags, flagPlace);
        var externalPanel = new Panel("Held by other systems", external, externalPlace);
        if (editor.allowed()) {
            markerPanel.addToHead(AboutPanels.small("Set marker", this::mark));
            flagPanel.addToHead(AboutPanels.small("Ask for a flag", this::ask));
            externalPanel.addToHead(AboutPanels.small("Enter a record", this::enter));
            markers.addActionListener(event -> settleMarker(event.rowId(), event.action()));
            external.addActionListener(event -> endExternal(event.rowId()));
            flags.addActionListener(event -> settleFlag(event.rowId(), event.action()));
        }
        addClassName("stack");
        add(markerPanel, flagPanel, externalPanel);
    }

    void show(PersonPage page) {
        var person = page.person();
        var today = UkTime.localDay(page.readAt());
        markers.setRows(person.markers().stream()
                .sorted(Comparator.comparing(marker -> marker.endedAt() != null))
                .map(marker -> {
                    var row = Row.of(marker.id(), marker.type().label())
                            .line(marker.reason())
                            .line("Set by " + name(page.officers(), marker.setBy()) + ", from " + UkTime.day(marker.from())
                                    + "; review by " + UkTime.day(marker.reviewOn()));
                    if (marker.endedAt() != null) {
                        return row.line(marker.endReason()).pill("taken off", Tone.NEUTRAL);
                    }
                    row = marker.isOverdue(today)
                            ? row.pill("in force, review overdue", Tone.BAD)
                            : row.pill("in force", marker.type().isOfficerSafety() ? Tone.BAD : Tone.WARN);
                    return editor.allowed() ? row.action("keep", "Keep").action("off", "Take off") : row;
                })
                .toList());
        flags.setRows(person.flags().stream().map(flag -> flag(flag, page)).toList());
        external.setRows(person.externalRecords().stream()
                .map(record -> action(record, Row.of(record.id(), record.kind().label() + " · " + record.system())
                        .pill(record.state() == PartState.CURRENT ? null : record.state().label(), Tone.WARN)
                        .line(record.content())
                        .line("Held by " + record.system() + (record.reference() == null ? "" : ", " + record.reference())
                                + "; dated " + UkTime.day(record.datedOn()) + "; entered here "
                                + UkTime.day(UkTime.localDay(record.addedAt())))))
                .toList());
    }

    private Row action(Person.ExternalRecord record, Row row) {
        return editor.allowed() && record.state() == PartState.CURRENT ? row.action("end", "End") : row;
    }

    private void endExternal(String rowId) {
        var how = Editor.select("What is it now?", List.of(PartState.FORMER, PartState.WRONG), state ->
                state == PartState.FORMER ? "The other system no longer holds it" : "It was never right");
        var why = new ReasonField("Why");
        externalPlace.open("End the record", List.of(how, why), "End it", () -> why.read()
                .map(reason -> editor.attempt("Ended", () -> editor.edits().endExternal(
                        editor.id(), editor.version(), Long.parseLong(rowId), how.getValue(), reason)))
                .orElse(false));
    }

    private Row flag(Person.Flag flag, PersonPage page) {
        var row = Row.of(flag.id(), flag.system().label() + ": " + flag.what())
                .line(flag.reason())
                .line("Asked by " + name(page.officers(), flag.askedBy()) + ", " + UkTime.moment(flag.askedAt()));
        if (flag.state() == FlagState.TO_SET) {
            row = row.pill("to be chased", Tone.WARN).due(page.flagsDue().get(flag.id()));
            return editor.allowed() ? row.mainAction("set", "It is set").action("not", "Not needed") : row;
        }
        return row.line(flag.evidence())
                .pill(flag.state() == FlagState.SET ? "set" : "not needed",
                        flag.state() == FlagState.SET ? Tone.OK : Tone.NEUTRAL);
    }

    private static String name(Map<Long, String> officers, long id) {
        return officers.getOrDefault(id, "account " + id);
    }

    private void mark() {
        var type = Editor.select("Marker", List.of(MarkerType.values()), MarkerType::label);
        type.clear();
        type.setPlaceholder("Choose one");
        type.setRequiredIndicatorVisible(true);
        var why = new ReasonField("Why");
        var review = new DayField("Review by", editor.clock());
        var today = UkTime.localDay(editor.clock().instant());
        review.setDay(today.plusMonths(6));
        markerPlace.open("Set marker", List.of(type, why, review), "Set marker", () -> why.read()
                .map(reason -> editor.attempt("Marker set", () -> editor.flags().mark(
                        editor.id(), editor.version(), new NewMarker(chosen(type.getValue()), reason, today, needed(review)))))
                .orElse(false));
    }

    private static MarkerType chosen(@Nullable MarkerType type) {
        if (type == null) {
            throw new InvalidInputException("marker", "Choose which marker to set.");
        }
        return type;
    }

    private void settleMarker(String rowId, String action) {
        var id = Long.parseLong(rowId);
        var why = new ReasonField("Why");
        if ("keep".equals(action)) {
            var review = new DayField("Review again by", editor.clock());
            review.setDay(UkTime.localDay(editor.clock().instant()).plusMonths(6));
            markerPlace.open("Keep the marker", List.of(review, why), "Keep it", () -> why.read()
                    .map(reason -> editor.attempt("Marker kept", () -> editor.flags().renew(
                            editor.id(), editor.version(), id, needed(review), reason)))
                    .orElse(false));
        } else {
            markerPlace.open("Take the marker off", List.of(why), "Take it off", () -> why.read()
                    .map(reason -> editor.attempt("Marker taken off", () -> editor.flags().unmark(
                            editor.id(), editor.version(), id, reason)))
                    .orElse(false));
        }
    }

    private void ask() {
        var system = Editor.select("System", List.of(FlagSystem.values()), FlagSystem::label);
        var what = PartFields.text("What must stand there", null);
        what.setMaxLength(160);
        var why = new ReasonField("Why");
        flagPlace.open("Ask for a flag", List.of(what, system, why), "Ask for it", () -> why.read()
                .map(reason -> editor.attempt("Flag asked for; its clock runs", () -> editor.flags().ask(
                        editor.id(), editor.version(), new NewFlag(system.getValue(), what.getValue().strip(), reason))))
                .orElse(false));
    }

    private void settleFlag(String rowId, String action) {
        var id = Long.parseLong(rowId);
        var isSet = "set".equals(action);
        var evidence = new ReasonField(isSet ? "What shows it" : "Why it is not needed");
        flagPlace.open(isSet ? "The flag is set" : "The flag is not needed", List.of(evidence), "Save", () -> evidence.read()
                .map(words -> editor.attempt(isSet ? "Flag is set" : "Flag is not needed", () -> {
                    if (isSet) {
                        editor.flags().set(editor.id(), editor.version(), id, words);
                    } else {
                        editor.flags().notNeeded(editor.id(), editor.version(), id, words);
                    }
                }))
                .orElse(false));
    }

    private void enter() {
        var kind = Editor.select("What it is", List.of(ExternalKind.values()), ExternalKind::label);
        var system = PartFields.text("Which system holds it", null);
        system.setMaxLength(60);
        var reference = PartFields.text("Its reference there, if any", null);
        reference.setMaxLength(80);
        var dated = new DayField("Dated", editor.clock());
        var content = new TextArea("What it says");
        content.setMaxLength(10_000);
        content.setMinRows(3);
        externalPlace.open("Enter a record of another system", List.of(system, kind, reference, dated, content), "Enter", () ->
                editor.attempt("Record entered", () -> editor.edits().external(
                        editor.id(), editor.version(), new NewExternalRecord(
                                kind.getValue(), system.getValue().strip(), PartFields.typed(reference), needed(dated),
                                content.getValue().strip()))));
    }

    private static java.time.LocalDate needed(DayField field) {
        var day = PartFields.day(field);
        if (day == null) {
            throw new InvalidInputException(field.getLabel(), "Give a day for “" + field.getLabel() + "”.");
        }
        return day;
    }
}
