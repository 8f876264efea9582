package org.vigil.person.ui;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vigil.person.PersonMatches;
import org.vigil.person.PersonMerge;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.FindField;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.ReasonField;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** The records that were found to be this person, each of which can be taken apart again, and the way to add one. */
final class MergePanel extends Div {

    private final RowList rows = new RowList("Merged records");
    private final InPlace place = new InPlace();
    private final Editor editor;
    private final PersonMatches matches;
    private final Function<String, Map<Long, String>> finder;
    private final boolean decides;

    /**
     * @param finder finds people by what is typed
     * @param decides whether the viewer may say that two records are one person
     */
    MergePanel(Editor editor, PersonMatches matches, Function<String, Map<Long, String>> finder, boolean decides) {
        this.editor = editor;
        this.matches = matches;
        this.finder = finder;
        this.decides = decides;
        rows.setEmptyText("No other record was found to be this person.");
        var panel = new Panel("Merged records", rows, place);
        if (decides) {
            panel.addToHead(AboutPanels.small("This is the same person as…", this::merge));
        }
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

    private void merge() {
        var other = new FindField("The other record", "A name, a number, or the number of their page", this::others);
        var why = new ReasonField("What shows that they are one person");
        place.open(
                "This is the same person as another: both are shown as one, and it can be undone",
                List.of(other, why),
                "Merge the two",
                () -> {
                    var id = other.read();
                    var reason = why.read();
                    return id.isPresent()
                            && reason.isPresent()
                            && editor.attempt("Merged", () -> matches.merge(editor.id(), id.get(), reason.get()));
                });
    }

    /** Nobody is the same as themselves. */
    private Map<Long, String> others(String typed) {
        var found = new LinkedHashMap<>(finder.apply(typed));
        found.remove(editor.id());
        return found;
    }

    void show(List<PersonMerge> merges) {
        setVisible(decides || !merges.isEmpty());
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
