package org.vigil.person.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.vigil.person.PersonMatches;
import org.vigil.person.PersonMerge;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.ReasonField;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** The records that were found to be this person, each of which can be taken apart again. */
final class MergePanel extends Div {

    private final RowList rows = new RowList("Merged records");

    MergePanel(Editor editor, PersonMatches matches) {
        var place = new InPlace();
        var panel = new Panel("Merged records", rows, place);
        rows.addActionListener(event -> {
            var why = new ReasonField("Why they are not one person");
            place.open(
                    "Undo the merge: both records are as they were, and are not merged again by themselves",
                    List.of(why),
                    "Undo the merge",
                    () -> why.read()
                            .map(reason -> editor.attempt(
                                    "Merge undone", () -> matches.undo(Long.parseLong(event.rowId()), reason)))
                            .orElse(false));
        });
        add(panel);
    }

    void show(List<PersonMerge> merges) {
        setVisible(!merges.isEmpty());
        rows.setRows(merges.stream().map(MergePanel::row).toList());
    }

    private static Row row(PersonMerge merge) {
        var row = Row.of(merge.id(), "Record " + merge.mergedId() + " merged into " + merge.intoId())
                .line(UkTime.moment(merge.mergedAt()) + (merge.mergedBy() == null ? ", by the console, which was certain" : ""))
                .line(merge.reason());
        return merge.isUndone()
                ? row.line(merge.undoReason()).pill("undone", Tone.NEUTRAL)
                : row.pill("merged", Tone.NEW).action("undo", "Undo");
    }
}
